import { findByIndex } from '../../../db/by-index.ts';
import { maskText } from '../../../db/mask/mask-text.ts';
import { Breather } from '../../concurrency/breather.ts';
import type { Context } from '../../context.ts';
import type { Warning } from '../../failure.ts';
import { isFormWritten } from '../../new-form.ts';
import type { ValueMap } from '../../record/map-values.ts';
import { assertOpen, type OpenCall } from './open-call.ts';
import { readingBasis, sentDigest } from './sent-digest.ts';
import { stageKnown } from './stage-known.ts';
import { ROW_BYTES, takeSpace } from './staging-space.ts';

/** A record that was read before, exactly as it is sent now; it is staged. */
export interface KnownStaff {
  staffNumberKey: string;
  /** What it was warned of. */
  warnings: readonly Warning[];
}
const NO_WARNINGS: readonly Warning[] = [];

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

/**
 * The records of a call that HR has sent before and a commit took. Most nights that is nearly all of them: they are staged from
 * `known_record` and not read again.
 */
export class KnownRecords {
  /** Records that are staged. */
  staged = 0;
  readonly #ctx: Context;
  readonly #call: OpenCall;
  readonly #today: string;
  readonly #basis: string;
  readonly #byPointer: boolean;
  readonly #breather = new Breather();

  private constructor(
    ctx: Context,
    call: OpenCall,
    { today, basis, byPointer }: { today: string; basis: string; byPointer: boolean },
  ) {
    this.#ctx = ctx;
    this.#call = call;
    this.#today = today;
    this.#basis = basis;
    this.#byPointer = byPointer;
  }

  /**
   * @param today `YYYY-MM-DD`, in the district
   * @param byPointer once the release before has ended, unless it is given
   */
  static open(
    ctx: Context,
    call: OpenCall,
    { today, map, byPointer }: { today: string; map: ValueMap | undefined; byPointer?: boolean },
  ): Promise<KnownRecords> {
    return ctx.db.aside.inDistrict(ctx.district.id, async (tx) => {
      const basis = await readingBasis(tx, map);
      const points = byPointer ?? (await isFormWritten(tx, 'known records by pointer'));
      return new KnownRecords(ctx, call, { today, basis, byPointer: points });
    });
  }

  /**
   * Stages those that are known, in a transaction of its own. Nobody sees them before the call is published.
   * @param firstLine of the first record within the call
   * @returns in the same order, what is known of each, or by which digest it will be known
   * @throws Conflict if the staging was cleared meanwhile; TooLarge if the district's staging is full
   */
  async stage(records: readonly Sent[], firstLine: number): Promise<(KnownStaff | Buffer | undefined)[]> {
    const looked = await this.#digestsOf(records);
    const lines = looked.flatMap((digest, i) => (digest ? [firstLine + i] : []));
    const digests = looked.filter((digest) => digest !== undefined);
    const found: (KnownStaff | Buffer | undefined)[] = looked;
    const rows = await this.#ctx.db.aside.stagingInDistrict(this.#ctx.district.id, async (tx) => {
      const { id: callId, runId } = this.#call;
      await assertOpen(tx, this.#call);
      await findByIndex(tx);
      const rows = await stageKnown(tx, {
        ...{ callId, runId, lines, digests },
        ...{ today: this.#today, byPointer: this.#byPointer },
      });
      const charsOf = ({ line }: { line: number }) => 2 * (records[line - firstLine]?.length ?? 0);
      const bytes = rows.reduce((sum, row) => sum + ROW_BYTES + (this.#byPointer ? 0 : charsOf(row)), 0);
      if (bytes > 0) await takeSpace(this.#ctx, tx, this.#call, bytes);
      return rows;
    });
    for (const { line, key: staffNumberKey, warnings } of rows)
      found[line - firstLine] = { staffNumberKey, warnings: warnings ? JSON.parse(warnings) : NO_WARNINGS };
    this.staged += rows.length;
    return found;
  }

  async #digestsOf(records: readonly Sent[]): Promise<(Buffer | undefined)[]> {
    const { keys, district } = this.#ctx;
    const digests: (Buffer | undefined)[] = [];
    for (const sent of records) {
      digests.push(sent === undefined ? sent : sentDigest(keys, district.id, this.#basis, sent));
      const pause = this.#breather.breathe();
      if (pause) await pause;
    }
    return digests;
  }

  /**
   * Of a record without errors, mapped values and warnings of its codes; undefined if today is a day that decides a warning.
   * @param changesOn the first day on which it may be read otherwise, `YYYY-MM-DD`; null if none
   * @param warnings what else it is warned of; they are kept masked, so a record is read again whose warnings are masked
   */
  readingOf(digest: Buffer, changesOn: string | null, warnings: Warning[]): Reading | undefined {
    if (changesOn === this.#today) return undefined;
    const text = warnings.length > 0 ? JSON.stringify(warnings) : null;
    if (text !== null && maskText(text) !== text) return undefined;
    return { digest, readOn: this.#today, changesOn, warnings: text };
  }
}
