import { expect, test } from 'vitest';
import type { GivenAddress } from './components.ts';
import { readAddress } from './read-address.ts';
import { addressWarnings } from './warnings.ts';

const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };
const warnings = (given: GivenAddress) => {
  const whole = { ...BLAINE, ...given };
  return addressWarnings(whole, readAddress(whole).address).map(({ field, code }) => `${field}: ${code}`);
};
const read = (given: GivenAddress) => readAddress({ ...BLAINE, ...given });

test('ADR-2 a box number that carries its words is the box, with a warning', () => {
  const box = read({ postOfficeBox: true, number: '88' });
  for (const number of [
    'PO Box 88',
    'Box 88',
    'POB 88',
    'P.O. 88',
    'p.o. box #88',
    'PO BOX88',
    'Post Office Box 88',
  ]) {
    for (const given of [{ postOfficeBox: true, number }, { number }]) {
      expect(read(given).address).toMatchObject({
        postOfficeBox: true,
        number: '88',
        street: null,
        apt: null,
      });
      expect(read(given).matchKeys.at(-1)).toBe(box.matchKeys[0]);
      expect(warnings(given)).toEqual(['number: poBoxWords']);
    }
  }
  expect(warnings({ postOfficeBox: true, number: '88' })).toEqual([]);
  expect(warnings({ postOfficeBox: true, number: '2303 Dept 130' })).toEqual([]);
  expect(warnings({ number: '12', street: 'Box Elder', tag: 'Dr' })).toEqual([]);
});

test('ADR-5 the city that the line repeats is dropped, another one is reported', () => {
  const line = (fullStreetAddress: string) => ({ fullStreetAddress });
  const home = read(line('101 Main St'));
  for (const repeated of [
    '101 Main St, Blaine, MN 55123',
    '101 Main St, Blaine',
    '101 Main St Blaine Minnesota',
  ]) {
    expect(read(line(repeated)).address).toEqual(home.address);
    expect(warnings(line(repeated))).toEqual([]);
  }
  for (const other of ['101 Main St, Anoka, MN 55303', '101 Main St, Anoka', 'PO Box 88, Anoka']) {
    expect(warnings(line(other))).toEqual(['fullStreetAddress: addressWordsKept']);
    expect(read(line(other)).matchKeys).not.toEqual(home.matchKeys);
  }
  expect(read(line('101 Main St, Anoka, MN 55303')).address.apt).toBe('Anoka MN 55303');
});

test('ADR-7 words that fit nowhere are kept and reported; units and departments are not reported', () => {
  const line = (fullStreetAddress: string) => warnings({ fullStreetAddress });
  expect(line('101 Main St, Smith Hall')).toEqual(['fullStreetAddress: addressWordsKept']);
  for (const sound of [
    '101 Main St Apt 4B',
    '101 Main St, M-9',
    '101 Main St Bldg 3 Rm 12',
    '101 Main St Rear',
    '101 Main St 4th Floor',
    'Dept of Music PO Box 88',
    'File 74155 PO Box 60000',
    'PO Box 88',
    'RR 2 Box 18',
    '842 E 1700 S',
  ])
    expect(line(sound), sound).toEqual([]);
});
