import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GivenAddress } from './components.ts';
import { nearPairs } from './near-pairs.ts';
import { comparedAddress, nearness } from './nearness.ts';
import { readAddress } from './read-address.ts';
import type { StoredAddress } from './stored-address.ts';

const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };

function stored(line: string, over: GivenAddress = {}): StoredAddress {
  const { address, matchKeys } = readAddress({ ...BLAINE, fullStreetAddress: line, ...over });
  return { ...address, id: line, matchKey: matchKeys.at(-1) as string };
}

const pairs = (...addresses: StoredAddress[]) => nearPairs(addresses);
const proposed = async (...addresses: StoredAddress[]) => (await pairs(...addresses)).length > 0;

test.each<[string, StoredAddress, StoredAddress, string]>([
  ['a tag left out', stored('100 Main'), stored('100 Main St'), 'tag ST in one only'],
  ['another tag', stored('100 Main St'), stored('100 Main Ave'), 'another tag (AVE, not ST)'],
  ['a direction left out', stored('4321 109th Ave'), stored('4321 109th Ave NW'), 'direction NW in one only'],
  [
    'a slip in the name',
    stored('4321 Lexington Ave'),
    stored('4321 Lexignton Ave'),
    'street spelled otherwise (LEXIGNTON, not LEXINGTON)',
  ],
  ['a zip left out', stored('100 Main St'), stored('100 Main St', { zip: null }), 'zip 55123 in one only'],
  [
    'another city with the same zip',
    stored('100 Main St'),
    stored('100 Main St', { city: 'Ham Lake' }),
    'another city (HAM LAKE, not BLAINE)',
  ],
  [
    'the only unit of the building left out',
    stored('100 Main St'),
    stored('100 Main St Apt 4'),
    'unit 4 in one only',
  ],
])('ADR-3 near-duplicates: %s is proposed, with the reason', async (_, a, b, why) => {
  expect(await pairs(a, b)).toMatchObject([
    { first: { id: a.id }, second: { id: b.id }, differences: [why] },
  ]);
});

test.each<[string, StoredAddress[]]>([
  ['two units of one building', [stored('100 Main St Apt 4'), stored('100 Main St Apt 5')]],
  [
    'a building without a unit beside two of its units, for it may be either',
    [stored('100 Main St'), stored('100 Main St Apt 4'), stored('100 Main St Apt 5')],
  ],
  ['north and south', [stored('100 N Main St'), stored('100 S Main St')]],
  ['another number', [stored('100 Main St'), stored('102 Main St')]],
  ['numbered streets that lie side by side', [stored('100 42nd Ave'), stored('100 43rd Ave')]],
  ['lettered avenues that lie side by side', [stored('100 Avenue B'), stored('100 Avenue C')]],
  ['a numbered avenue and its lane', [stored('100 109th Ave'), stored('100 109th Ln')]],
  [
    'RO-4 the same street line with another zip',
    [stored('100 Main St'), stored('100 Main St', { zip: '55124' })],
  ],
  ['one box number of two post offices', [stored('PO Box 12'), stored('PO Box 12', { zip: '55124' })]],
  [
    'the same street line in another city',
    [stored('100 Main St'), stored('100 Main St', { city: 'Anoka', zip: '55303' })],
  ],
  ['streets without a number', [stored('Main St'), stored('Main Ave')]],
])('ADR-7 %s: never proposed', async (_, addresses) => {
  expect(await proposed(...addresses)).toBe(false);
});

const name = fc.constantFrom(
  'Main',
  'Maine',
  'Lexington',
  'Lexignton',
  'Lexingtn',
  'Oak',
  'Oaks',
  '42nd',
  '43rd',
);
const near = fc.record({
  street: name,
  prefix: fc.constantFrom('', 'N', 'S'),
  tag: fc.constantFrom('', 'St', 'Ave'),
  unit: fc.constantFrom('', 'Apt 1', 'Apt 2'),
  city: fc.constantFrom('Blaine', 'Anoka'),
  zip: fc.constantFrom('55123', '55124'),
});

test('ADR-3 the blocks lose no pair that is near, shares its zip and has one unit or none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(near, { minLength: 2, maxLength: 12 }), async (given) => {
      const addresses = given.map(({ street, prefix, tag, unit, city, zip }) =>
        stored(`100 ${prefix} ${street} ${tag} ${unit}`, { city, zip }),
      );
      const distinct = [...new Map(addresses.map((one) => [one.matchKey, one])).values()];
      const found = new Set(
        (await nearPairs(distinct)).map(({ first, second }) => `${first.matchKey} ${second.matchKey}`),
      );
      for (const [i, a] of distinct.entries())
        for (const b of distinct.slice(i + 1)) {
          const [x, y] = [comparedAddress(a), comparedAddress(b)];
          const numbered = /\d/.test(x.name) && x.tag !== '' && y.tag !== '' && x.tag !== y.tag;
          const score = nearness(x, y)?.score ?? 0;
          if (x.zip === y.zip && x.unit === y.unit && !numbered && score >= 0.75)
            expect(found).toContain(`${a.matchKey} ${b.matchKey}`);
        }
    }),
  );
});

/** What was found, and whether others had a turn ten times a second meanwhile. How long a turn is, is a matter of bench/. */
async function whileOthersWait<T>(work: () => Promise<T>): Promise<{ othersHadTurns: boolean; value: T }> {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const began = performance.now();
  const value = await work();
  clearInterval(timer);
  return { othersHadTurns: turns >= Math.floor((performance.now() - began) / 100), value };
}

const letters = (seed: number, length: number): string => {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(65 + (state % 26));
  }).join('');
};

test.each([
  ['160 streets of 248 letters', 160, (i: number) => letters(i, 248)],
  ['3,000 streets of 40 letters', 3_000, (i: number) => letters(i, 40)],
  ['1,000 streets of 24 letters', 1_000, (i: number) => letters(i, 24)],
  ['2,000 streets that are a slip apart', 2_000, (i: number) => `SCHILLERSTRASS${letters(i, 2)}`],
])('a house number with %s keeps nobody waiting', async (_, count, streetOf) => {
  const addresses = Array.from({ length: count }, (_, i) => ({
    ...stored('1 Main St'),
    id: String(i),
    street: streetOf(i),
    matchKey: String(i),
  }));
  const { othersHadTurns } = await whileOthersWait(() => nearPairs(addresses));
  expect(othersHadTurns).toBe(true);
});
