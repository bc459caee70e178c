import { and, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { findByIndex } from '../../../db/by-index.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { knownRecord } from '../../../db/schema/known-record.ts';
import { readOtherwiseOn } from '../../change/plan/changes-on.ts';
import { Breather } from '../../concurrency/breather.ts';
import type { Context } from '../../context.ts';
import type { ValueMap } from '../../record/map-values.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import { readingBasis, sentDigest } from './sent-digest.ts';

/** A record that was read before, exactly as it is sent now, and found without any remark. */
export interface KnownStaff {
  staffNumberKey: string;
  digest: Buffer;
  /** Of its JSON. */
  chars: number;
}

/** By which a record that is read now will be known, and from when until the day before when (null: for good). */
export interface Reading {
  digest: Buffer;
  readOn: string;
  changesOn: string | null;
}

/** A record that may be known: its number as sent, and itself as JSON. */
interface Asked {
  staffNumber: string | undefined;
  value: unknown;
}

const digestsOf = defineQuery(
  'known records of staff numbers',
  (orm, p: Params<{ keys: readonly string[]; today: string }>) =>
    orm
      .select({ key: knownRecord.staffNumberKey, digest: sql<Buffer>`${knownRecord.sentDigest}` })
      .from(knownRecord)
      .where(
        and(
          inDistrict(knownRecord),
          isOneOf(knownRecord.staffNumberKey, p.keys),
          lte(knownRecord.readOn, p.today),
          or(isNull(knownRecord.changesOn), gt(knownRecord.changesOn, p.today)),
        ),
      ),
);

/**
 * Finds the records of a call that HR has sent before and a commit took. Most nights that is nearly all of them: they are
 * staged from `known_record` and not read again.
 */
export class KnownRecords {
  readonly #ctx: Context;
  readonly #today: string;
  readonly #basis: string;
  readonly #breather = new Breather();

  private constructor(ctx: Context, today: string, basis: string) {
    this.#ctx = ctx;
    this.#today = today;
    this.#basis = basis;
  }

  /** @param today `YYYY-MM-DD`, in the district */
  static async open(ctx: Context, today: string, map: ValueMap | undefined): Promise<KnownRecords> {
    const basis = await ctx.db.aside.inDistrict(ctx.district.id, (tx) => readingBasis(tx, map));
    return new KnownRecords(ctx, today, basis);
  }

  /** @returns by index, those that are known */
  async find(records: readonly Asked[]): Promise<Map<number, KnownStaff>> {
    const keys = records.map(({ staffNumber }) => staffNumber && staffNumberKey(staffNumber));
    const rows = await this.#ctx.db.aside.inDistrict(this.#ctx.district.id, async (tx) => {
      await findByIndex(tx);
      return digestsOf(tx, { keys: keys.filter((key) => key !== undefined), today: this.#today });
    });
    const digests = new Map(rows.map(({ key, digest }) => [key, digest]));
    const known = new Map<number, KnownStaff>();
    for (const [index, { value }] of records.entries()) {
      const key = keys[index] ?? '';
      const digest = digests.get(key);
      if (!digest) continue;
      const text = JSON.stringify(value);
      if (digest.equals(this.#digestOf(text)))
        known.set(index, { staffNumberKey: key, digest, chars: text.length });
      await this.#breather.breathe();
    }
    return known;
  }

  /** Of a record without errors, warnings and mapped values; undefined if today is a day that decides one. */
  readingOf(value: unknown, record: StaffRecord): Reading | undefined {
    const changesOn = readOtherwiseOn(record, this.#today);
    if (changesOn === this.#today) return undefined;
    return { digest: this.#digestOf(JSON.stringify(value)), readOn: this.#today, changesOn };
  }

  readonly #digestOf = (text: string): Buffer =>
    sentDigest(this.#ctx.keys, this.#ctx.district.id, this.#basis, text);
}
