import type { FieldError } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { sentTwice } from './texts.ts';

/** Finds staff numbers that a call sends twice, up to a limit: the later record gets the error, which names the earlier (SYNC-2). */
export class DuplicateCheck {
  readonly #first = new Map<string, number>();
  readonly #limit: number;
  readonly #pointer: string;

  constructor(limit: number, pointer: string) {
    this.#limit = limit;
    this.#pointer = pointer;
  }

  /** Undefined for a number that was not sent before. */
  add(index: number, staffNumber: string): FieldError | undefined {
    const key = staffNumberKey(staffNumber);
    const otherIndex = this.#first.get(key);
    if (otherIndex !== undefined) return duplicateInCall({ index, staffNumber, otherIndex }, this.#pointer);
    if (this.#first.size < this.#limit) this.#first.set(key, index);
    return undefined;
  }
}

export const duplicateInCall = (
  { index, staffNumber, otherIndex }: { index: number; staffNumber: string; otherIndex: number },
  pointer: string,
): FieldError => ({
  pointer: `${pointer}/${index}/staffNumber`,
  code: 'duplicateStaffNumber',
  ...sentTwice(staffNumber, `${pointer}/${otherIndex}`, `${pointer}/${index}`),
  index,
  staffNumber,
  otherIndex,
});
