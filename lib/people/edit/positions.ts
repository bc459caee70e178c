import type { Transaction } from '../../../db/client.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import { loadReferenceValues } from '../../change/load/reference-values.ts';
import { referenceErrors } from '../../change/plan/references.ts';
import type { Context } from '../../context.ts';
import { Conflict, type FieldError } from '../../failure.ts';
import { positionCrossErrors } from '../../record/cross-checks.ts';
import { positionRecord } from '../../record/parse-position.ts';
import type { PositionRecord } from '../../record/record.ts';
import { editPerson } from './edit-person.ts';
import { planRows } from './rows.ts';
import type { PositionsEdit } from './schema.ts';
import { EDIT_TEXTS } from './texts.ts';

/**
 * Edits a person's District Assignments in Campus; the list is all of them. One that is linked to a section can't be
 * removed (POS-11).
 * @throws Conflict when HR manages the person (RO-1), for a linked one, or when they were changed meanwhile; Invalid;
 *   NotFound
 */
export async function editPositions(
  ctx: Context,
  { personId, edit }: { personId: string; edit: PositionsEdit },
): Promise<void> {
  const records = edit.positions.map((position) => positionRecord(position));
  await editPerson(ctx, {
    personId,
    rev: edit.rev,
    section: 'District Assignments',
    fields: ['positions'],
    async plan(person, tx) {
      const wanted = records.map(({ titleDescription: _, ...row }, i) => ({
        id: edit.positions[i]?.id ?? null,
        row: { personId, ...row },
      }));
      const stored = person.positions.map(({ links: _, ...position }) => position);
      const given = { newId: ctx.newId, actor: ctx.actor.name, list: 'positions' };
      const { changes, removed, errors } = planRows('districtAssignment', stored, wanted, given);
      assertRemovable(person, removed);
      return { changes, errors: [...errors, ...(await valueErrors(tx, person, records))] };
    },
  });
}

function assertRemovable({ positions }: CampusPerson, removed: readonly string[]): void {
  const linked = positions.find(({ id, links }) => removed.includes(id) && links.length > 0);
  if (!linked) return;
  throw new Conflict(EDIT_TEXTS.linked(linked.startDate, linked.links), [
    { pointer: '/positions', code: 'positionKept', message: EDIT_TEXTS.linkedShort() },
  ]);
}

/** POS-2 and REF-2; by hand a title is one that there is, because HR is where titles come from. */
async function valueErrors(
  tx: Transaction,
  person: CampusPerson,
  positions: readonly PositionRecord[],
): Promise<FieldError[]> {
  const asked = { staffNumber: person.staffNumber ?? '', demographics: {}, positions: [...positions] };
  const reference = await loadReferenceValues(tx, [asked]);
  return [
    ...positions.flatMap((position, i) => positionCrossErrors(position, `/positions/${i}`)),
    ...referenceErrors(asked, reference).errors,
    ...positions.flatMap(({ titleCode }, i): FieldError[] =>
      titleCode === null || reference.titles.has(titleCode)
        ? []
        : [
            {
              pointer: `/positions/${i}/titleCode`,
              code: 'invalid',
              message: EDIT_TEXTS.unknownTitle(titleCode),
              hint: EDIT_TEXTS.chooseTitle(),
            },
          ],
    ),
  ];
}
