import type { FieldError } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { CallPlaces } from './open-call.ts';
import { inCallTwice } from './texts.ts';

/** Finds staff numbers that a call sends twice, up to a limit (SYNC-2). */
export class DuplicateCheck {
  readonly #first = new Map<string, number>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @returns the index of the first record with the number; undefined for a number that was not sent before */
  add(index: number, staffNumber: string): number | undefined {
    const key = staffNumberKey(staffNumber);
    const first = this.#first.get(key);
    if (first === undefined && this.#first.size < this.#limit) this.#first.set(key, index);
    return first;
  }
}

/** The error of a record whose number another record of the call has, too. It names both places. */
export const sentTwice = (
  { index, staffNumber, otherIndex }: { index: number; staffNumber: string; otherIndex: number },
  { pointer, placeOf }: CallPlaces,
): FieldError => ({
  pointer: `${pointer}/${index}/staffNumber`,
  code: 'duplicateStaffNumber',
  ...inCallTwice(staffNumber, placeOf(Math.min(index, otherIndex)), placeOf(Math.max(index, otherIndex))),
  index,
  staffNumber,
  otherIndex,
});
