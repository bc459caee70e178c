import type { Address } from './sample.ts';

/** The spellings that occur in the sample (all its addresses are `number [direction] name suffix`). */
const SPELLINGS: Record<string, string> = {
  street: 'st',
  avenue: 'ave',
  boulevard: 'blvd',
  drive: 'dr',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('.', '')
    .split(/\s+/)
    .map((word) => SPELLINGS[word] ?? word)
    .join(' ')
    .trim();

/** ADR-3 as far as the sample needs it: one place, however it is spelled. */
export const isSameAddress = (a: Address, b: Address): boolean =>
  folded(a.fullStreetAddress) === folded(b.fullStreetAddress) &&
  (a.apt ?? '') === (b.apt ?? '') &&
  folded(a.city) === folded(b.city) &&
  a.state === b.state &&
  a.zip.slice(0, 5) === b.zip.slice(0, 5);
