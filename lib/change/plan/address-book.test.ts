import { describe, expect, test } from 'vitest';
import { readAddress } from '../../address/read-address.ts';
import { Campus } from '../testing/campus.ts';
import { hr, livesAt } from '../testing/hr.ts';
import { seedAddress, seedHousehold, seedPerson } from '../testing/seed.ts';
import { addressBook } from './address-book.ts';

const place = { city: 'Blaine', state: 'MN', zip: '55123' };
const at = (fullStreetAddress: string, more: object = {}) =>
  readAddress({ fullStreetAddress, ...place, ...more });

function bookOf(campus: Campus) {
  return addressBook(campus.state().addresses, campus.newId);
}

describe('ADR-3 each address exists once', () => {
  test('one that Campus has is found under another spelling', () => {
    const campus = new Campus();
    const id = seedAddress(campus, '4321 N Lexington Ave.');
    expect(bookOf(campus).findOrPlan(at('4321 North Lexington Avenue'))).toMatchObject({
      id,
      isNew: false,
      change: null,
    });
  });
  test('one that a batch brings twice is planned once', () => {
    const book = bookOf(new Campus());
    const first = book.findOrPlan(at('17 Oak St'));
    const second = book.findOrPlan(at('17 OAK STREET'));
    expect(first).toMatchObject({ isNew: true, change: { op: 'insert', rule: 'ADR-4' } });
    expect(second).toMatchObject({ id: first.id, isNew: true, change: null });
  });
  test('other places are other addresses', () => {
    const book = bookOf(new Campus());
    const lines = [
      '17 Oak St',
      '17 Oak Ave',
      '17 N Oak St',
      '17 S Oak St',
      '17 Oak St Apt 4',
      '17 Oak St Apt 5',
    ];
    expect(new Set(lines.map((line) => book.findOrPlan(at(line)).id)).size).toBe(lines.length);
    expect(book.findOrPlan(at('17 Oak St', { zip: '55124' })).change?.op).toBe('insert');
  });
  test.each(['county'])('%s fills what is empty', (detail) => {
    const campus = new Campus();
    const id = seedAddress(campus, '17 Oak St');
    const met = bookOf(campus).findOrPlan(at('17 Oak St', { [detail]: 'Anoka' }));
    expect(met).toMatchObject({ id, filled: [detail], differing: [] });
    expect(met.change).toMatchObject({
      op: 'update',
      id,
      rule: 'ADR-3',
      after: { [detail]: 'Anoka', street: 'Oak' },
    });
  });
  test('ZIP+4, tract, block and locationCode fill what is empty', () => {
    const campus = new Campus();
    seedAddress(campus, '17 Oak St');
    const parts = { number: '17', street: 'Oak', tag: 'St', ...place, zip: '55123-1234' };
    const met = bookOf(campus).findOrPlan(
      readAddress({ ...parts, tract: '1', block: '2', locationCode: '3' }),
    );
    expect(met.change?.after).toMatchObject({ zip: '55123-1234', tract: '1', block: '2', locationCode: '3' });
    expect([...met.filled].sort()).toEqual(['block', 'locationCode', 'tract', 'zip']);
  });
  test('one that differs is a warning, and Campus keeps its own', () => {
    const campus = new Campus();
    seedAddress(campus, '17 Oak St', { county: 'Anoka', zip: '55123-0001' });
    const met = bookOf(campus).findOrPlan(at('17 Oak St', { county: 'Ramsey', zip: '55123-0002' }));
    expect(met).toMatchObject({ change: null, filled: [], differing: ['county', 'zip'] });
  });
  test('one that is left out, or differs in case only, is nothing', () => {
    const campus = new Campus();
    seedAddress(campus, '17 Oak St', { county: 'Anoka', zip: '55123-0001' });
    const book = bookOf(campus);
    expect(book.findOrPlan(at('17 Oak St'))).toMatchObject({ change: null, differing: [] });
    expect(book.findOrPlan(at('17 Oak St', { county: 'ANOKA' }))).toMatchObject({
      change: null,
      differing: [],
    });
  });
  test('details of several people of a batch add up, and the first one counts', () => {
    const campus = new Campus();
    seedAddress(campus, '17 Oak St');
    const book = bookOf(campus);
    book.findOrPlan(at('17 Oak St', { county: 'Anoka' }));
    const second = book.findOrPlan(at('17 Oak St', { county: 'Ramsey', zip: '55123-1234' }));
    expect(second.change?.before).toMatchObject({ county: 'Anoka', zip: '55123' });
    expect(second.change?.after).toMatchObject({ county: 'Anoka', zip: '55123-1234' });
    expect(second.differing).toEqual(['county']);
    expect(book.findOrPlan(at('17 Oak St', { county: 'Anoka' })).change).toBeNull();
  });
});

describe('ADR-4 the order of looking', () => {
  const sent = { address: at('17 Oak St').address, matchKeys: ['as given', 'parsed again'] };
  const stored = (matchKey: string) => {
    const campus = new Campus();
    const id = seedAddress(campus, '17 Oak St', { matchKey });
    return { id, book: bookOf(campus) };
  };
  test('exact match on the given components, then the parts joined and parsed again', () => {
    for (const key of sent.matchKeys) {
      const { id, book } = stored(key);
      expect(book.findOrPlan(sent)).toMatchObject({ id, change: null });
    }
  });
  test('else it is created from the new parsing, under its key', () => {
    const { book } = stored('elsewhere');
    expect(book.findOrPlan(sent).change?.after).toMatchObject({ ...sent.address, matchKey: 'parsed again' });
  });
});

test('ADR-3 two people of one batch move to one new address, and others fill in its details', () => {
  const campus = new Campus();
  const moves = (staffNumber: string, more: object) =>
    hr({
      staffNumber,
      household: { householdLocations: [{ address: { ...place, fullStreetAddress: '17 Oak St', ...more } }] },
    });
  campus.commit([moves('1', {}), moves('2', { county: 'Anoka' }), moves('3', { county: 'Ramsey' })]);
  expect(campus.rows('address')).toMatchObject([{ street: 'Oak', county: 'Anoka' }]);
  expect(campus.rows('householdLocation')).toHaveLength(3);
});

test('ADR-3 a differing detail is a warning of the record that has it', () => {
  const campus = new Campus();
  const personId = seedPerson(campus);
  seedHousehold(campus, [personId], ['17 Oak St']);
  for (const [id, row] of campus.tables.address) campus.tables.address.set(id, { ...row, county: 'Anoka' });
  const location = livesAt('17 Oak St');
  const household = { householdLocations: [{ address: { ...location.address, county: 'Ramsey' } }] };
  expect(campus.plan([hr({ household })])[0]?.warnings).toMatchObject([
    { code: 'addressDetailDiffers', pointer: '/household/householdLocations/0/address/county' },
  ]);
});
