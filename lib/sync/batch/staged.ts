import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { plannedAnew } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, TRUE, ZERO } from '../../../db/conditions.ts';
import { ownOrKnown } from '../../../db/own-or-known.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';
import { withCurrentIndex } from '../../crypto/seal-ssn.ts';
import type { StaffRecord } from '../../record/record.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import type { LineRange, StagedCall } from './batches.ts';
import { linesOfRanges, type Ranges, rangesOf } from './lines-of-ranges.ts';
import { recordDigest } from './record-digest.ts';

/** A transferred person at their place in staged order, which counts from 0 over the whole run. */
export interface Staged {
  seq: number;
  record: StaffRecord;
}

const publishedCalls = defineQuery('published calls of a run', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ id: stagedCall.id, firstSeq: sql<number>`${stagedCall.firstSeq}`, records: stagedCall.records })
    .from(stagedCall)
    .where(and(inDistrict(stagedCall), eq(stagedCall.runId, p.runId), isNotNull(stagedCall.firstSeq)))
    .orderBy(stagedCall.firstSeq),
);

export const stagedCalls = (tx: Transaction, runId: string): Promise<StagedCall[]> =>
  publishedCalls(tx, { runId });

/**
 * Reads range by range, by the primary key (`ZERO`). A join would rather read all of a call for a few of its lines.
 */
const recordsInRanges = defineQuery('staged records by ranges of lines', (orm, p: Params<Ranges>) => {
  const { range, inRange } = linesOfRanges(p);
  const { known, columns } = ownOrKnown(orm, stagedStaff, 'known');
  const records = orm
    .select({
      seq: sql<number>`${range.columns.firstSeq} + ${stagedStaff.line}`.as('seq'),
      record: columns.record.as('record'),
      ssnCipher: columns.ssnCipher.as('ssn_cipher'),
      ssnIndex: columns.ssnIndex.as('ssn_index'),
      ssnLast4: columns.ssnLast4.as('ssn_last4'),
    })
    .from(stagedStaff)
    .leftJoinLateral(known, TRUE)
    .where(inRange)
    .offset(ZERO)
    .as('s');
  return orm
    .select({
      seq: records.seq,
      record: records.record,
      ssnCipher: records.ssnCipher,
      ssnIndex: records.ssnIndex,
      ssnLast4: records.ssnLast4,
    })
    .from(range.table)
    .crossJoinLateral(records);
});

/** Staged records, in staged order, their SSNs with the index of the current key. */
export async function readStaged(
  keys: CryptoKeys,
  tx: Transaction,
  ranges: readonly LineRange[],
): Promise<Staged[]> {
  // Else a plan from before anything was known read all that is known for each record: 33 s for 20,000.
  const rows = await plannedAnew(tx, () => recordsInRanges(tx, rangesOf(ranges)));
  return rows
    .map(({ seq, record: json, ssnCipher: cipher, ssnIndex: index, ssnLast4: last4 }) => {
      const record = JSON.parse(json) as StaffRecord;
      if (cipher && index && last4)
        record.ssn = withCurrentIndex(keys, ssnInTransit(tx.districtId, record.staffNumber), {
          cipher,
          index,
          last4,
        });
      return { seq, record };
    })
    .sort((a, b) => a.seq - b.seq);
}

const digestsInRanges = defineQuery('digests of staged records', (orm, p: Params<Ranges>) => {
  const { range, inRange } = linesOfRanges(p);
  const records = orm
    .select({
      seq: sql<number>`${range.columns.firstSeq} + ${stagedStaff.line}`.as('seq'),
      digest: recordDigest(stagedStaff).as('digest'),
    })
    .from(stagedStaff)
    .where(inRange)
    .offset(ZERO)
    .as('s');
  return orm.select({ seq: records.seq, digest: records.digest }).from(range.table).crossJoinLateral(records);
});

/** By which the same records are known again (record-digest.ts), by place in staged order. */
export async function stagedDigests(
  tx: Transaction,
  ranges: readonly LineRange[],
): Promise<ReadonlyMap<number, Buffer>> {
  const rows = await digestsInRanges(tx, rangesOf(ranges));
  return new Map(rows.map(({ seq, digest }) => [seq, digest]));
}

const titlesInOrder = defineQuery('staged titles in staged order', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ titles: sql<string>`${stagedStaff.newTitles}` })
    .from(stagedCall)
    .innerJoin(
      stagedStaff,
      and(inDistrict(stagedStaff), eq(stagedStaff.callId, stagedCall.id), isNotNull(stagedStaff.newTitles)),
    )
    .where(and(inDistrict(stagedCall), eq(stagedCall.runId, p.runId), isNotNull(stagedCall.firstSeq)))
    .orderBy(sql`${stagedCall.firstSeq} + ${stagedStaff.line}`),
);

/** Describes each new title code by the first record in staged order that brought it (REF-2). */
export async function stagedTitles(tx: Transaction, runId: string): Promise<Map<string, string | null>> {
  const described = new Map<string, string | null>();
  for (const { titles } of await titlesInOrder(tx, { runId }))
    for (const [code, description] of Object.entries(JSON.parse(titles) as Record<string, string | null>))
      if (!described.has(code)) described.set(code, description);
  return described;
}
