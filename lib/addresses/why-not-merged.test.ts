import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearPairs } from '../address/near-pairs.ts';
import { readAddress } from '../address/read-address.ts';
import type { StoredAddress } from '../address/stored-address.ts';
import { whyNotMerged } from './why-not-merged.ts';

function stored(fullStreetAddress: string, zip: string | null = '55123', city = 'Blaine'): StoredAddress {
  const { address, matchKeys } = readAddress({ fullStreetAddress, city, state: 'MN', zip });
  return { ...address, id: `${fullStreetAddress} ${city} ${zip}`, matchKey: matchKeys.at(-1) as string };
}

test.each<[StoredAddress, StoredAddress, string]>([
  [stored('100 Main St'), stored('102 Main St'), 'numbers'],
  [stored('100 Main St'), stored('100 Main St', '55124'), 'zips'],
  [stored('PO Box 12'), stored('PO Box 12', '55124'), 'zips'],
  [stored('100 Main St'), stored('100 Oak St'), 'streets'],
])('RO-4 %j and %j have different %s', async (kept, dropped, differs) => {
  expect(whyNotMerged(kept, dropped)).toContain(`have different ${differs}`);
  expect(await nearPairs([kept, dropped])).toEqual([]);
});

test.each([
  [stored('100 Main'), stored('100 Main St')],
  [stored('838 A Main St'), stored('838A Main Street Apt 4')],
  [stored('100 Main St'), stored('100 Main St', null)],
])('RO-4 %j and %j can be merged', (kept, dropped) => {
  expect(whyNotMerged(kept, dropped)).toBeNull();
});

const near = fc
  .record({
    number: fc.constantFrom('100', '102', '838 A', '838A'),
    prefix: fc.constantFrom('', 'N', 'S'),
    street: fc.constantFrom('Main', 'Maine', 'Lexington', 'Lexignton', '42nd'),
    tag: fc.constantFrom('', 'St', 'Ave'),
    unit: fc.constantFrom('', 'Apt 1', 'Apt 2'),
    city: fc.constantFrom('Blaine', 'Anoka'),
    zip: fc.constantFrom(null, '55123', '55124'),
  })
  .map(({ number, prefix, street, tag, unit, city, zip }) =>
    stored(`${number} ${prefix} ${street} ${tag} ${unit}`, zip, city),
  );

test('RO-4 law: what is proposed as one can be merged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(near, { minLength: 2, maxLength: 12 }), async (addresses) => {
      const distinct = [...new Map(addresses.map((one) => [one.matchKey, one])).values()];
      for (const { first, second } of await nearPairs(distinct)) {
        expect(whyNotMerged(first, second)).toBeNull();
        expect(whyNotMerged(second, first)).toBeNull();
      }
    }),
  );
});
