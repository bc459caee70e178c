import { and, eq, isNull, type Placeholder, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address, addressDecision } from '../../db/schema/household.ts';
import { unnested } from '../../db/unnested.ts';
import { endOf } from '../address/match-key.ts';
import { type NearAddresses, nearPairs } from '../address/near-pairs.ts';
import { STORED_ADDRESS, type StoredAddress } from '../address/stored-address.ts';
import { todayOf } from '../change/plan/new-batch.ts';
import type { Context } from '../context.ts';
import { cursorPlace, writeCursor } from '../paging.ts';
import { describePairs } from './describe.ts';
import type { NearDuplicates } from './schema.ts';

/** Addresses that one call compares, at most, plus the rest of the last number: the next call continues after them. */
const STRETCH = 10_000;
const CHUNK = 2_000;
/** Of one house number that are looked at together. */
const MAX_OF_NUMBER = 5_000;

/** In the order of their keys, by the index that has them byte by byte, whatever the database's collation. */
const byKey = sql`${address.matchKey} using ~<~`;
const keptAfter = (after: Placeholder) =>
  and(inDistrict(address), sql`${address.matchKey} ~>~ ${after}`, isNull(address.mergedInto));

const nextByKey = defineQuery('the next addresses by key', (orm, p: Params<{ after: string }>) =>
  orm.select(STORED_ADDRESS).from(address).where(keptAfter(p.after)).orderBy(byKey).limit(CHUNK),
);
const betweenKeys = defineQuery(
  'addresses between two keys',
  (orm, p: Params<{ after: string; before: string }>) =>
    orm
      .select(STORED_ADDRESS)
      .from(address)
      .where(and(keptAfter(p.after), sql`${address.matchKey} ~<~ ${p.before}`))
      .orderBy(byKey)
      .limit(MAX_OF_NUMBER),
);
const decidedDifferent = defineQuery(
  'which pairs of addresses were decided to differ',
  (
    orm,
    p: Params<{ places: readonly number[]; firstIds: readonly string[]; secondIds: readonly string[] }>,
  ) => {
    const pair = unnested('pair', {
      place: ['integer', p.places],
      a: [addressDecision.firstId, p.firstIds],
      b: [addressDecision.secondId, p.secondIds],
    });
    return orm
      .select({ place: pair.columns.place })
      .from(pair.table)
      .innerJoin(
        addressDecision,
        and(
          inDistrict(addressDecision),
          eq(addressDecision.kind, 'different'),
          isNull(addressDecision.undoneAt),
          sql`${addressDecision.firstId} = least(${pair.columns.a}, ${pair.columns.b})`,
          sql`${addressDecision.secondId} = greatest(${pair.columns.a}, ${pair.columns.b})`,
        ),
      );
  },
);

/** How far the list is: the last key, and how many pairs of the next number were listed already. */
interface Place {
  after: string;
  skip: number;
}

/**
 * Addresses of the district that may be one door, in the order of their keys, without what was decided to be different. A
 * call looks through one stretch of them, so it may answer with few pairs or none and yet have more to come.
 */
export const nearDuplicates = (
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string[] },
): Promise<NearDuplicates> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const place = { after: cursor?.[0] ?? '', skip: Math.max(0, cursorPlace(cursor?.slice(1))) };
    const { pairs, next, looked } = await scan(tx, place, limit);
    const open = await withoutDecided(tx, pairs);
    return {
      data: await describePairs(tx, open, todayOf(ctx)),
      nextCursor: next && writeCursor([next.after, String(next.skip)]),
      looked,
    };
  });

async function scan(tx: Transaction, { after, skip }: Place, limit: number) {
  const pairs: NearAddresses[] = [];
  let looked = 0;
  while (looked < STRETCH) {
    const { groups, more } = await nextGroups(tx, after);
    for (const group of groups) {
      const found = (await nearPairs(group)).slice(skip);
      const room = limit - pairs.length;
      pairs.push(...found.slice(0, room));
      if (found.length > room) return { pairs, looked, next: { after, skip: skip + room } };
      looked += group.length;
      after = (group.at(-1) as StoredAddress).matchKey;
      skip = 0;
    }
    if (!more) return { pairs, looked, next: null };
    if (pairs.length === limit) break;
  }
  return { pairs, looked, next: { after, skip } };
}

/** The addresses of the next numbers and boxes, those of one together and whole. */
async function nextGroups(
  tx: Transaction,
  after: string,
): Promise<{ groups: StoredAddress[][]; more: boolean }> {
  const rows = await nextByKey(tx, { after });
  const groups = [...Map.groupBy(rows, ({ matchKey }) => numberOf(matchKey)).values()];
  if (rows.length < CHUNK) return { groups, more: false };
  const last = groups.pop() as StoredAddress[];
  if (groups.length > 0) return { groups, more: true };
  const number = numberOf((last[0] as StoredAddress).matchKey);
  return {
    groups: [await betweenKeys(tx, { after, before: endOf(number) })],
    more: true,
  };
}

/** What the keys of one number, or of one box, begin with: sorted by key they are neighbors. */
const numberOf = (key: string): string => /^[^|]*\|(?:BOX [^|]*\||[^| ]*[| ])/.exec(key)?.[0] ?? key;

async function withoutDecided(tx: Transaction, pairs: NearAddresses[]): Promise<NearAddresses[]> {
  if (pairs.length === 0) return pairs;
  const decided = await decidedDifferent(tx, {
    places: pairs.map((_, index) => index),
    firstIds: pairs.map(({ first }) => first.id),
    secondIds: pairs.map(({ second }) => second.id),
  });
  const places = new Set(decided.map(({ place }) => place));
  return pairs.filter((_, index) => !places.has(index));
}
