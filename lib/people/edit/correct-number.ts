import type { Transaction } from '../../../db/client.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import { rowOf } from '../../change/row-of.ts';
import type { Context } from '../../context.ts';
import { reasonText } from '../reason-text.ts';
import { changedMeanwhile, editPerson } from './edit-person.ts';
import { assertNumberFree, outdatePlans } from './number-holder.ts';
import type { NumberCorrection } from './schema.ts';
import { EDIT_TEXTS, EDIT_WHY } from './texts.ts';

/** Made from a revision that was read, or from a number that was shown. */
type Correction = Pick<NumberCorrection, 'staffNumber' | 'reason'> & {
  rev?: number;
  was?: string | null;
};

interface NumberChange {
  personId: string;
  correction: Correction;
  /** Why the number is changed: for the history. */
  rule?: string;
  /** Further conditions, in the same transaction. @throws Conflict */
  check?: (tx: Transaction, person: CampusPerson) => Promise<void>;
  /** In the same transaction, once the person has the number. `person` is as before. */
  afterwards?: (tx: Transaction, person: CampusPerson) => Promise<void>;
}

/**
 * Gives a person another Local Staff Number, also one HR manages: HR can't change it through the API (RO-3). From
 * then on HR finds the person by the new number only.
 * @throws Conflict when another person has the number (the message names that person), or when the person was changed meanwhile; Invalid for
 *   the number they have already; NotFound
 */
export function correctStaffNumber(
  ctx: Context,
  { personId, correction, rule = 'RO-3', check, afterwards }: NumberChange,
): Promise<void> {
  const { rev, was, staffNumber } = correction;
  const number = staffNumber.trim();
  const reason = reasonText(correction.reason);
  return editPerson(ctx, {
    personId,
    rev,
    section: 'Demographics',
    fields: ['staffNumber'],
    correction: { action: 'person.change-number', detail: { staffNumber: number, reason } },
    async plan(person, tx) {
      if (was !== undefined && (was ?? '') !== (person.staffNumber ?? '')) throw changedMeanwhile();
      if (person.staffNumber?.trim() === number) return { changes: [], errors: [same(number)] };
      await check?.(tx, person);
      await assertNumberFree(tx, person, number);
      const before = rowOf('person', person);
      const after = { ...before, staffNumber: number };
      const why = EDIT_WHY.numberCorrected(rule, ctx.actor.name, reason);
      return {
        changes: [{ table: 'person', op: 'update', id: person.id, before, after, ...why }],
        errors: [],
      };
    },
    async afterwards(tx, person) {
      await outdatePlans(tx, [{ before: person.staffNumber, after: number }]);
      await afterwards?.(tx, person);
    },
  });
}

const same = (number: string) => ({
  pointer: '/staffNumber',
  code: 'invalid' as const,
  message: EDIT_TEXTS.sameNumber(number),
});
