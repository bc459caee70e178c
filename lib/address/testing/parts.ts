import { parseAddress } from '../parse.ts';

/**
 * Lines by kind with the parts expected, written before the grammar: `number|prefix|street|tag|direction|apt`; a PO box
 * is `PO box number|apt`.
 */
export type Corpus = Record<string, readonly (readonly [line: string, parts: string])[]>;

/** The parts of a line, in the form of a corpus. */
export function partsOf(fullStreetAddress: string): string {
  const c = parseAddress({ fullStreetAddress });
  if (c.postOfficeBox) return `PO box ${c.number}|${c.apt ?? ''}`;
  return [c.number, c.prefix, c.street, c.tag, c.direction, c.apt].map((part) => part ?? '').join('|');
}
