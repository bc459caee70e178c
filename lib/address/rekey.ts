import { and, gt, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { address } from '../../db/schema/household.ts';
import { formatStreetLine } from './format.ts';
import { MATCH_KEY_VERSION, matchKey } from './match-key.ts';
import { STORED_ADDRESS, type StoredAddress } from './stored-address.ts';

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

const BATCH_ROWS = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Rewrites the keys of a district's addresses that were stored under another version, a batch per transaction: it may
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
      const old = await withOldKeys(tx, { after: start, current: `${by.version}|` });
      return {
        last: old.length === BATCH_ROWS ? old.at(-1)?.id : undefined,
        ...(await rekey(tx, old, by.key)),
      };
    });
    done.rekeyed += batch.rekeyed;
    done.collisions.push(...batch.collisions);
    after = batch.last;
  }
  return done;
}

/** The address itself, or the kept one if it was merged. */
const standsFor = sql<string>`coalesce(${address.mergedInto}, ${address.id})`;

const withOldKeys = defineQuery(
  'addresses with keys of another version',
  (orm, p: Params<{ after: string; current: string }>) =>
    orm
      .select({ standsFor, ...STORED_ADDRESS })
      .from(address)
      .where(
        and(
          inDistrict(address),
          gt(address.id, p.after),
          sql`not starts_with(${address.matchKey}, ${p.current})`,
        ),
      )
      .orderBy(address.id)
      .limit(BATCH_ROWS)
      .for('update'),
);
const holders = defineQuery('who has these match keys', (orm, p: Params<{ keys: readonly string[] }>) =>
  orm
    .select({ matchKey: address.matchKey, standsFor })
    .from(address)
    .where(and(inDistrict(address), isOneOf(address.matchKey, p.keys))),
);
const keyWriter = rowWriter(address, ['id', 'matchKey']);

type Old = StoredAddress & { standsFor: string };

async function rekey(tx: Transaction, old: Old[], key: typeof matchKey): Promise<Rekeyed> {
  const wanted = old.map((address) => ({ address, key: key(address) }));
  const found = await holders(tx, { keys: wanted.map((one) => one.key) });
  const holderOf = new Map(found.map((holder) => [holder.matchKey, holder.standsFor]));
  const collisions: Collision[] = [];
  const free = wanted.filter(({ address, key }) => {
    const otherId = holderOf.get(key);
    if (otherId === undefined) holderOf.set(key, address.standsFor);
    else if (otherId !== address.standsFor)
      collisions.push({ addressId: address.id, line: formatStreetLine(address), otherId });
    return otherId === undefined;
  });
  const written = await keyWriter.update(
    tx,
    free.map(({ address: { id }, key: matchKey }) => ({ id, matchKey })),
  );
  return { rekeyed: written.length, collisions };
}
