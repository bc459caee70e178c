import { describe, expect, test } from 'vitest';
import { matchKey } from './match-key.ts';
import { parseAddress } from './parse.ts';
import { DIFFERENT_PLACES, ONE_PLACE } from './testing/pairs.corpus.ts';

const key = (fullStreetAddress: string) =>
  matchKey(parseAddress({ fullStreetAddress, city: 'Blaine', state: 'MN', zip: '55123' }));

for (const [kind, places] of Object.entries(ONE_PLACE)) {
  describe(`ADR-3 one place: ${kind}`, () => {
    test.for(
      places.flatMap(([place = '', ...spellings]) => spellings.map((other) => [place, other] as const)),
    )('%s is %s', ([place, other]) => {
      expect(key(other)).toBe(key(place));
    });
  });
}

for (const [kind, groups] of Object.entries(DIFFERENT_PLACES)) {
  describe(`ADR-7 different places: ${kind}`, () => {
    test.for(groups.map((lines) => [lines] as const))('%s', ([lines]) => {
      const byKey = Object.groupBy(lines, key);
      expect(Object.values(byKey).filter((same) => (same?.length ?? 0) > 1)).toEqual([]);
    });
  });
}

test('ADR-7 no spelling of one place is a spelling of another', () => {
  const placeOf = new Map<string, string>();
  for (const [place = '', ...spellings] of Object.values(ONE_PLACE).flat()) {
    for (const line of [place, ...spellings]) {
      const other = placeOf.get(key(line));
      if (other && key(other) !== key(place)) expect(`${line} = ${other}`).toBe('different');
      placeOf.set(key(line), place);
    }
  }
});
