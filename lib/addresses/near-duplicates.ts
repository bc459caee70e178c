import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import { endOf } from '../address/match-key.ts';
import { type NearAddresses, nearPairs } from '../address/near-pairs.ts';
import {
  type AddressTuple,
  addressColumns,
  type StoredAddress,
  toAddress,
} from '../address/stored-address.ts';
import { todayOf } from '../change/plan/new-batch.ts';
import type { Context } from '../context.ts';
import { cursorPlace, writeCursor } from '../paging.ts';
import { describePairs } from './describe.ts';
import type { NearDuplicates } from './schema.ts';

/** Addresses that one call looks at, at most, but for the last number's: the next call goes on behind them. */
const STRETCH = 10_000;
const CHUNK = 2_000;

/** How far the list is: behind which key, and how many pairs of the next number were told already. */
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
      const found = nearPairs(group).slice(skip);
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
  const rows = await inOrder(tx, 'a.match_key ~>~ $2', [after], `limit ${CHUNK}`);
  const groups = [...Map.groupBy(rows, ({ matchKey }) => numberOf(matchKey)).values()];
  if (rows.length < CHUNK) return { groups, more: false };
  const last = groups.pop() as StoredAddress[];
  if (groups.length > 0) return { groups, more: true };
  const number = numberOf((last[0] as StoredAddress).matchKey);
  return {
    groups: [await inOrder(tx, 'a.match_key ~>~ $2 and a.match_key ~<~ $3', [after, endOf(number)], '')],
    more: true,
  };
}

async function inOrder(
  tx: Transaction,
  where: string,
  values: string[],
  limit: string,
): Promise<StoredAddress[]> {
  const tuples = await tx.tuples<[string, ...AddressTuple]>(
    `select a.id, ${addressColumns('a')} from address a
      where a.district_id = $1 and ${where} and a.merged_into is null
      order by a.match_key using ~<~ ${limit}`,
    [tx.districtId, ...values],
  );
  return tuples.map(([id, ...tuple]) => toAddress(id, tuple));
}

/** What the keys of one number, or of one box, begin with: they stand side by side. */
const numberOf = (key: string): string => /^[^|]*\|(?:BOX [^|]*\||[^| ]*[| ])/.exec(key)?.[0] ?? key;

async function withoutDecided(tx: Transaction, pairs: NearAddresses[]): Promise<NearAddresses[]> {
  if (pairs.length === 0) return pairs;
  const decided = await tx.tuples<[number]>(
    `select asked.place from unnest($2::uuid[], $3::uuid[]) with ordinality as asked(a, b, place)
       join address_decision d on d.district_id = $1 and d.kind = 'different' and d.undone_at is null
        and d.first_id = least(asked.a, asked.b) and d.second_id = greatest(asked.a, asked.b)`,
    [
      tx.districtId,
      arrayLiteral(pairs.map(({ first }) => first.id)),
      arrayLiteral(pairs.map(({ second }) => second.id)),
    ],
  );
  const places = new Set(decided.map(([place]) => place));
  return pairs.filter((_, index) => !places.has(index + 1));
}
