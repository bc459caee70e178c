import { describe, expect, test } from 'vitest';
import { parseAddress } from './parse.ts';
import { PUBLICATION_28_CORPUS } from './publication-28.corpus.ts';

for (const [section, rows] of Object.entries(PUBLICATION_28_CORPUS)) {
  describe(`Publication 28, ${section}`, () => {
    test.for(rows)('%s', ([line, parts]) => {
      expect(partsOf(line)).toBe(parts);
    });
  });
}

function partsOf(line: string): string {
  const c = parseAddress({ fullStreetAddress: line });
  if (c.postOfficeBox) return `PO box ${c.number}|${c.apt ?? ''}`;
  return [c.number, c.prefix, c.street, c.tag, c.direction, c.apt].map((part) => part ?? '').join('|');
}
