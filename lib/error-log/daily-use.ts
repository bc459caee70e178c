import { and, count, gte, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';

const DAY_MS = 86_400_000;
/** How long a figure of all processes is used before it is read again. */
const FRESH_MS = 10_000;

/** What a district's error log has taken since midnight UTC. */
interface Use {
  day: number;
  readAt: number;
  rows: number;
  payloadBytes: number;
}

const useSince = defineQuery('rows and bytes of the error log since', (orm, p: Params<{ since: Date }>) =>
  orm
    .select({
      rows: count(),
      // As stored: nothing is read back.
      payloadBytes: sql`coalesce(sum(pg_column_size(${errorLog.payload})), 0)`.mapWith(Number),
    })
    .from(errorLog)
    .where(and(inDistrict(errorLog), gte(errorLog.occurredAt, p.since))),
);

/** What each district's error log has taken today: read every ten seconds, and counted on in between. */
export class DailyUse {
  readonly #db: Database;
  readonly #uses = new Map<DistrictId, Use>();

  constructor(db: Database) {
    this.#db = db;
  }

  async of(districtId: DistrictId, now: Date): Promise<Use> {
    const day = Math.floor(now.getTime() / DAY_MS);
    const known = this.#uses.get(districtId);
    if (known?.day === day && now.getTime() - known.readAt < FRESH_MS) return known;
    const since = new Date(day * DAY_MS);
    const read = await this.#db.inDistrict(districtId, (tx) => useSince.first(tx, { since }));
    const use = { day, readAt: now.getTime(), rows: 0, payloadBytes: 0, ...read };
    this.#uses.set(districtId, use);
    return use;
  }
}
