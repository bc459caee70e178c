import { expect } from '@playwright/test';
import { campusRows } from '../campus-rows.ts';
import type { TestDistrict } from '../district.ts';
import { staffOf } from '../staff.ts';
import type { Vendor } from '../vendor.ts';

/** Single creates while something is broken, and a ledger of how they were answered. */
export class Creates {
  readonly #vendor: Vendor;
  #number: number;
  readonly #sent = new Set<string>();
  readonly #acknowledged = new Set<string>();

  /** @param first their numbers go up from here */
  constructor(vendor: Vendor, first: number) {
    this.#vendor = vendor;
    this.#number = first;
  }

  /** @returns the status */
  async one(): Promise<number> {
    this.#number += 1;
    const number = String(this.#number);
    this.#sent.add(number);
    const { status } = await this.#vendor.post('/staffMembers', staffOf(1, this.#number)[0]);
    if (status === 201) this.#acknowledged.add(number);
    return status;
  }

  /** Everyone who was acknowledged is there once, nobody twice. @returns how many are there */
  async expectKept({ ctx }: TestDistrict): Promise<number> {
    const numbers = (await campusRows(ctx)).person
      .map((row) => String(row.staff_number))
      .filter((number) => this.#sent.has(number));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining([...this.#acknowledged]));
    return numbers.length;
  }
}
