import { and, count, eq, gt } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';

const openSince = defineQuery('how many errors are open since', (orm, p: Params<{ since: Date }>) =>
  orm
    .select({ errors: count() })
    .from(errorLog)
    .where(and(inDistrict(errorLog), eq(errorLog.state, 'open'), gt(errorLog.occurredAt, p.since))),
);

/** Entries of the error log after `since` that are neither resolved nor ignored. */
export const openErrorsSince = async (tx: Transaction, since: Date): Promise<number> =>
  (await openSince.first(tx, { since }))?.errors ?? 0;
