import { expect, test } from 'vitest';
import { readAddress } from './read-address.ts';

const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };
const key = (fullStreetAddress: string) => readAddress({ ...BLAINE, fullStreetAddress }).matchKeys[0];

test('EX-2 ADR-5 one line and its parts are the same address', () => {
  const parts = {
    number: '4321',
    prefix: 'South',
    street: 'Lexington',
    tag: 'Ave',
    direction: 'SE',
    apt: '45',
  };
  expect(readAddress({ ...BLAINE, ...parts }).matchKeys).toEqual([key('4321 South Lexington Ave SE Apt 45')]);
});

test('EX-3 ADR-3 the same address in two spellings has one key', () => {
  expect(key('4321 N Lexington Ave. ')).toBe(key('4321 North Lexington Avenue'));
});

test('ADR-4 components are looked for as given, then joined and parsed again', () => {
  const { address, matchKeys } = readAddress({ ...BLAINE, number: '123', street: 'Oak Apt 4' });
  expect(matchKeys).toHaveLength(2);
  expect(matchKeys[1]).toBe(key('123 Oak Apt 4'));
  expect(address).toMatchObject({ number: '123', street: 'Oak', apt: '4' });
});

test('ADR-4 when both say the same there is one key', () => {
  expect(readAddress({ ...BLAINE, number: '123', street: 'Main St' }).matchKeys).toEqual([
    key('123 Main St'),
  ]);
});

test('ADR-4 the new parsing is what is created, with what only components can say', () => {
  const given = {
    number: '123',
    street: 'N Main Street',
    county: 'Anoka',
    locationCode: 'L1',
    tract: '2',
    block: '3',
  };
  expect(readAddress({ ...BLAINE, ...given }).address).toEqual({
    ...{
      postOfficeBox: false,
      number: '123',
      prefix: 'N',
      street: 'Main',
      tag: 'St',
      direction: null,
      apt: null,
    },
    ...BLAINE,
    ...{ county: 'Anoka', locationCode: 'L1', tract: '2', block: '3' },
  });
});

test('ADR-2 EX-4 a box by components and by line is the same box', () => {
  const { address, matchKeys } = readAddress({ ...BLAINE, postOfficeBox: true, number: '125' });
  expect(matchKeys).toEqual([key('P.O. Box 125')]);
  expect(address).toMatchObject({ postOfficeBox: true, number: '125', street: null, apt: null });
});

test('ADR-2 the department of a box is stored with its number, and sent back it is the same address', () => {
  const read = readAddress({ ...BLAINE, fullStreetAddress: 'Dept 130 PO Box 2303' });
  expect(read.address).toMatchObject({ postOfficeBox: true, number: '2303 Dept 130', apt: null });
  expect(readAddress(read.address)).toEqual(read);
});

test('ADR-8 an answer sent back unchanged is the same address', () => {
  for (const line of [
    '4321 S Lexington Ave SE Apt 45',
    'RR 2 Box 18',
    '842 E 1700 S',
    '100 Hwy 66 Frontage Rd # 4',
  ]) {
    const read = readAddress({ ...BLAINE, fullStreetAddress: line });
    expect(readAddress(read.address)).toEqual(read);
  }
});
