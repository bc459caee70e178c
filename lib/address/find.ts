import { and, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address } from '../../db/schema/household.ts';
import type { Context } from '../context.ts';
import { type FieldError, Invalid } from '../failure.ts';
import { cursorPlace, page } from '../paging.ts';
import type { AddressComponents, GivenAddress } from './components.ts';
import { endOf, numberPrefix } from './match-key.ts';
import { comparedAddress, nameParts, nearness } from './nearness.ts';
import { addressProblems } from './problems.ts';
import { readAddress } from './read-address.ts';
import { addressesByKey, STORED_ADDRESS, type StoredAddress } from './stored-address.ts';
import { ADDRESS_TEXTS } from './texts.ts';

/** An address of the district; near ones with how near and what differs. */
export interface FoundAddress extends Omit<StoredAddress, 'matchKey'> {
  score?: number;
  why?: string;
}

export interface AddressSearch extends GivenAddress {
  limit: number;
  cursor?: string[];
}

/**
 * Addresses of the district that are the given one by its normal form (ADR-3 to ADR-5), then near ones by score: the same
 * number or box with another tag, direction, unit, city or zip, or a slip in the street. What is left out means none.
 * @throws Invalid for both forms at once, street parts of a PO box, or nothing to look for
 */
export async function findAddresses(
  ctx: Context,
  { limit, cursor, ...given }: AddressSearch,
): Promise<{ data: FoundAddress[]; nextCursor: string | null }> {
  const errors = searchErrors(given);
  if (errors.length > 0) throw new Invalid(ADDRESS_TEXTS.searchInvalid(), errors);
  const { address: asked, matchKeys } = readAddress(given);
  const found = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const exact = new Map([...(await addressesByKey(tx, matchKeys)).values()].map((one) => [one.id, one]));
    const near = await nearAddresses(tx, asked);
    return [
      ...[...exact.values()].map(({ matchKey: _, ...one }): FoundAddress => one),
      ...near.filter(({ id }) => !exact.has(id)),
    ];
  });
  const after = cursorPlace(cursor) + 1;
  const rest = found.slice(after, after + limit + 1).map((one, i) => ({ one, place: after + i }));
  const { data, nextCursor } = page(rest, limit, ({ place }) => [String(place)]);
  return { data: data.map(({ one }) => one), nextCursor };
}

/** What keeps an address from being looked for is what keeps it from being stored (ADR-1, ADR-2), but for what is missing. */
function searchErrors(given: GivenAddress): FieldError[] {
  const problems = addressProblems(given).filter(({ code }) => code !== 'required');
  const errors: FieldError[] = problems.map(({ field, ...problem }) => ({
    pointer: `/${field}`,
    ...problem,
  }));
  const named = [given.number, given.street, given.fullStreetAddress].some((part) => part?.trim());
  if (!named && !given.postOfficeBox)
    errors.push({
      pointer: '',
      code: 'required',
      ...ADDRESS_TEXTS.searchNeedsPlace(),
    });
  return errors;
}

/** The number of addresses that are compared in detail, at most, those on the same street first. */
const MAX_CANDIDATES = 2000;

const streetLine = sql`split_part(${address.matchKey}, '|', 2)`;
const part = sql.identifier('part');

const besideEachOther = defineQuery(
  'addresses of one number with a similar street',
  (orm, p: Params<{ from: string; to: string; parts: readonly string[]; name: string }>) =>
    orm
      .select(STORED_ADDRESS)
      .from(address)
      .where(
        and(
          inDistrict(address),
          sql`${address.matchKey} ~>=~ ${p.from} and ${address.matchKey} ~<~ ${p.to}`,
          isNull(address.mergedInto),
          sql`exists (select from unnest(${p.parts}::text[]) as ${part}(text) where strpos(${streetLine}, ${part}.text) > 0)`,
        ),
      )
      .orderBy(sql`strpos(${streetLine}, ${p.name}) = 0`)
      .limit(MAX_CANDIDATES),
);

/**
 * By index: the addresses of one number are neighbors in the order of their keys, which say
 * `version|street line|unit|city|state|zip`.
 */
async function nearAddresses(tx: Transaction, given: AddressComponents): Promise<FoundAddress[]> {
  const prefix = numberPrefix(given);
  if (prefix === null) return [];
  const asked = comparedAddress(given);
  const candidates = await besideEachOther(tx, {
    from: prefix,
    to: endOf(prefix),
    parts: nameParts(asked.name),
    name: asked.name,
  });
  return candidates
    .flatMap(({ matchKey: _, ...candidate }) => {
      const near = nearness(asked, comparedAddress(candidate));
      return near ? [{ ...candidate, score: near.score, why: `${near.differences.join('; ')}.` }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
