import type { AddressComponents, GivenAddress } from './components.ts';
import { joinTexts, trimmed } from './delivery-line.ts';
import { compassPoint } from './directional.ts';
import { formatStreetLine } from './format.ts';
import { stateCode, zipCode } from './last-line.ts';
import { matchKey } from './match-key.ts';
import { parseAddress } from './parse.ts';
import { boxNumberWithoutWords } from './post-office-box.ts';
import { fold } from './tokens.ts';

export interface ReadAddress {
  /** The parsing, from which an address is created when none is found. */
  address: AddressComponents;
  /** Keys to look for, in this order. */
  matchKeys: [string] | [string, string];
}

/**
 * ADR-4: components are looked for as given, then joined and parsed again; ADR-5: a line is parsed. Expects an address
 * without `addressProblems`.
 */
export function readAddress(given: GivenAddress): ReadAddress {
  const line = trimmed(given.fullStreetAddress);
  if (line !== null) {
    const address = withWholeBox(parseAddress({ ...given, fullStreetAddress: line }));
    return { address, matchKeys: [matchKey(address)] };
  }
  const asGiven = normalised(given);
  const parsed = parseAddress({ ...asGiven, fullStreetAddress: formatStreetLine(asGiven) });
  const { locationCode, tract, block } = asGiven;
  const address = withWholeBox({ ...parsed, locationCode, tract, block });
  const [first, second] = [matchKey(asGiven), matchKey(address)];
  return { address, matchKeys: first === second ? [first] : [first, second] };
}

/** ADR-2 leaves a PO box nothing but its number, so the department of "PO Box 2303 Dept 130" is stored with the number. */
function withWholeBox(address: AddressComponents): AddressComponents {
  if (!address.postOfficeBox || address.apt === null) return address;
  return { ...address, number: joinTexts(address.number, address.apt), apt: null };
}

/** Given components trimmed, blanks as null, prefix and direction as compass points, the state as its code (ADR-6). */
function normalised(given: GivenAddress): AddressComponents {
  const number = trimmed(given.number);
  const postOfficeBox = given.postOfficeBox ?? false;
  return {
    postOfficeBox,
    // ADR-2: "PO Box 88" is box 88.
    number: postOfficeBox && number !== null ? (boxNumberWithoutWords(number) ?? number) : number,
    prefix: point(given.prefix),
    street: trimmed(given.street),
    tag: trimmed(given.tag),
    direction: point(given.direction),
    apt: trimmed(given.apt),
    city: trimmed(given.city),
    state: stateCode(given.state),
    zip: zipCode(given.zip),
    county: trimmed(given.county),
    locationCode: trimmed(given.locationCode),
    tract: trimmed(given.tract),
    block: trimmed(given.block),
  };
}

function point(value: string | null | undefined): string | null {
  const text = trimmed(value);
  return text === null ? null : (compassPoint(fold(text)) ?? text);
}
