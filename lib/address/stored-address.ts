import { and, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { columnsOf } from '../../db/columns-of.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address } from '../../db/schema/household.ts';
import type { AddressComponents } from './components.ts';

/** An address of the district as it is stored. */
export interface StoredAddress extends AddressComponents {
  id: string;
  matchKey: string;
}

/** The columns of a StoredAddress, for selections. */
export const STORED_ADDRESS = columnsOf(address, 'mergedInto');

const kept = alias(address, 'kept');

const byKeys = defineQuery('addresses by match key', (orm, p: Params<{ keys: readonly string[] }>) =>
  orm
    .select({ foundKey: address.matchKey, ...columnsOf(kept, 'mergedInto') })
    .from(address)
    .innerJoin(
      kept,
      and(
        inDistrict(kept),
        sql`${kept.id} = case when ${address.mergedInto} is null then ${address.id} else ${address.mergedInto} end`,
      ),
    )
    .where(and(inDistrict(address), isOneOf(address.matchKey, p.keys))),
);

/**
 * The district's addresses that have these match keys, by key. The key of a merged address leads to the address that is
 * kept instead, which is found under its own key, too. By `case`: under row level security Postgres uses no index for a
 * condition with `coalesce`, which it does not know to be leakproof, and would read every address of the district.
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
