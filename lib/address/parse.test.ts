import { expect, test } from 'vitest';
import { parseAddress } from './parse.ts';

const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };

function parse(fullStreetAddress: string) {
  const { postOfficeBox, number, prefix, street, tag, direction, apt } = parseAddress({
    fullStreetAddress,
    ...BLAINE,
  });
  return { postOfficeBox, number, prefix, street, tag, direction, apt };
}

const NONE = {
  postOfficeBox: false,
  number: null,
  prefix: null,
  street: null,
  tag: null,
  direction: null,
  apt: null,
};

test("EX-5 ADR-6 the guide's own lines", () => {
  expect(parse('4321 109th Ave Northwest')).toEqual({
    ...NONE,
    number: '4321',
    street: '109th',
    tag: 'Ave',
    direction: 'NW',
  });
  expect(parse('4321 W 109th Ave NW')).toEqual({
    ...NONE,
    number: '4321',
    prefix: 'W',
    street: '109th',
    tag: 'Ave',
    direction: 'NW',
  });
  expect(parse('12500 South 42nd Gardens Apt 123')).toEqual({
    ...NONE,
    number: '12500',
    prefix: 'S',
    street: '42nd',
    tag: 'Gardens',
    apt: '123',
  });
});

test('EX-2 ADR-6 prefix S, street Lexington, tag Ave, direction SE, apt 45', () => {
  const parts = { prefix: 'S', street: 'Lexington', tag: 'Ave', direction: 'SE', apt: '45' };
  expect(parse('4321 South Lexington Ave SE Apt 45')).toEqual({ ...NONE, number: '4321', ...parts });
});

test('EX-4 "P.O. Box 125" is box 125', () => {
  expect(parse('P.O. Box 125')).toEqual({ ...NONE, postOfficeBox: true, number: '125' });
});

test('ADR-7 a street named like a direction or a tag keeps its name', () => {
  expect(parse('101 North St')).toMatchObject({ prefix: null, street: 'North', tag: 'St' });
  expect(parse('101 Avenue B')).toMatchObject({ street: 'Avenue B', tag: null });
  expect(parse('101 Court St')).toMatchObject({ street: 'Court', tag: 'St' });
});

test("ADR-7 what can't be parsed is stored whole as the street", () => {
  expect(parse('Broadway & 42nd St')).toEqual({ ...NONE, street: 'Broadway & 42nd St' });
  expect(parse('second house past the church')).toEqual({ ...NONE, street: 'second house past the church' });
  expect(parse(' ... ')).toEqual({ ...NONE, street: '...' });
  expect(parse('')).toEqual(NONE);
});

test('ADR-7 words that no form has a place for are kept as the unit', () => {
  expect(parse('101 Main St, Smith Hall')).toMatchObject({ street: 'Main', tag: 'St', apt: 'Smith Hall' });
  expect(parse('Smith Hall, 101 Main St')).toMatchObject({
    number: '101',
    street: 'Main',
    tag: 'St',
    apt: 'Smith Hall',
  });
  expect(parse('101 Ontario Street Mezzanin')).toMatchObject({
    street: 'Ontario',
    tag: 'St',
    apt: 'Mezzanin',
  });
});

test('city, state and zip that the line repeats are not the street', () => {
  for (const line of ['101 Main St, Blaine, MN 55123', '101 MAIN ST BLAINE MN', '101 Main St, Blaine']) {
    expect(parse(line)).toMatchObject({ number: '101', tag: 'St', direction: null, apt: null });
  }
  expect(parse('101 Blaine Ave')).toMatchObject({ street: 'Blaine', tag: 'Ave' });
});

test('the last line is stored in standard form', () => {
  const given = {
    fullStreetAddress: '1 Main St',
    city: ' St.  Paul ',
    state: 'minnesota',
    zip: '551231234',
    county: '',
  };
  expect(parseAddress(given)).toMatchObject({
    city: 'St. Paul',
    state: 'MN',
    zip: '55123-1234',
    county: null,
  });
});
