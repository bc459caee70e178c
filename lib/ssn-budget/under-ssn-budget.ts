import { and, eq, gt, min, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID, inDistrict, isOneOf } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { ssnSearch } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { TooMany } from '../failure.ts';
import { SSN_BUDGET_TEXTS } from './texts.ts';

/** How many different SSNs a user or client may ask about within an hour. */
export const MAX_SSNS_AN_HOUR = 30;
const HOUR_MS = 3_600_000;

interface Searcher {
  actorId: string;
  /** With the current key, and with old ones. */
  ssnIndexes: readonly Buffer[];
  since: Date;
}

const lockSearcher = defineQuery('lock who asks about SSNs', (_, p: Params<{ actorId: string }>) =>
  orm
    .select({ locked: sql`1` })
    .from(sql`pg_advisory_xact_lock(hashtextextended(${DISTRICT_ID}::text || ${p.actorId}::text, 2))`),
);
const searchesSince = defineQuery('SSN searches of the last hour', (_, p: Params<Searcher>) =>
  orm
    .select({
      used: sql`count(*)`.mapWith(Number),
      again: sql<boolean>`coalesce(bool_or(${isOneOf(ssnSearch.ssnIndex, p.ssnIndexes)}), false)`,
      oldest: min(ssnSearch.searchedAt),
    })
    .from(ssnSearch)
    .where(and(inDistrict(ssnSearch), eq(ssnSearch.actorId, p.actorId), gt(ssnSearch.searchedAt, p.since))),
);
const insertSearch = defineCommand(
  'insert an SSN search',
  (_, p: Params<{ id: string; actorId: string; ssnIndex: Buffer; now: Date }>) =>
    orm
      .insert(ssnSearch)
      .values({
        districtId: DISTRICT_ID,
        id: p.id,
        actorId: p.actorId,
        ssnIndex: p.ssnIndex,
        searchedAt: p.now,
      })
      .onConflictDoUpdate({
        target: [ssnSearch.districtId, ssnSearch.actorId, ssnSearch.ssnIndex],
        set: { searchedAt: sql`excluded.searched_at` },
      }),
);

/**
 * Asks Campus about an SSN. An answer tells whether somebody has the SSN that was sent, so without a limit anyone could try
 * all of them. A user or client may ask about 30 different SSNs within an hour, in all processes together; the same SSN
 * again is free. The audit log has each with whether it was found, never the SSN.
 *
 * @param indexes the SSN's blind indexes, the current key's first; undefined for a question about something else, which has no limit
 * @param isFound whether the result holds anybody
 * @throws TooMany
 */
export async function underSsnBudget<Result>(
  ctx: Context,
  indexes: readonly Buffer[] | undefined,
  search: () => Promise<Result>,
  isFound: (result: Result) => boolean,
): Promise<Result> {
  const [ssnIndex] = indexes ?? [];
  if (!indexes || !ssnIndex || ctx.actor.kind === 'system') return search();
  const actorId = ctx.actor.id;
  const isNew = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    takeSearch(ctx, tx, { actorId, ssnIndex, ssnIndexes: indexes }),
  );
  const result = await search();
  if (isNew)
    await ctx.db.inDistrict(ctx.district.id, (tx) =>
      recordAudit(ctx, tx, { action: 'person.search-ssn', detail: { found: isFound(result) } }),
    );
  return result;
}

/** @returns whether this SSN is one more; false if it was searched for within the hour @throws TooMany */
async function takeSearch(
  ctx: Context,
  tx: Transaction,
  asked: Omit<Searcher, 'since'> & { ssnIndex: Buffer },
): Promise<boolean> {
  await lockSearcher(tx, asked);
  const since = new Date(ctx.now.getTime() - HOUR_MS);
  const lately = await searchesSince.first(tx, { ...asked, since });
  if (lately?.again) return false;
  if (lately?.oldest && lately.used >= MAX_SSNS_AN_HOUR) {
    const seconds = Math.ceil((lately.oldest.getTime() - since.getTime()) / 1000);
    throw new TooMany(SSN_BUDGET_TEXTS.spent(MAX_SSNS_AN_HOUR, Math.ceil(seconds / 60)), seconds);
  }
  await insertSearch(tx, { ...asked, id: ctx.newId(), now: ctx.now });
  return true;
}
