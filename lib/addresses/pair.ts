import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address, addressDecision } from '../../db/schema/household.ts';
import { formatStreetLine } from '../address/format.ts';
import { STORED_ADDRESS } from '../address/stored-address.ts';
import { hasCampusChanged, retryWhenCampusChanged } from '../change/retry.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { ADDRESS_TEXTS } from './texts.ts';

const PAIR_ADDRESS = { ...STORED_ADDRESS, mergedInto: address.mergedInto };

const byId = defineQuery('addresses by id', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select(PAIR_ADDRESS)
    .from(address)
    .where(and(inDistrict(address), isOneOf(address.id, p.ids))),
);
const different = defineQuery(
  'the decision that two addresses differ',
  (orm, p: Params<{ a: string; b: string }>) =>
    orm
      .select({ id: addressDecision.id })
      .from(addressDecision)
      .where(
        and(
          inDistrict(addressDecision),
          eq(addressDecision.kind, 'different'),
          isNull(addressDecision.undoneAt),
          sql`${addressDecision.firstId} = least(${p.a}::uuid, ${p.b}::uuid)`,
          sql`${addressDecision.secondId} = greatest(${p.a}::uuid, ${p.b}::uuid)`,
        ),
      ),
);

/** An address, with the one that is kept instead if it was merged. */
export type PairAddress = Awaited<ReturnType<typeof byId>>[number];

/** Addresses by id; those that are not there are missing. */
export async function addressesById(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, PairAddress>> {
  return new Map((await byId(tx, { ids })).map((one) => [one.id, one]));
}

/** Two addresses that stand for themselves. @throws NotFound; Conflict when they are one, or one of them was merged */
export async function loadPair(
  tx: Transaction,
  ids: readonly [string, string],
): Promise<[PairAddress, PairAddress]> {
  if (ids[0] === ids[1]) throw new Conflict(ADDRESS_TEXTS.oneAddress());
  const found = await addressesById(tx, ids);
  const [first, second] = ids.map((id) => found.get(id));
  if (!first || !second) throw new NotFound(ADDRESS_TEXTS.oneIsUnknown());
  const merged = [first, second].find(({ mergedInto }) => mergedInto !== null);
  if (merged) throw new Conflict(ADDRESS_TEXTS.mergedAlready(formatStreetLine(merged)));
  return [first, second];
}

/** The decision that two addresses are not the same, unless it was undone. */
export const differentDecision = (tx: Transaction, [a, b]: readonly [string, string]) =>
  different.first(tx, { a, b });

/** In one transaction, again if Campus changed meanwhile. @throws Conflict if it keeps changing */
export const deciding = <T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  retryWhenCampusChanged(() => ctx.db.inDistrict(ctx.district.id, work)).catch((error) => {
    if (!hasCampusChanged(error)) throw error;
    throw new Conflict(ADDRESS_TEXTS.campusChanges());
  });
