import { rowOf } from '../../change/row-of.ts';
import type { Context } from '../../context.ts';
import { reasonText } from '../reason-text.ts';
import { editPerson } from './edit-person.ts';
import type { EmploymentRemoval } from './schema.ts';
import { EDIT_TEXTS, EDIT_WHY } from './texts.ts';

/**
 * Removes one District Employment, also of a person HR manages: HR keeps what it leaves out (EMP-3), so an employment
 * with both dates wrong could never go (RO-3).
 * @throws Conflict when the person was changed meanwhile; Invalid when they have no such employment; NotFound
 */
export function removeEmployment(
  ctx: Context,
  { personId, removal }: { personId: string; removal: EmploymentRemoval },
): Promise<void> {
  const { rev, employmentId } = removal;
  const reason = reasonText(removal.reason);
  return editPerson(ctx, {
    personId,
    rev,
    section: 'District Employment',
    fields: ['employments'],
    correction: { action: 'person.remove-employment', detail: { reason } },
    async plan({ employments }) {
      const stored = employments.find(({ id }) => id === employmentId);
      if (!stored) return { changes: [], errors: [NO_SUCH_EMPLOYMENT] };
      const why = EDIT_WHY.employmentRemoved(ctx.actor.name, reason);
      const before = rowOf('employment', stored);
      return {
        changes: [{ table: 'employment', op: 'delete', id: stored.id, before, after: null, ...why }],
        errors: [],
      };
    },
  });
}

const NO_SUCH_EMPLOYMENT = {
  pointer: '/employmentId',
  code: 'invalid' as const,
  message: EDIT_TEXTS.noSuchEmployment(),
};
