import { describe, expect, test } from 'vitest';
import { DELIVERY_POINTS } from './testing/delivery-points.corpus.ts';
import { partsOf } from './testing/parts.ts';
import { PUBLICATION_28_CORPUS } from './testing/publication-28.corpus.ts';
import { STREET_LINES } from './testing/street-lines.corpus.ts';

const CORPORA = {
  'Publication 28': PUBLICATION_28_CORPUS,
  'delivery points': DELIVERY_POINTS,
  'street lines': STREET_LINES,
};

for (const [corpus, kinds] of Object.entries(CORPORA)) {
  for (const [kind, rows] of Object.entries(kinds)) {
    describe(`ADR-6 ${corpus}: ${kind}`, () => {
      test.for(rows)('%s', ([line, parts]) => {
        expect(partsOf(line)).toBe(parts);
      });
    });
  }
}
