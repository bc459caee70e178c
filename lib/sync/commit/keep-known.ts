import { and, eq, gt, isNotNull, lte, max, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { findByIndex } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict, ONE, ZERO } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { knownRecord } from '../../../db/schema/known-record.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import type { Context } from '../../context.ts';
import { batchesOf, type StagedCall } from '../batch/batches.ts';
import { linesOfRanges, type Ranges, rangesOf } from '../batch/lines-of-ranges.ts';
import { recordDigest } from '../batch/record-digest.ts';
import { lockLatestRun } from '../run/run.ts';

/** Records per transaction, while nobody can start a synchronization: 0.1 to 0.2 s on a busy machine. */
const BATCH_RECORDS = 5_000;

const excluded = alias(knownRecord, 'excluded');

const keepKnown = defineCommand('keep the records that were read', (orm, p: Params<Ranges>) => {
  const { range, inRange } = linesOfRanges(p);
  const read = orm
    .select({
      staffNumberKey: stagedStaff.staffNumberKey,
      sentDigest: sql<Buffer>`${stagedStaff.sentDigest}`.as('sent_digest'),
      readOn: sql<string>`${stagedStaff.readOn}`.as('read_on'),
      changesOn: stagedStaff.changesOn,
      record: stagedStaff.record,
      sent: stagedStaff.sent,
      ssnCipher: stagedStaff.ssnCipher,
      ssnIndex: stagedStaff.ssnIndex,
      ssnLast4: stagedStaff.ssnLast4,
      warnings: stagedStaff.warnings,
      recordDigest: recordDigest(stagedStaff).as('record_digest'),
    })
    .from(stagedStaff)
    .where(and(inRange, isNotNull(stagedStaff.sentDigest)))
    .offset(ZERO)
    .as('read_now');
  return orm
    .insert(knownRecord)
    .select(
      orm
        .select({
          districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
          staffNumberKey: read.staffNumberKey,
          sentDigest: read.sentDigest,
          readOn: read.readOn,
          changesOn: read.changesOn,
          record: read.record,
          sent: read.sent,
          ssnCipher: read.ssnCipher,
          ssnIndex: read.ssnIndex,
          ssnLast4: read.ssnLast4,
          warnings: read.warnings,
          recordDigest: read.recordDigest,
        })
        .from(range.table)
        .crossJoinLateral(read),
    )
    .onConflictDoUpdate({
      target: [knownRecord.districtId, knownRecord.staffNumberKey],
      set: {
        sentDigest: sql`${excluded.sentDigest}`,
        readOn: sql`${excluded.readOn}`,
        changesOn: sql`${excluded.changesOn}`,
        record: sql`${excluded.record}`,
        sent: sql`${excluded.sent}`,
        ssnCipher: sql`${excluded.ssnCipher}`,
        ssnIndex: sql`${excluded.ssnIndex}`,
        ssnLast4: sql`${excluded.ssnLast4}`,
        warnings: sql`${excluded.warnings}`,
        recordDigest: sql`${excluded.recordDigest}`,
      },
    })
    .returning(ONE);
});

const lastOfBatch = defineQuery(
  'the last number of a batch of known records',
  (orm, p: Params<{ after: string; limit: number }>) => {
    const batch = orm
      .select({ key: knownRecord.staffNumberKey })
      .from(knownRecord)
      .where(and(inDistrict(knownRecord), gt(knownRecord.staffNumberKey, p.after)))
      .orderBy(knownRecord.staffNumberKey)
      .limit(p.limit)
      .as('batch');
    return orm.select({ key: max(batch.key) }).from(batch);
  },
);
/** Each number is looked up by itself (`ZERO`): without statistics of the new staging, Postgres joined it by a wrong index. */
const deleteUnsent = defineCommand(
  'forget known records that HR no longer sends',
  (orm, p: Params<{ runId: string; after: string; last: string }>) => {
    const stagedNow = orm
      .select(ONE)
      .from(stagedStaff)
      .where(
        and(
          inDistrict(stagedStaff),
          eq(stagedStaff.runId, p.runId),
          eq(stagedStaff.staffNumberKey, knownRecord.staffNumberKey),
        ),
      )
      .offset(ZERO);
    return orm
      .delete(knownRecord)
      .where(
        and(
          inDistrict(knownRecord),
          gt(knownRecord.staffNumberKey, p.after),
          lte(knownRecord.staffNumberKey, p.last),
          notExists(stagedNow),
        ),
      );
  },
);

/** @returns the last number looked at; undefined after all */
async function forgetBatch(tx: Transaction, runId: string, after: string): Promise<string | undefined> {
  const last = (await lastOfBatch.first(tx, { after, limit: BATCH_RECORDS }))?.key ?? undefined;
  if (last === undefined) return undefined;
  await findByIndex(tx);
  await deleteUnsent(tx, { runId, after, last });
  return last;
}

/**
 * After a commit: keeps the records that the run read and whose codes Campus has, so that the next transfer need not read
 * equal ones (known-records.ts), and forgets those of numbers that HR no longer sends. Ends where another synchronization has
 * begun: what is known does not change while a transfer is received.
 */
export async function keepKnownRecords(
  ctx: Context,
  runId: string,
  calls: readonly StagedCall[],
): Promise<void> {
  const whileLatest = <T>(work: (tx: Transaction) => Promise<T>): Promise<T | undefined> =>
    ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const run = await lockLatestRun(tx);
      return run?.id === runId && run.status === 'committed' ? work(tx) : undefined;
    });
  for (const { ranges } of batchesOf(calls, BATCH_RECORDS))
    await whileLatest((tx) => keepKnown(tx, rangesOf(ranges)));
  let looked: string | undefined = '';
  while (looked !== undefined) {
    const after: string = looked;
    looked = await whileLatest((tx) => forgetBatch(tx, runId, after));
  }
}
