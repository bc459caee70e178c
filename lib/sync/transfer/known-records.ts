import { type AnyColumn, and, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { findByIndex } from '../../../db/by-index.ts';
import { DISTRICT_ID, inDistrict, ZERO } from '../../../db/conditions.ts';
import { maskText } from '../../../db/mask/mask-text.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { knownRecord } from '../../../db/schema/known-record.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';
import { readOtherwiseOn } from '../../change/plan/changes-on.ts';
import { Breather } from '../../concurrency/breather.ts';
import type { Context } from '../../context.ts';
import type { Warning } from '../../failure.ts';
import { isFormWritten } from '../../new-form.ts';
import type { ValueMap } from '../../record/map-values.ts';
import type { StaffRecord } from '../../record/record.ts';
import { recordDigest } from '../batch/record-digest.ts';
import { assertOpen, type OpenCall } from './open-call.ts';
import { readingBasis, sentDigest } from './sent-digest.ts';
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
 * Stages those of these lines that are known. Each digest is looked up by itself (`ZERO`): Postgres knows nothing of what a commit
 * has just kept.
 * @param byPointer stages a row that points to what is known; otherwise a copy of it
 */
const stageKnown = defineQuery(
  'stage the records that are known',
  (
    orm,
    p: Params<{
      callId: string;
      runId: string;
      lines: readonly number[];
      digests: readonly Buffer[];
      today: string;
      byPointer: boolean;
    }>,
  ) => {
    const sent = unnested('sent', {
      line: [stagedStaff.line, p.lines],
      digest: [stagedStaff.sentDigest, p.digests],
    });
    const known = orm
      .select({
        staffNumberKey: knownRecord.staffNumberKey,
        ...{ record: knownRecord.record, sent: knownRecord.sent },
        ...{
          ssnCipher: knownRecord.ssnCipher,
          ssnIndex: knownRecord.ssnIndex,
          ssnLast4: knownRecord.ssnLast4,
        },
        warnings: knownRecord.warnings,
        recordDigest: recordDigest(knownRecord).as('record_digest'),
      })
      .from(knownRecord)
      .where(
        and(
          inDistrict(knownRecord),
          eq(knownRecord.sentDigest, sent.columns.digest),
          lte(knownRecord.readOn, p.today),
          or(isNull(knownRecord.changesOn), gt(knownRecord.changesOn, p.today)),
        ),
      )
      .offset(ZERO)
      .as('known');
    const unlessByPointer = (column: AnyColumn, pointer: SQL, name: string) =>
      sql`case when ${p.byPointer}::boolean then ${pointer} else ${column} end`.as(name);
    return orm
      .insert(stagedStaff)
      .select(
        orm
          .select({
            districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
            callId: sql`${p.callId}::uuid`.as('call_id'),
            line: sent.selection.line,
            runId: sql`${p.runId}::uuid`.as('run_id'),
            staffNumberKey: known.staffNumberKey,
            record: unlessByPointer(known.record, sql`''`, 'record'),
            sent: unlessByPointer(known.sent, sql`''`, 'sent'),
            ssnCipher: unlessByPointer(known.ssnCipher, sql`null`, 'ssn_cipher'),
            ssnIndex: unlessByPointer(known.ssnIndex, sql`null`, 'ssn_index'),
            ssnLast4: unlessByPointer(known.ssnLast4, sql`null`, 'ssn_last4'),
            newTitles: sql`null::text`.as('new_titles'),
            sentDigest: sql`null::bytea`.as('sent_digest'),
            readOn: sql`null::date`.as('read_on'),
            changesOn: sql`null::date`.as('changes_on'),
            warnings: known.warnings,
            recordDigest: known.recordDigest,
          })
          .from(sent.table)
          .crossJoinLateral(known),
      )
      .returning({ line: stagedStaff.line, key: stagedStaff.staffNumberKey, warnings: stagedStaff.warnings });
  },
);

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
