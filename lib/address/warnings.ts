import type { WarningCode } from '../codes/code.ts';
import type { AddressComponents, GivenAddress } from './components.ts';
import { trimmed } from './delivery-line.ts';
import { boxNumberWithoutWords } from './post-office-box.ts';
import { unnamedWords } from './unit-parts.ts';

export interface AddressWarning {
  /** The property that is odd, relative to the address. */
  field: string;
  code: WarningCode;
  message: string;
}

/** What is odd about an address that is accepted: as given, without `addressProblems`, and as `readAddress` read it. */
export const addressWarnings = (given: GivenAddress, read: AddressComponents): AddressWarning[] =>
  trimmed(given.fullStreetAddress) === null ? boxWords(given) : keptWords(read);

/** ADR-2: a box number that carries the box's own words. */
function boxWords({ postOfficeBox, number, street }: GivenAddress): AddressWarning[] {
  const given = trimmed(number);
  if (given === null || (!postOfficeBox && trimmed(street) !== null)) return [];
  const box = boxNumberWithoutWords(given);
  if (box === null) return [];
  const message = `"${given}" was read as box ${box}. Send only the number of the box.`;
  return [{ field: 'number', code: 'poBoxWords', message }];
}

/** ADR-7: words that fit nowhere are kept, but another city in the line is a mistake that somebody should see. */
function keptWords({ apt, number, postOfficeBox }: AddressComponents): AddressWarning[] {
  const text = postOfficeBox ? number : apt;
  const words = text === null ? null : unnamedWords(text);
  if (words === null) return [];
  const kept = postOfficeBox ? "the box's number" : 'the unit (apt)';
  const message = `"${words}" fits no part of an address and was kept with ${kept}. If it is another city, correct city or the line.`;
  return [{ field: 'fullStreetAddress', code: 'addressWordsKept', message }];
}
