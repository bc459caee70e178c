import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { setAsideStaff, stagedCall } from '../../../db/schema/staging.ts';
import type { FieldError } from '../../failure.ts';

const place = sql<number>`${stagedCall.firstSeq} + ${setAsideStaff.line}`;

const setAsideAfter = defineQuery(
  'set-aside records of a run after a place',
  (orm, p: Params<{ runId: string; after: number; limit: number }>) =>
    orm
      .select({
        seq: place,
        staffNumber: setAsideStaff.staffNumber,
        hr: json<Record<string, string>>(setAsideStaff.hr),
        errors: json<FieldError[]>(setAsideStaff.errors),
        payload: setAsideStaff.payload,
      })
      .from(stagedCall)
      .innerJoin(setAsideStaff, and(inDistrict(setAsideStaff), eq(setAsideStaff.callId, stagedCall.id)))
      .where(
        and(
          inDistrict(stagedCall),
          eq(stagedCall.runId, p.runId),
          isNotNull(stagedCall.firstSeq),
          gt(stagedCall.setAside, 0),
          sql`${stagedCall.firstSeq} + ${stagedCall.records} > ${p.after}`,
          sql`${setAsideStaff.line} > ${p.after} - ${stagedCall.firstSeq}`,
        ),
      )
      .orderBy(place)
      .limit(p.limit),
);

/** A staff member whose record was set aside (SYNC-2), at its place in staged order. */
export interface SetAside {
  seq: number;
  /** `(record 3)`, by its place in the run, where none was sent: in the report, the results and the error log alike. */
  staffNumber: string;
  /** The names as sent. */
  hr: Record<string, string>;
  errors: FieldError[];
  payload: string | null;
}

/** At most `limit` staff of a run that were set aside, after the place `after`, in staged order. */
export async function readSetAside(
  tx: Transaction,
  input: { runId: string; after: number; limit: number },
): Promise<SetAside[]> {
  const rows = await setAsideAfter(tx, input);
  return rows.map((row) => ({ ...row, staffNumber: row.staffNumber ?? `(record ${row.seq + 1})` }));
}
