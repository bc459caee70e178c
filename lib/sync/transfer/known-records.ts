import { and, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { findByIndex } from '../../../db/by-index.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { maskText } from '../../../db/mask/mask-text.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { knownRecord } from '../../../db/schema/known-record.ts';
import { readOtherwiseOn } from '../../change/plan/changes-on.ts';
import { Breather } from '../../concurrency/breather.ts';
import type { Context } from '../../context.ts';
import type { Warning } from '../../failure.ts';
import type { ValueMap } from '../../record/map-values.ts';
import type { StaffRecord } from '../../record/record.ts';
import { readingBasis, sentDigest } from './sent-digest.ts';

/** A record that was read before, exactly as it is sent now. */
export interface KnownStaff {
  staffNumberKey: string;
  digest: Buffer;
  /** Of its JSON, in characters or bytes. */
  length: number;
  /** What it was warned of. */
  warnings: Warning[];
}

/** By which a record that is read now will be known, and from when until the day before when (null: for good). */
export interface Reading {
  digest: Buffer;
  readOn: string;
  changesOn: string | null;
  /** As JSON; null for none. */
  warnings: string | null;
}

/** The JSON of a record as it was sent, a line's bytes or a text; undefined for one that has to be read. */
type Sent = Uint8Array | string | undefined;

const knownOf = defineQuery(
  'known records of digests',
  (orm, p: Params<{ digests: readonly Buffer[]; today: string }>) =>
    orm
      .select({
        key: knownRecord.staffNumberKey,
        digest: sql<Buffer>`${knownRecord.sentDigest}`,
        warnings: knownRecord.warnings,
      })
      .from(knownRecord)
      .where(
        and(
          inDistrict(knownRecord),
          isOneOf(knownRecord.sentDigest, p.digests),
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

  /** @returns in the same order, what is known of each, or by which digest it will be known */
  async find(records: readonly Sent[]): Promise<(KnownStaff | Buffer | undefined)[]> {
    const digests: (Buffer | undefined)[] = [];
    for (const sent of records) {
      digests.push(
        sent === undefined ? sent : sentDigest(this.#ctx.keys, this.#ctx.district.id, this.#basis, sent),
      );
      await this.#breather.breathe();
    }
    const rows = await this.#ctx.db.aside.inDistrict(this.#ctx.district.id, async (tx) => {
      await findByIndex(tx);
      return knownOf(tx, { digests: digests.filter((digest) => digest !== undefined), today: this.#today });
    });
    const known = new Map(rows.map((row) => [row.digest.toString('latin1'), row]));
    return digests.map((digest, i) => {
      const row = digest && known.get(digest.toString('latin1'));
      if (!row) return digest;
      const { key: staffNumberKey, warnings } = row;
      return {
        staffNumberKey,
        digest,
        length: records[i]?.length ?? 0,
        warnings: warnings ? JSON.parse(warnings) : [],
      };
    });
  }

  /**
   * Of a record without errors, mapped values and warnings of its codes; undefined if today is a day that decides a warning.
   * @param warnings what else it is warned of; they are kept masked, so a record is read again whose warnings are masked
   */
  readingOf(digest: Buffer, record: StaffRecord, warnings: Warning[]): Reading | undefined {
    const changesOn = readOtherwiseOn(record, this.#today);
    if (changesOn === this.#today) return undefined;
    const text = warnings.length > 0 ? JSON.stringify(warnings) : null;
    if (text !== null && maskText(text) !== text) return undefined;
    return { digest, readOn: this.#today, changesOn, warnings: text };
  }
}
