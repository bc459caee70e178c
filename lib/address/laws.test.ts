import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { AddressComponents } from './components.ts';
import { formatStreetLine } from './format.ts';
import { matchKey } from './match-key.ts';
import { parseAddress } from './parse.ts';
import { readAddress } from './read-address.ts';
import { suffixOf } from './suffix.ts';
import { SUFFIX_TABLE } from './tables/suffixes.ts';
import { DELIVERY_POINTS } from './testing/delivery-points.corpus.ts';
import { PUBLICATION_28_CORPUS } from './testing/publication-28.corpus.ts';
import { STREET_LINES } from './testing/street-lines.corpus.ts';
import { designatorOf } from './unit-designator.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Stored addresses of every ordinary kind; names are words that are no suffix, point or designator. */
const NAMES = [
  'Lexington',
  'Oak',
  'Martin Luther King',
  '109th',
  '42nd',
  'St Paul',
  "O'Neil",
  'Winston-Salem',
  'Peñasco',
];
const HIGHWAYS = [
  'US Hwy 61',
  'County Road 5',
  'State Route 9',
  'Interstate 95',
  'County Road DB',
  'Highway 11 Bypass',
];
const NUMBERS = ['1', '12', '4321', '838A', '112-10', '123 1/2', 'N6W23001', '4922B'];
const POINTS = ['N', 'S', 'E', 'W', 'NE', 'NW', 'SE', 'SW'];
const UNITS = [
  '4',
  '45',
  '12C',
  'M-9',
  'Ste 200',
  'Bldg 3 Rm 12',
  'Fl 2',
  'Rear',
  'Unit B',
  'Lot 17',
  'PMB 234',
];
const TAGS = [...new Set(SUFFIX_TABLE.map(([primary]) => suffixOf(primary)?.tag ?? ''))];

const number = fc.constantFrom(...NUMBERS);
const point = fc.option(fc.constantFrom(...POINTS));
const apt = fc.option(fc.constantFrom(...UNITS));
const lastLine = {
  city: fc.constantFrom('Blaine', 'St. Paul', 'Fort Pierce'),
  state: fc.constantFrom('MN', 'FL', 'UT'),
  zip: fc.constantFrom('55123', '34982-1234', '07073'),
  county: fc.constant(null),
  locationCode: fc.constant(null),
  tract: fc.constant(null),
  block: fc.constant(null),
};

const street = fc
  .record({
    postOfficeBox: fc.constant(false),
    number,
    prefix: point,
    street: fc.constantFrom(...NAMES),
    tag: fc.constantFrom(...TAGS),
    direction: point,
    apt,
    ...lastLine,
  })
  // "Prospect Park W" has no tag: the park is the street's name.
  .map(
    (c): AddressComponents =>
      c.tag === 'Park' && c.direction ? { ...c, street: `${c.street} Park`, tag: null } : c,
  );
const onHighway = fc.record({
  ...recordOf({ number, prefix: point, direction: point, apt }),
  street: fc.constantFrom(...HIGHWAYS),
});
const onRoute = fc.record({
  ...recordOf({ number: fc.constantFrom('18', '87A', '152') }),
  street: fc.constantFrom('RR 2', 'HC 68', 'PSC 802'),
});
const box = fc.record({
  ...recordOf({ number: fc.constantFrom('125', '0125', 'L') }),
  postOfficeBox: fc.constant(true),
});
const address: fc.Arbitrary<AddressComponents> = fc.oneof(street, street, onHighway, onRoute, box);

function recordOf(parts: Record<string, fc.Arbitrary<string | null>>) {
  const none = fc.constant<string | null>(null);
  return {
    ...{
      postOfficeBox: fc.constant(false),
      number: none,
      prefix: none,
      street: none,
      tag: none,
      direction: none,
      apt: none,
    },
    ...parts,
    ...lastLine,
  };
}

const read = (line: string, from: AddressComponents) => parseAddress({ ...from, fullStreetAddress: line });

test('law: parsing what we format gives the same components', () => {
  fc.assert(
    fc.property(address, (c) => void expect(read(formatStreetLine(c), c)).toEqual(c)),
    { numRuns: 500 },
  );
});

test('ADR-3 law: the key of a formatted and parsed address is its key', () => {
  fc.assert(
    fc.property(address, (c) => void expect(matchKey(read(formatStreetLine(c), c))).toBe(matchKey(c))),
  );
});

