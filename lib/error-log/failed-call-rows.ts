import { and, gte, isNotNull, sql, sum } from 'drizzle-orm';
import { DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';

/** A row that counts calls which failed the same way. */
export interface CountedRow {
  id: string;
  occurredAt: Date;
  action: string;
  path: string;
  status: number;
  message: string;
  cause: string;
  requestId: string;
  clientId: string | null;
  /** Null: of several addresses. */
  address: string | null;
  calls: number;
  /** Of minute, cause and address: one row for all that have it, whichever process writes it. */
  repeatKey: string;
  searchText: string;
}

/** Adds calls to their row, or begins it. A row that was resolved is open again: its cause goes on. */
export const countCalls = defineQuery('count failed calls in their row', (orm, p: Params<CountedRow>) =>
  orm
    .insert(errorLog)
    .values({
      districtId: DISTRICT_ID,
      id: p.id,
      occurredAt: p.occurredAt,
      action: p.action,
      path: p.path,
      status: p.status,
      message: p.message,
      cause: p.cause,
      requestId: p.requestId,
      clientId: p.clientId,
      address: p.address,
      calls: p.calls,
      repeatKey: p.repeatKey,
      searchText: p.searchText,
    })
    .onConflictDoUpdate({
      target: [errorLog.districtId, errorLog.repeatKey],
      set: {
        calls: sql`${errorLog.calls} + excluded.calls`,
        state: 'open',
        stateBy: null,
        stateAt: null,
      },
    })
    .returning({ calls: errorLog.calls }),
);

/** How many calls failed since a moment, by address, in all processes. */
export const callsByAddress = defineQuery('failed calls by address', (orm, p: Params<{ since: Date }>) =>
  orm
    .select({ address: errorLog.address, calls: sum(errorLog.calls).mapWith(Number) })
    .from(errorLog)
    .where(and(inDistrict(errorLog), gte(errorLog.occurredAt, p.since), isNotNull(errorLog.repeatKey)))
    .groupBy(errorLog.address),
);
