import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { type FieldError, Invalid } from '../failure.ts';
import { cursorPlace, page } from '../paging.ts';
import type { AddressComponents, GivenAddress } from './components.ts';
import { endOf, numberPrefix } from './match-key.ts';
import { comparedAddress, nameParts, nearness } from './nearness.ts';
import { addressProblems } from './problems.ts';
import { readAddress } from './read-address.ts';
import {
  type AddressTuple,
  addressColumns,
  addressesByKey,
  type StoredAddress,
  toAddress,
} from './stored-address.ts';

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
  if (errors.length > 0)
    throw new Invalid("The address can't be looked for as it is given. Correct it and search again.", errors);
  const { address, matchKeys } = readAddress(given);
  const found = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const exact = new Map([...(await addressesByKey(tx, matchKeys)).values()].map((one) => [one.id, one]));
    const near = await nearAddresses(tx, address);
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
      message: 'Name what to look for: number, street, postOfficeBox or fullStreetAddress.',
      hint: 'Add city, state and zip for an exact match.',
    });
  return errors;
}

/** At most so many are looked at closely, those on the street itself first. */
const CANDIDATES = 2000;

/**
 * By index: the addresses of one number stand side by side in the order of their keys, which say
 * `version|street line|unit|city|state|zip`.
 */
async function nearAddresses(tx: Transaction, address: AddressComponents): Promise<FoundAddress[]> {
  const prefix = numberPrefix(address);
  if (prefix === null) return [];
  const asked = comparedAddress(address);
  const tuples = await tx.tuples<[string, ...AddressTuple]>(
    `select a.id, ${addressColumns('a')} from address a
      where a.district_id = $1 and a.match_key ~>=~ $2 and a.match_key ~<~ $3 and a.merged_into is null
        and exists (select from unnest($4::text[]) as part(text)
                     where strpos(split_part(a.match_key, '|', 2), part.text) > 0)
      order by strpos(split_part(a.match_key, '|', 2), $5) = 0 limit ${CANDIDATES}`,
    [tx.districtId, prefix, endOf(prefix), arrayLiteral(nameParts(asked.name)), asked.name],
  );
  return tuples
    .flatMap(([id, ...tuple]) => {
      const { matchKey, ...candidate } = toAddress(id, tuple);
      const near = nearness(asked, comparedAddress(candidate));
      return near ? [{ ...candidate, score: near.score, why: `${near.differences.join('; ')}.` }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