test('ADR-3 law: case, punctuation and spacing take no part', () => {
  const respelled = (line: string) => [
    line.toUpperCase(),
    line.toLowerCase(),
    `  ${line.replaceAll(' ', '   ')} `,
    line.replace(/\b(N|S|E|W|Ave|St|Dr|Ste|Apt|Bldg)\b(?!')/g, '$1.'),
  ];
  fc.assert(
    fc.property(address, (c) => {
      for (const line of respelled(formatStreetLine(c))) expect(matchKey(read(line, c))).toBe(matchKey(c));
    }),
  );
});

const SPELLED = {
  N: 'North',
  S: 'South',
  E: 'East',
  W: 'West',
  NE: 'Northeast',
  NW: 'Northwest',
  SE: 'Southeast',
  SW: 'Southwest',
};

test('ADR-3 law: standard abbreviations of suffix, directionals and unit take no part', () => {
  const spelling = fc
    .constantFrom(...SUFFIX_TABLE)
    .chain(([primary, standard, others]) =>
      fc.tuple(
        fc.constant(standard),
        fc.constantFrom(primary, standard, ...others.split(' ').filter(Boolean)),
      ),
    );
  fc.assert(
    fc.property(street, spelling, (c, [standard, other]) => {
      // MDW is two suffixes' spelling, TRLR a unit's too.
      fc.pre(suffixOf(other)?.standard === standard && !designatorOf(other));
      const spelled = {
        prefix: c.prefix && SPELLED[c.prefix as keyof typeof SPELLED],
        tag: other,
        direction: c.direction && SPELLED[c.direction as keyof typeof SPELLED],
        apt: c.apt?.replace('Ste', 'Suite').replace('Bldg', 'Building') ?? null,
      };
      expect(matchKey(read(formatStreetLine({ ...c, ...spelled }), c))).toBe(
        matchKey({ ...c, tag: standard }),
      );
    }),
    { numRuns: 400 },
  );
});

test('ADR-7 law: another number, direction, tag, unit, city, state or zip is another address', () => {
  const change = fc.oneof(
    fc.record({ number: fc.constantFrom(...NUMBERS, '4322') }),
    fc.record({ prefix: point }),
    fc.record({ direction: point }),
    fc.record({ tag: fc.constantFrom('Ave', 'St', 'Ct') }),
    fc.record({ apt: fc.constantFrom(null, '5', 'Ste 201', 'Fl 4') }),
    fc.record({ city: fc.constantFrom('Anoka', 'Blain') }),
    fc.record({ state: fc.constantFrom('WI', 'IA') }),
    fc.record({ zip: fc.constantFrom('55124', null) }),
  );
  fc.assert(
    fc.property(street, change, (c, changed) => {
      const other = { ...c, ...changed };
      fc.pre(Object.entries(changed).some(([part, value]) => c[part as keyof AddressComponents] !== value));
      expect(matchKey(other)).not.toBe(matchKey(c));
    }),
    { numRuns: 500 },
  );
});

test('ADR-3 law: zip+4, county, tract, block and locationCode take no part', () => {
  fc.assert(
    fc.property(address, fc.string(), (c, text) => {
      const other = {
        ...c,
        zip: `${c.zip?.slice(0, 5)}-9999`,
        county: text,
        tract: text,
        block: text,
        locationCode: text,
      };
      expect(matchKey(other)).toBe(matchKey(c));
    }),
  );
});

test('a line of any length is read in time that grows with it', () => {
  for (const word of [
    '#1 ',
    'Apt 1 ',
    '1',
    '-',
    'a-',
    ' - ',
    'County Road ',
    'St ',
    'é',
    'a, ',
    'PO Box ',
    "'",
  ]) {
    const line = `1 a${word.repeat(100_000)}x`;
    expect(matchKey(parseAddress({ fullStreetAddress: line }))).toContain('X');
  }
});

test('ADR-7 law: no text makes it throw, and no name or number is dropped', () => {
  const words = fc.constantFrom(
    ...NAMES,
    ...HIGHWAYS,
    ...NUMBERS,
    ...POINTS,
    ...UNITS,
    ...TAGS,
    'Apt',
    '#',
    'PO Box',
    'RR',
    ',',
  );
  const kept = ['Lexington', 'Oak', 'Peñasco', '838A', '4321', '112-10'];
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (list) => {
      const c = parseAddress({
        fullStreetAddress: list.join(' '),
        city: 'Blaine',
        state: 'MN',
        zip: '55123',
      });
      const out = [c.number, c.prefix, c.street, c.tag, c.direction, c.apt].join(' ').split(' ');
      expect(out).toEqual(expect.arrayContaining(kept.filter((word) => list.includes(word))));
    }),
    { numRuns: 1_000 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => void parseAddress({ fullStreetAddress: text })),
  );
});

test('ADR-8 law: what is read of a line, formatted and read again, is the same', () => {
  const lines = [PUBLICATION_28_CORPUS, DELIVERY_POINTS, STREET_LINES].flatMap((corpus) =>
    Object.values(corpus).flatMap((rows) => rows.map(([line]) => line)),
  );
  const from = { city: 'Blaine', state: 'MN', zip: '55123' };
  for (const fullStreetAddress of lines) {
    const { address } = readAddress({ ...from, fullStreetAddress });
    expect(readAddress(address).address, fullStreetAddress).toEqual(address);
    expect(matchKey(readAddress(address).address)).toBe(matchKey(address));
  }
});
