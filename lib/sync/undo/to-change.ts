import type { Change } from '../../change/change.ts';
import type { PersonRow } from '../../change/person-row.ts';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import { sameSsn } from '../../record/compare.ts';
import type { RowUndo } from './person-state.ts';

/** The rule by which an undo restores what a run changed. */
export const UNDO_RULE = 'UNDO-1';

/**
 * An undo's rows as applyPlans takes them.
 *
 * @param reseal a restored SSN, in transit for the person's number
 */
export function toChange(
  { table, id, before, after }: RowUndo,
  reason: string,
  reseal: (ssn: SealedSsn, staffNumber: string) => SealedSsn,
): Change {
  const row =
    after && 'ssn' in after ? resealed(after, before && 'ssn' in before ? before : null, reseal) : after;
  const op = !before ? 'insert' : after ? 'update' : 'delete';
  // The draft keeps rows by table, which the type of a map can't say.
  return { table, op, id, before, after: row, rule: UNDO_RULE, reason } as Change;
}

/** An SSN that stays keeps its cipher, so that it is not written. */
function resealed(
  after: PersonRow,
  before: PersonRow | null,
  reseal: (ssn: SealedSsn, staffNumber: string) => SealedSsn,
): PersonRow {
  if (before && sameSsn(before.ssn, after.ssn)) return { ...after, ssn: before.ssn };
  return { ...after, ssn: after.ssn && reseal(after.ssn, after.staffNumber ?? '') };
}
