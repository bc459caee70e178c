import { and, eq, gt, isNotNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf, ZERO } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import type { FieldError } from '../../failure.ts';
import { duplicateInCall } from './duplicate-check.ts';
import { stagedBefore } from './texts.ts';

const numberSent = sql<string>`${stagedStaff.record}::jsonb ->> 'staffNumber'`;

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
  (orm, p: Params<{ callId: string; lines: readonly number[] }>) =>
    orm
      .select({ line: stagedStaff.line, staffNumber: numberSent })
      .from(stagedStaff)
      .where(
        and(inDistrict(stagedStaff), eq(stagedStaff.callId, p.callId), isOneOf(stagedStaff.line, p.lines)),
      ),
);

/** Numbers that a call has copied twice, where it has too many to compare in memory. */
export async function duplicatesInCall(
  tx: Transaction,
  callId: string,
  pointer: string,
): Promise<FieldError[]> {
  const repeated = await repeatedLines(tx, { callId });
  if (repeated.length === 0) return [];
  const numbers = await numbersOfLines(tx, { callId, lines: repeated.map(({ line }) => line) });
  const numberAt = new Map(numbers.map(({ line, staffNumber }) => [line, staffNumber]));
  return repeated.map(({ line, first }) =>
    duplicateInCall({ index: line, staffNumber: numberAt.get(line) ?? '', otherIndex: first }, pointer),
  );
}

/**
 * Each number is looked up by itself (`ZERO`). The planner knows nothing of a staging that is just being filled, and
 * compared every record with every other.
 */
const numbersStagedBefore = defineQuery(
  'numbers of a call that the run has staged',
  (orm, p: Params<{ runId: string; callId: string }>) => {
    const other = alias(stagedStaff, 'other');
    const earlier = orm
      .select({ callId: other.callId, line: other.line })
      .from(other)
      .where(
        and(
          inDistrict(other),
          eq(other.runId, p.runId),
          eq(other.staffNumberKey, stagedStaff.staffNumberKey),
          ne(other.callId, p.callId),
        ),
      )
      .offset(ZERO)
      .as('earlier');
    return orm
      .select({
        line: stagedStaff.line,
        staffNumber: numberSent,
        place: sql<number>`${stagedCall.firstSeq} + ${earlier.line}`,
      })
      .from(stagedStaff)
      .crossJoinLateral(earlier)
      .innerJoin(
        stagedCall,
        and(inDistrict(stagedCall), eq(stagedCall.id, earlier.callId), isNotNull(stagedCall.firstSeq)),
      )
      .where(and(inDistrict(stagedStaff), eq(stagedStaff.callId, p.callId)))
      .orderBy(stagedStaff.line);
  },
);

/** Numbers of a call, already copied, that an earlier call of the run has staged (SYNC-2). */
export async function duplicatesStaged(
  tx: Transaction,
  call: { id: string; runId: string },
  pointer: string,
): Promise<FieldError[]> {
  const found = await numbersStagedBefore(tx, { runId: call.runId, callId: call.id });
  return found.map(({ line, staffNumber, place }) => ({
    pointer: `${pointer}/${line}/staffNumber`,
    code: 'duplicateStaffNumber',
    ...stagedBefore(staffNumber),
    index: line,
    staffNumber,
    stagedAt: `record ${place + 1} of the run`,
  }));
}
