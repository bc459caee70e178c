import { arrayLiteral } from '../../db/array.ts';
import type { Database, Transaction } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { formatStreetLine } from './format.ts';
import { MATCH_KEY_VERSION, matchKey } from './match-key.ts';
import { type AddressTuple, addressColumns, type StoredAddress, toAddress } from './stored-address.ts';

/**
 * Two addresses that are one by the new key. Both stay; the second keeps its old key, by which nothing finds it. One that was
 * merged into the other is no collision: either key leads to the kept one.
 */
export interface Collision {
  addressId: string;
  line: string;
  /** Who has the key. */
  otherId: string;
}

export interface Rekeyed {
  rekeyed: number;
  collisions: Collision[];
}

const BATCH = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Writes the keys of a district's addresses anew that were stored under another version, a batch in a transaction: it may
 * be interrupted and called again. Addresses that would become one are never joined by it, for that moves people's mail:
 * they are listed.
 *
 * @param by another key than today's, for a test
 */
export async function rekeyAddresses(
  db: Database,
  districtId: DistrictId,
  by: { version: number; key: typeof matchKey } = { version: MATCH_KEY_VERSION, key: matchKey },
): Promise<Rekeyed> {
  const done: Rekeyed = { rekeyed: 0, collisions: [] };
  for (let after: string | undefined = BEFORE_ALL; after; ) {
    const start: string = after;
    const batch = await db.inDistrict(districtId, async (tx) => {
      const old = await oldKeys(tx, by.version, start);
      return { last: old.length === BATCH ? old.at(-1)?.id : undefined, ...(await rekey(tx, old, by.key)) };
    });
    done.rekeyed += batch.rekeyed;
    done.collisions.push(...batch.collisions);
    after = batch.last;
  }
  return done;
}

/** `standsFor`: the kept one, of an address that was merged. */
type Old = StoredAddress & { standsFor: string };

async function oldKeys(tx: Transaction, version: number, after: string): Promise<Old[]> {
  const tuples = await tx.tuples<[string, string, ...AddressTuple]>(
    `select a.id, coalesce(a.merged_into, a.id), ${addressColumns('a')} from address a
      where a.district_id = $1 and a.id > $2 and not starts_with(a.match_key, $3)
      order by a.id limit ${BATCH} for update`,
    [tx.districtId, after, `${version}|`],
  );
  return tuples.map(([id, standsFor, ...tuple]) => ({ ...toAddress(id, tuple), standsFor }));
}

async function rekey(tx: Transaction, old: Old[], key: typeof matchKey): Promise<Rekeyed> {
  const wanted = old.map((address) => ({ address, key: key(address) }));
  const holders = await holdersOf(
    tx,
    wanted.map((one) => one.key),
  );
  const collisions: Collision[] = [];
  const free = wanted.filter(({ address, key }) => {
    const otherId = holders.get(key);
    if (otherId === undefined) holders.set(key, address.standsFor);
    else if (otherId !== address.standsFor)
      collisions.push({ addressId: address.id, line: formatStreetLine(address), otherId });
    return otherId === undefined;
  });
  const rekeyed = await tx.run(
    `update address a set match_key = u.match_key from unnest($2::uuid[], $3::text[]) as u(id, match_key)
      where a.district_id = $1 and a.id = u.id`,
    [
      tx.districtId,
      arrayLiteral(free.map(({ address }) => address.id)),
      arrayLiteral(free.map((one) => one.key)),
    ],
  );
  return { rekeyed, collisions };
}

async function holdersOf(tx: Transaction, keys: readonly string[]): Promise<Map<string, string>> {
  const tuples = await tx.tuples<[string, string]>(
    'select match_key, coalesce(merged_into, id) from address where district_id = $1 and match_key = any($2::text[])',
    [tx.districtId, arrayLiteral(keys)],
  );
  return new Map(tuples);
}
