import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { columnsOf } from '../../db/columns-of.ts';
import { inDistrict, ZERO } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address } from '../../db/schema/household.ts';
import { unnested } from '../../db/unnested.ts';
import type { AddressComponents } from './components.ts';

/** An address of the district as it is stored. */
export interface StoredAddress extends AddressComponents {
  id: string;
  matchKey: string;
}

/** The columns of a StoredAddress, for selections. */
export const STORED_ADDRESS = columnsOf(address, 'mergedInto');

const kept = alias(address, 'kept');

/** Each is looked up by itself (`ZERO`): with the statistics of an empty table, a join read every address of the district. */
const byKeys = defineQuery('addresses by match key', (orm, p: Params<{ keys: readonly string[] }>) => {
  const asked = unnested('asked', { key: [address.matchKey, p.keys] });
  const found = orm
    .select({
      key: address.matchKey,
      keptId: sql<string>`coalesce(${address.mergedInto}, ${address.id})`.as('kept_id'),
    })
    .from(address)
    .where(and(inDistrict(address), eq(address.matchKey, asked.columns.key)))
    .offset(ZERO)
    .as('found');
  const stored = orm
    .select(columnsOf(kept, 'mergedInto'))
    .from(kept)
    .where(and(inDistrict(kept), eq(kept.id, found.keptId)))
    .offset(ZERO)
    .as('stored');
  return orm
    .select({ foundKey: found.key, ...stored._.selectedFields })
    .from(asked.table)
    .crossJoinLateral(found)
    .crossJoinLateral(stored);
});

/**
 * The district's addresses that have these match keys, by key. The key of a merged address leads to the address that is
 * kept instead, which is found under its own key, too.
 */
export async function addressesByKey(
  tx: Transaction,
  keys: readonly string[],
): Promise<Map<string, StoredAddress>> {
  const found = new Map<string, StoredAddress>();
  for (const { foundKey, ...one } of await byKeys(tx, { keys }))
    found.set(foundKey, one).set(one.matchKey, one);
  return found;
}
