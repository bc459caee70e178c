import { and, eq, gt, sql } from 'drizzle-orm';
import { findByIndex } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf, TRUE } from '../../../db/conditions.ts';
import { ownOrKnown } from '../../../db/own-or-known.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';
import type { FieldError } from '../../failure.ts';
import { sentTwice } from './duplicate-check.ts';
import type { CallPlaces, OpenCall } from './open-call.ts';
import { copiedAgain, placeOfEarlier } from './staged-earlier.ts';
import { stagedBefore } from './texts.ts';

const repeatedLines = defineQuery(
  'lines of a call with a repeated number',
  (orm, p: Params<{ callId: string }>) => {
    const line = orm
      .select({
        line: stagedStaff.line,
        first: sql<number>`min(${stagedStaff.line}) over (partition by ${stagedStaff.staffNumberKey})`.as(
          'first',
        ),
      })
      .from(stagedStaff)
      .where(and(inDistrict(stagedStaff), eq(stagedStaff.callId, p.callId)))
      .as('line_of');
    return orm
      .select({ line: line.line, first: line.first })
      .from(line)
      .where(gt(line.line, line.first))
      .orderBy(line.line);
  },
);

/** A query of its own: joined, the planner, which knows nothing of what was just copied, compares each line with all. */
const numbersOfLines = defineQuery(
  'staff numbers of staged lines',
  (orm, p: Params<{ callId: string; lines: readonly number[] }>) => {
    const { known, columns } = ownOrKnown(orm, stagedStaff, 'known');
    return orm
      .select({
        line: stagedStaff.line,
        staffNumber: sql<string>`${columns.record}::jsonb ->> 'staffNumber'`,
      })
      .from(stagedStaff)
      .leftJoinLateral(known, TRUE)
      .where(
        and(inDistrict(stagedStaff), eq(stagedStaff.callId, p.callId), isOneOf(stagedStaff.line, p.lines)),
      );
  },
);

/** Numbers that a call has copied twice, where it has too many to compare in memory. */
export async function duplicatesInCall(
  tx: Transaction,
  callId: string,
  places: CallPlaces,
): Promise<FieldError[]> {
  await findByIndex(tx);
  const repeated = await repeatedLines(tx, { callId });
  if (repeated.length === 0) return [];
  const numbers = await numbersOfLines(tx, { callId, lines: repeated.map(({ line }) => line) });
  const numberAt = new Map(numbers.map(({ line, staffNumber }) => [line, staffNumber]));
  return repeated.map(({ line, first }) =>
    sentTwice({ index: line, staffNumber: numberAt.get(line) ?? '', otherIndex: first }, places),
  );
}

/** Errors of a call's records, already copied, whose number an earlier call of the run has staged; in batches (SYNC-2). */
export async function* errorsOfStaged(
  keys: CryptoKeys,
  tx: Transaction,
  call: OpenCall,
  { pointer, placeOf }: CallPlaces,
): AsyncGenerator<FieldError[]> {
  for await (const batch of copiedAgain(keys, tx, call))
    yield batch.map((again) => {
      const { line, staffNumber } = again;
      const stagedAt = placeOfEarlier(again);
      return {
        pointer: `${pointer}/${line}/staffNumber`,
        code: 'duplicateStaffNumber',
        ...stagedBefore(staffNumber, stagedAt, placeOf(line)),
        index: line,
        staffNumber,
        stagedAt,
      };
    });
}
