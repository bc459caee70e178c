import { type AnyColumn, and, eq, gt, isNotNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json, TRUE, ZERO } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { ownOrKnown } from '../../../db/own-or-known.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { inBatches } from '../../concurrency/in-batches.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';
import { withCurrentIndex } from '../../crypto/seal-ssn.ts';
import type { FieldError } from '../../failure.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import type { AsideRow } from './aside-row.ts';
import type { OpenCall } from './open-call.ts';

const BATCH_ROWS = 1000;

type OfCall = Params<{ runId: string; callId: string; after: number }>;

/**
 * The record that an earlier call of the run has staged for a number. Each number is looked up by itself (`ZERO`). The
 * planner knows nothing of a staging that is just being filled, and compared every record with every other.
 */
function earlierRecord(orm: Orm, p: OfCall, key: AnyColumn) {
  const other = alias(stagedStaff, 'other');
  const { known, columns } = ownOrKnown(orm, other, 'other_known');
  return orm
    .select({
      callId: other.callId,
      line: other.line,
      sent: columns.sent.as('earlier_sent'),
      record: columns.record.as('earlier_record'),
      ssnIndex: columns.ssnIndex.as('earlier_ssn_index'),
      ssnCipher: columns.ssnCipher.as('earlier_ssn_cipher'),
    })
    .from(other)
    .leftJoinLateral(known, TRUE)
    .where(
      and(
        inDistrict(other),
        eq(other.runId, p.runId),
        eq(other.staffNumberKey, key),
        ne(other.callId, p.callId),
      ),
    )
    .offset(ZERO)
    .as('earlier');
}

const copiedNow = defineQuery('copied records that the run has staged', (orm, p: OfCall) => {
  const earlier = earlierRecord(orm, p, stagedStaff.staffNumberKey);
  const { known, columns } = ownOrKnown(orm, stagedStaff, 'known');
  return orm
    .select({
      line: stagedStaff.line,
      staffNumber: sql<string>`${columns.record}::jsonb ->> 'staffNumber'`,
      sent: columns.sent,
      sameRecord: sql<boolean>`${earlier.record} = ${columns.record}`,
      sameSsn: sql<boolean>`${earlier.ssnIndex} is not distinct from ${columns.ssnIndex}`,
      index: columns.ssnIndex,
      cipher: columns.ssnCipher,
      earlierIndex: earlier.ssnIndex,
      earlierCipher: earlier.ssnCipher,
      earlierCall: earlier.callId,
      earlierLine: earlier.line,
      earlierSent: earlier.sent,
      place: sql<number>`${stagedCall.firstSeq} + ${earlier.line}`,
    })
    .from(stagedStaff)
    .leftJoinLateral(known, TRUE)
    .crossJoinLateral(earlier)
    .innerJoin(
      stagedCall,
      and(inDistrict(stagedCall), eq(stagedCall.id, earlier.callId), isNotNull(stagedCall.firstSeq)),
    )
    .where(and(inDistrict(stagedStaff), eq(stagedStaff.callId, p.callId), gt(stagedStaff.line, p.after)))
    .orderBy(stagedStaff.line)
    .limit(BATCH_ROWS);
});

const setAsideNow = defineQuery('set-aside records that the run has staged', (orm, p: OfCall) => {
  const earlier = earlierRecord(orm, p, setAsideStaff.staffNumberKey);
  return orm
    .select({
      line: setAsideStaff.line,
      staffNumber: sql<string>`${setAsideStaff.staffNumber}`,
      hr: json<AsideRow['hr']>(setAsideStaff.hr),
      errors: json<FieldError[]>(setAsideStaff.errors),
      payload: setAsideStaff.payload,
      earlierCall: earlier.callId,
      earlierLine: earlier.line,
      earlierSent: earlier.sent,
      place: sql<number>`${stagedCall.firstSeq} + ${earlier.line}`,
    })
    .from(setAsideStaff)
    .crossJoinLateral(earlier)
    .innerJoin(
      stagedCall,
      and(inDistrict(stagedCall), eq(stagedCall.id, earlier.callId), isNotNull(stagedCall.firstSeq)),
    )
    .where(
      and(inDistrict(setAsideStaff), eq(setAsideStaff.callId, p.callId), gt(setAsideStaff.line, p.after)),
    )
    .orderBy(setAsideStaff.line)
    .limit(BATCH_ROWS);
});

/** The record that an earlier call staged. `place` counts over the run, from 0. */
export interface Earlier {
  staffNumber: string;
  earlierCall: string;
  earlierLine: number;
  earlierSent: string;
  place: number;
}

/** As answers and messages name it. */
export const placeOfEarlier = ({ place }: { place: number }): string => `record ${place + 1} of the run`;

/** `equal`: a retry, the same data, however it was written. */
type CopiedAgain = Earlier & { line: number; sent: string; equal: boolean };
type SetAsideLater = Awaited<ReturnType<typeof setAsideNow>>[number];

/** Records of a call, already copied, for numbers that an earlier call of the run has staged; in batches, by line. */
export const copiedAgain = (
  keys: CryptoKeys,
  tx: Transaction,
  { id, runId }: OpenCall,
): AsyncGenerator<CopiedAgain[]> =>
  inBatches(BATCH_ROWS, async (last) => {
    const rows = await copiedNow(tx, { runId, callId: id, after: last?.line ?? -1 });
    return rows.map((row) => ({
      ...row,
      equal: row.sameRecord && (row.sameSsn || isSameSsn(keys, tx.districtId, row)),
    }));
  });

/** Two SSNs of one staff number that were staged with different keys. */
function isSameSsn(
  keys: CryptoKeys,
  districtId: string,
  row: Awaited<ReturnType<typeof copiedNow>>[number],
): boolean {
  const { index, cipher, earlierIndex, earlierCipher } = row;
  if (!index || !cipher || !earlierIndex || !earlierCipher) return false;
  const place = ssnInTransit(districtId, row.staffNumber);
  const [one, other] = [
    { index, cipher, last4: '' },
    { index: earlierIndex, cipher: earlierCipher, last4: '' },
  ].map((ssn) => withCurrentIndex(keys, place, ssn).index);
  return one !== undefined && other !== undefined && one.equals(other);
}

/** The same of records that the call has set aside. */
export const setAsideLater = (tx: Transaction, { id, runId }: OpenCall): AsyncGenerator<SetAsideLater[]> =>
  inBatches(BATCH_ROWS, (last) => setAsideNow(tx, { runId, callId: id, after: last?.line ?? -1 }));
