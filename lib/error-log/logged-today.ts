import { and, count, gte, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';
import { DailyUse } from '../daily-use.ts';

const FRESH_MS = 10_000;

const useSince = defineQuery('rows and bytes of the error log since', (orm, p: Params<{ since: Date }>) =>
  orm
    .select({
      rows: count(),
      // As stored: nothing is read back.
      bytes: sql`coalesce(sum(pg_column_size(${errorLog.payload})), 0)`.mapWith(Number),
    })
    .from(errorLog)
    .where(and(inDistrict(errorLog), gte(errorLog.occurredAt, p.since))),
);

/** Rows of each district's error log today, and bytes of payload in it. */
export const loggedToday = (db: Database): DailyUse =>
  new DailyUse(
    (districtId, since) => db.inDistrict(districtId, (tx) => useSince.first(tx, { since })),
    FRESH_MS,
  );
