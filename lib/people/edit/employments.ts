import type { Context } from '../../context.ts';
import { cleaned } from '../../record/fields.ts';
import { editPerson } from './edit-person.ts';
import { planRows } from './rows.ts';
import type { EmploymentsEdit } from './schema.ts';

/**
 * Edits a person's District Employments in Campus; the list is all of them. Dates are not checked further (EMP-2).
 * @throws Conflict when HR manages the person (RO-1), or when they were changed meanwhile; Invalid; NotFound
 */
export const editEmployments = (
  ctx: Context,
  { personId, edit }: { personId: string; edit: EmploymentsEdit },
): Promise<void> =>
  editPerson(ctx, {
    personId,
    rev: edit.rev,
    section: 'District Employment',
    fields: ['employments'],
    plan: async (person) =>
      planRows(
        'employment',
        person.employments,
        edit.employments.map(({ id, hireDate, terminationDate }) => ({
          id,
          row: { personId, hireDate: hireDate.trim(), terminationDate: cleaned(terminationDate) },
        })),
        { newId: ctx.newId, actor: ctx.actor.name, list: 'employments' },
      ),
  });
