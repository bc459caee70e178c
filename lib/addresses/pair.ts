import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import { formatStreetLine } from '../address/format.ts';
import {
  type AddressTuple,
  addressColumns,
  type StoredAddress,
  toAddress,
} from '../address/stored-address.ts';
import { Moved } from '../change/campus-changed.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';

export interface PairAddress extends StoredAddress {
  mergedInto: string | null;
}

/** Addresses by id; those that are not there are missing. */
export async function addressesById(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, PairAddress>> {
  const tuples = await tx.tuples<[string, string | null, ...AddressTuple]>(
    `select a.id, a.merged_into, ${addressColumns('a')} from address a
      where a.district_id = $1 and a.id = any($2::uuid[])`,
    [tx.districtId, arrayLiteral(ids)],
  );
  return new Map(tuples.map(([id, mergedInto, ...tuple]) => [id, { ...toAddress(id, tuple), mergedInto }]));
}

/** Two addresses that stand for themselves. @throws NotFound; Conflict when they are one, or one of them was merged */
export async function loadPair(
  tx: Transaction,
  ids: readonly [string, string],
): Promise<[PairAddress, PairAddress]> {
  if (ids[0] === ids[1]) throw new Conflict('This is one address. Choose two different ones.');
  const found = await addressesById(tx, ids);
  const [first, second] = ids.map((id) => found.get(id));
  if (!first || !second)
    throw new NotFound('One of these addresses is not in this district. Search them again.');
  const merged = [first, second].find(({ mergedInto }) => mergedInto !== null);
  if (merged)
    throw new Conflict(
      `“${formatStreetLine(merged)}” was merged into another address already. Look at the list again.`,
    );
  return [first, second];
}

/** The decision that two addresses are not the same, if it stands. */
export const differentDecision = (tx: Transaction, [a, b]: readonly [string, string]) =>
  tx.row<{ id: string }>(
    `select id from address_decision
      where district_id = $1 and kind = 'different' and undone_at is null
        and first_id = least($2::uuid, $3::uuid) and second_id = greatest($2::uuid, $3::uuid)`,
    [tx.districtId, a, b],
  );

const TRIES = 5;

/** In one transaction; anew when somebody moved meanwhile. @throws Conflict when that never ends */
export async function deciding<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await ctx.db.inDistrict(ctx.district.id, work);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      if (attempt === TRIES)
        throw new Conflict(
          'People at these addresses are being changed just now. Nothing was done: try again.',
        );
    }
}
