import { and, count, gte, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { requestLog } from '../../db/schema/records.ts';
import { DailyUse, type Use } from '../daily-use.ts';
import { REQUEST_LOG_BYTES_A_DAY, REQUEST_ROWS_A_DAY } from '../limits.ts';

/** A busy day has 250,000 rows to count. */
const FRESH_MS = 60_000;

const useSince = defineQuery('rows and bytes of the request log since', (orm, p: Params<{ since: Date }>) =>
  orm
    .select({
      rows: count(),
      bytes: sql`coalesce(sum(octet_length(${requestLog.path})), 0)`.mapWith(Number),
    })
    .from(requestLog)
    .where(and(inDistrict(requestLog), gte(requestLog.occurredAt, p.since))),
);

/** Rows of each district's request log today, and bytes of their paths, which alone vary in length. */
export const loggedToday = (db: Database): DailyUse =>
  new DailyUse(
    (districtId, since) => db.inDistrict(districtId, (tx) => useSince.first(tx, { since })),
    FRESH_MS,
  );

export const isOverQuota = ({ rows, bytes }: Use): boolean =>
  rows >= REQUEST_ROWS_A_DAY || bytes >= REQUEST_LOG_BYTES_A_DAY;
