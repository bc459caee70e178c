import { maskText } from '../../db/mask/mask-text.ts';
import type { FieldError } from '../failure.ts';

const MAX_CAUSE_CHARS = 200;

/**
 * What entries that failed the same way have in common, for grouping (ERR-3): the status, and the first error's code and place
 * whichever record it was in; without one, the sentence without what it names.
 */
export function causeOf(entry: { status: number; message: string; errors: readonly FieldError[] }): string {
  const [first] = entry.errors;
  const what = first ? `${first.code} ${placeOf(first.pointer)}` : withoutNames(entry.message);
  // Masked before the cut, which could leave half an SSN.
  const cause = maskText(`${entry.status} ${what}`.slice(0, 2 * MAX_CAUSE_CHARS));
  return cause.trim().slice(0, MAX_CAUSE_CHARS).toWellFormed().replaceAll('\0', '␀');
}

/** `/staffMembers/17/positions/0/schoolNumber` and `/positions/1/schoolNumber` are one place. */
const placeOf = (pointer: string): string =>
  pointer.replace(/^\/staffMembers(?=\/\d)/, '').replace(/\/\d+(?=\/|$)/g, '');

const withoutNames = (sentence: string): string =>
  sentence.replace(/"[^"]*"|“[^”]*”/g, '…').replace(/\S+/g, (word) => (/\d/.test(word) ? '…' : word));
