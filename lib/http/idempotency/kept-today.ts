import { and, count, gte, sql } from 'drizzle-orm';
import type { Database } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { idempotencyKey } from '../../../db/schema/client.ts';
import { DailyUse, secondsUntilMidnightUtc, type Use } from '../../daily-use.ts';
import { TooMany } from '../../failure.ts';
import { KEPT_ANSWER_BYTES_A_DAY, KEPT_KEY_BYTES } from '../../limits.ts';
import type { Server } from '../server.ts';
import { HTTP_TEXTS } from '../texts.ts';

const FRESH_MS = 60_000;

const useSince = defineQuery('keys and bytes of kept answers since', (orm, p: Params<{ since: Date }>) =>
  orm
    .select({
      rows: count(),
      // As stored: nothing is read back.
      bytes: sql`coalesce(sum(pg_column_size(${idempotencyKey.body})), 0)`.mapWith(Number),
    })
    .from(idempotencyKey)
    .where(and(inDistrict(idempotencyKey), gte(idempotencyKey.createdAt, p.since))),
);

const keptToday = (db: Database): DailyUse =>
  new DailyUse(
    (districtId, since) => db.inDistrict(districtId, (tx) => useSince.first(tx, { since })),
    FRESH_MS,
  );

const uses = new WeakMap<Server, DailyUse>();

/** What each district's Idempotency-Keys have taken today: a server's own. */
export function keptTodayOf(server: Server): DailyUse {
  const own = uses.get(server) ?? keptToday(server.db);
  uses.set(server, own);
  return own;
}

/** Why no further key is taken today; undefined while there is room. */
export function keysRefused({ rows, bytes }: Use, now: Date): TooMany | undefined {
  if (bytes + rows * KEPT_KEY_BYTES < KEPT_ANSWER_BYTES_A_DAY) return undefined;
  return new TooMany(
    HTTP_TEXTS.keptAnswersFull(Math.round(KEPT_ANSWER_BYTES_A_DAY / 1024 / 1024)),
    secondsUntilMidnightUtc(now),
  );
}
