import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { AddressComponents } from './components.ts';

/** An address of the district as it is stored. */
export interface StoredAddress extends AddressComponents {
  id: string;
  matchKey: string;
}

type Text = string | null;
export type AddressTuple = [
  string,
  boolean,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
];

/** The columns of an address behind its id, in AddressTuple's order. */
export const addressColumns = (alias: string): string =>
  `match_key, post_office_box, number, prefix, street, tag, direction, apt, city, state, zip, county, location_code, tract, block`
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');

export function toAddress(id: string, tuple: AddressTuple): StoredAddress {
  const [matchKey, postOfficeBox, number, prefix, street, tag, direction, apt, city, state, zip] = tuple;
  const [county, locationCode, tract, block] = [tuple[11], tuple[12], tuple[13], tuple[14]];
  return {
    id,
    matchKey,
    postOfficeBox,
    number,
    prefix,
    street,
    tag,
    direction,
    apt,
    city,
    state,
    zip,
    county,
    locationCode,
    tract,
    block,
  };
}

/**
 * The district's addresses that have these match keys, by key. The key of one that was merged leads to the one that is kept
 * instead, which stands under its own key, too. By `case`: under row level security Postgres looks nothing up by an index
 * with `coalesce`, which it does not know to be leakproof, and would read a district's every address.
 */
export async function addressesByKey(
  tx: Transaction,
  keys: readonly string[],
): Promise<Map<string, StoredAddress>> {
  const tuples = await tx.tuples<[string, string, ...AddressTuple]>(
    `select f.match_key, a.id, ${addressColumns('a')} from address f
       join address a on a.district_id = $1
                     and a.id = case when f.merged_into is null then f.id else f.merged_into end
      where f.district_id = $1 and f.match_key = any($2::text[])`,
    [tx.districtId, arrayLiteral(keys)],
  );
  const found = new Map<string, StoredAddress>();
  for (const [key, id, ...tuple] of tuples) {
    const address = toAddress(id, tuple);
    found.set(key, address).set(address.matchKey, address);
  }
  return found;
}
