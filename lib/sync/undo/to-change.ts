import type { Change, Rows } from '../../change/change.ts';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import { type Image, idOf, tableOf } from './images.ts';
import type { PersonUndo } from './person-state.ts';

/** The rule by which an undo restores what a run changed. */
export const UNDO_RULE = 'UNDO-1';

/** A row's image with the SSN as three texts, as the journal has it. */
export function imageOf({ ssn, ...row }: { ssn?: SealedSsn | null; [column: string]: unknown }): Image {
  if (ssn === undefined) return row;
  return {
    ...row,
    ssnCipher: ssn?.cipher.toString('base64') ?? null,
    ssnIndex: ssn?.index.toString('base64') ?? null,
    ssnLast4: ssn?.last4 ?? null,
  };
}

/**
 * An undo's rows as the one writer of people takes them.
 *
 * @param reseal an SSN that goes back, in transit for the person's number
 */
export function toChange(
  { key, before, after }: PersonUndo['changes'][number],
  reason: string,
  reseal: (ssn: SealedSsn, staffNumber: string) => SealedSsn,
): Change {
  const [old, young] = [before && rowOf(before), after && rowOf(after)];
  if (tableOf(key) === 'person' && young) {
    const [had, has] = [old as Rows['person'] | null, young as unknown as Rows['person']];
    if (before?.ssnIndex === after?.ssnIndex) has.ssn = had?.ssn ?? null;
    else if (has.ssn) has.ssn = reseal(has.ssn, has.staffNumber ?? '');
  }
  const op = !before ? 'insert' : after ? 'update' : 'delete';
  return {
    table: tableOf(key),
    op,
    id: idOf(key),
    before: old,
    after: young,
    rule: UNDO_RULE,
    reason,
  } as unknown as Change;
}

function rowOf(image: Image): Record<string, unknown> {
  if (!('ssnIndex' in image)) return { ...image };
  const { ssnCipher, ssnIndex, ssnLast4, ...row } = image as Record<string, string | null>;
  const ssn =
    ssnCipher && ssnIndex && ssnLast4
      ? { cipher: Buffer.from(ssnCipher, 'base64'), index: Buffer.from(ssnIndex, 'base64'), last4: ssnLast4 }
      : null;
  return { ...row, ssn };
}
