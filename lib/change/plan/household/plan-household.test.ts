import { describe, expect, test } from 'vitest';
import type { Rows } from '../../change.ts';
import { Campus } from '../../testing/campus.ts';
import { hr, hrUpdate, livesAt } from '../../testing/hr.ts';
import { seedHousehold, seedPerson } from '../../testing/seed.ts';

const HOME = '4321 Lexington Ave';
const OTHER = '17 Oak St';
const THIRD = '9 Elm Rd';

function campusWith(
  lines: Parameters<typeof seedHousehold>[2] = [],
  household: Parameters<typeof seedHousehold>[3] = {},
) {
  const campus = new Campus();
  const personId = seedPerson(campus, { hrManagedAt: '2025-01-01' });
  if (lines.length > 0) seedHousehold(campus, [personId], lines, household);
  return campus;
}
const sent = (...householdLocations: object[]) => hrUpdate({ household: { householdLocations } });
const send = (campus: Campus, ...locations: object[]) => campus.commit([sent(...locations)], 'update')[0];
const again = (campus: Campus, ...locations: object[]) =>
  campus.plan([sent(...locations)], 'update')[0]?.changes;

/** `4321 Lexington 2020-01-01..` by location, in stored order. */
const locations = (campus: Campus) =>
  campus.rows('householdLocation').map(({ addressId, startDate, endDate }) => {
    const { number, street } = campus.tables.address.get(addressId) as Rows['address'];
    return `${number} ${street} ${startDate ?? ''}..${endDate ?? ''}`;
  });

describe('HH-1, HH-2 create', () => {
  test('the smallest household is an address: everything else has its default', () => {
    const campus = new Campus();
    campus.commit([hr({ household: { householdLocations: [livesAt(HOME)] } })], 'create');
    expect(campus.rows('household')).toEqual([{ name: 'Simpson', phone: null, staffHousehold: true }]);
    expect(campus.rows('householdMember')).toMatchObject([{ startDate: '2026-11-24', endDate: null }]);
    expect(campus.rows('householdLocation')).toMatchObject([
      {
        startDate: '2026-11-24',
        endDate: null,
        mailing: true,
        physical: true,
        private: false,
        secondary: false,
      },
    ]);
  });
  test('physical is false for a PO box', () => {
    const campus = new Campus();
    campus.commit([hr({ household: { householdLocations: [livesAt('PO Box 54')] } })], 'create');
    expect(campus.rows('householdLocation')).toMatchObject([{ mailing: true, physical: false }]);
  });
  test('what HR says is taken as it says', () => {
    const campus = new Campus();
    const flags = { mailing: false, physical: true, private: true, secondary: true };
    const dates = { startDate: '2024-01-01', endDate: '2027-01-01' };
    const household = {
      name: 'Simpson-Brown',
      phone: '763-555-0100',
      householdLocations: [livesAt('PO Box 54', { ...flags, ...dates })],
    };
    campus.commit([hr({ household })], 'create');
    expect(campus.rows('household')).toMatchObject([{ name: 'Simpson-Brown', phone: '763-555-0100' }]);
    expect(campus.rows('householdLocation')).toMatchObject([{ ...flags, ...dates }]);
  });
  test('HH-2 without a household none is made, and a warning says so, in a call and in a commit', () => {
    for (const mode of ['create', 'sync'] as const) {
      const campus = new Campus();
      expect(campus.commit([hr()], mode)[0]?.warnings).toMatchObject([
        { code: 'noHousehold', pointer: '/household' },
      ]);
      expect(campus.rows('household')).toEqual([]);
      const household = { householdLocations: [livesAt(HOME)] };
      const [plan] = campus.commit([hr({ staffNumber: '2', household })], mode);
      expect(plan?.warnings).toEqual([]);
    }
  });
  test('HH-2 an update without a household is no reason to warn', () => {
    expect(campusWith().plan([hrUpdate({ workPhone: '1' })], 'update')[0]?.warnings).toEqual([]);
  });
  test('HH-2 an address that Campus has is found, not made again', () => {
    const campus = campusWith([HOME]);
    campus.commit([hr({ staffNumber: '2', household: { householdLocations: [livesAt(HOME)] } })], 'create');
    expect(campus.rows('address')).toHaveLength(1);
  });
  test('HH-5 on update, without any household, one is created', () => {
    const campus = campusWith();
    send(campus, livesAt(HOME));
    expect(campus.rows('household')).toEqual([{ name: 'Simpson', phone: null, staffHousehold: true }]);
    expect(locations(campus)).toEqual(['4321 Lexington 2026-11-24..']);
  });
  test('HH-1 the name comes from the new last name where that changes, too', () => {
    const campus = campusWith();
    const household = { householdLocations: [livesAt(HOME)] };
    campus.commit([hrUpdate({ lastName: 'Brown', household })], 'update');
    expect(campus.rows('household')[0]?.name).toBe('Brown');
  });
  test('HH-1 without any address there is nothing to create: an error, and nothing else of the record is done', () => {
    const campus = campusWith();
    const [plan] = campus.plan([hrUpdate({ workPhone: '1', household: { phone: '1' } })], 'update');
    expect(plan).toMatchObject({ outcome: 'failed', changes: [], errors: [{ code: 'required' }] });
  });
});

describe('HH-3 the only member of exactly one staff household', () => {
  test('a location that is over before the new one begins is not replaced by it', () => {
    const campus = campusWith([HOME]);
    send(campus, { ...livesAt(OTHER), startDate: '2030-01-01' });
    send(campus, { ...livesAt(THIRD), startDate: '2030-02-01' });
    expect(locations(campus).sort()).toEqual([
      '17 Oak 2030-01-01..2030-01-31',
      '4321 Lexington 2020-01-01..2029-12-31',
      '9 Elm 2030-02-01..',
    ]);
  });
  test('another address: the old location ends the day before, the new one starts today', () => {
    const campus = campusWith([HOME]);
    send(campus, livesAt(OTHER));
    expect(locations(campus)).toEqual(['4321 Lexington 2020-01-01..2026-11-23', '17 Oak 2026-11-24..']);
    expect(again(campus, livesAt(OTHER))).toEqual([]);
  });
  test("the day before the new one's start, where HR says it", () => {
    const campus = campusWith([HOME]);
    send(campus, livesAt(OTHER, { startDate: '2025-03-01' }));
    expect(locations(campus)).toEqual(['4321 Lexington 2020-01-01..2025-02-28', '17 Oak 2025-03-01..']);
  });
  test('a location that started that same day is replaced', () => {
    const campus = campusWith([{ line: HOME, startDate: '2026-11-24' }]);
    send(campus, livesAt(OTHER));
    expect(locations(campus)).toEqual(['17 Oak 2026-11-24..']);
  });
  test("a new start that is not after the old one's replaces it", () => {
    const campus = campusWith([HOME]);
    send(campus, livesAt(OTHER, { startDate: '2019-05-05' }));
    expect(locations(campus)).toEqual(['17 Oak 2019-05-05..']);
  });
  test('a new location has the defaults of one that is created, whatever the old one had', () => {
    const campus = campusWith([{ line: 'PO Box 54', physical: false, secondary: true }]);
    send(campus, livesAt(HOME));
    expect(campus.rows('householdLocation')[1]).toMatchObject({ physical: true, secondary: false });
  });
  test('a private address that is followed by one that is not gets a warning', () => {
    const campus = campusWith([{ line: HOME, private: true }]);
    expect(send(campus, livesAt(OTHER))?.warnings).toMatchObject([{ code: 'privateNotCarriedOver' }]);
  });
  test('the same address, spelled another way, makes no new location', () => {
    const campus = campusWith([HOME]);
    const plan = send(campus, livesAt('4321 LEXINGTON AVENUE.'));
    expect(plan).toMatchObject({ outcome: 'unchanged', changes: [], warnings: [] });
  });
  test('flags that were sent are updated in place, those left out or null stay', () => {
    const campus = campusWith([{ line: HOME, private: true, secondary: true }]);
    send(campus, livesAt(HOME, { mailing: false, secondary: false, private: null }));
    expect(campus.rows('householdLocation')).toMatchObject([
      { startDate: '2020-01-01', mailing: false, physical: true, private: true, secondary: false },
    ]);
  });
  test('dates that were sent are updated in place, too', () => {
    const campus = campusWith([HOME]);
    send(campus, livesAt(HOME, { startDate: '2021-01-01', endDate: '2027-06-30' }));
    expect(locations(campus)).toEqual(['4321 Lexington 2021-01-01..2027-06-30']);
    expect(again(campus, livesAt(HOME, { endDate: '2027-06-30' }))).toEqual([]);
  });
  test('by address first: the order of the list does not matter', () => {
    const campus = campusWith([HOME, OTHER]);
    send(campus, livesAt(THIRD), livesAt(HOME));
    expect(locations(campus)).toEqual([
      '4321 Lexington 2020-01-01..',
      '17 Oak 2020-01-01..2026-11-23',
      '9 Elm 2026-11-24..',
    ]);
  });
  test('then those left over on both sides replace each other in order', () => {
    const campus = campusWith([HOME, OTHER]);
    send(
      campus,
      livesAt(THIRD, { startDate: '2026-02-02' }),
      livesAt('8 Fir Ln', { startDate: '2026-03-03' }),
    );
    expect(locations(campus)).toEqual([
      '4321 Lexington 2020-01-01..2026-02-01',
      '17 Oak 2020-01-01..2026-03-02',
      '9 Elm 2026-02-02..',
      '8 Fir 2026-03-03..',
    ]);
  });
  test('what is left of HR is new, and no location of one call ends another of it', () => {
    const campus = campusWith([HOME]);
    send(campus, livesAt(HOME), livesAt(OTHER), livesAt(THIRD));
    expect(locations(campus)).toEqual([
      '4321 Lexington 2020-01-01..',
      '17 Oak 2026-11-24..',
      '9 Elm 2026-11-24..',
    ]);
    expect(again(campus, livesAt(HOME), livesAt(OTHER), livesAt(THIRD))).toEqual([]);
  });
  test('what is left in Campus stays', () => {
    const campus = campusWith([HOME, OTHER]);
    send(campus, livesAt(OTHER));
    expect(locations(campus)).toEqual(['4321 Lexington 2020-01-01..', '17 Oak 2020-01-01..']);
  });
  test('an ended location is met by nobody, and moving back makes a new one', () => {
    const campus = campusWith([{ line: HOME, endDate: '2024-01-01' }, OTHER]);
    send(campus, livesAt(HOME));
    expect(locations(campus)).toEqual([
      '4321 Lexington 2020-01-01..2024-01-01',
      '17 Oak 2020-01-01..2026-11-23',
      '4321 Lexington 2026-11-24..',
    ]);
  });
  test('a location that HR sends as ended ends nothing, and sent again changes nothing', () => {
    const campus = campusWith([HOME]);
    const past = livesAt(OTHER, { endDate: '2015-06-30' });
    send(campus, past);
    expect(locations(campus)).toEqual(['4321 Lexington 2020-01-01..', '17 Oak ..2015-06-30']);
    expect(again(campus, past, livesAt(HOME))).toEqual([]);
  });
  test('a past at the same address is not the present there', () => {
    const campus = campusWith([HOME]);
    send(campus, livesAt(HOME, { endDate: '2015-06-30' }));
    expect(locations(campus)).toEqual(['4321 Lexington 2020-01-01..', '4321 Lexington ..2015-06-30']);
  });
  test('an old location that ends sooner anyway keeps its end', () => {
    const campus = campusWith([{ line: HOME, endDate: '2026-12-31' }]);
    send(campus, livesAt(OTHER, { startDate: '2027-03-01' }));
    expect(locations(campus)).toEqual(['4321 Lexington 2020-01-01..2026-12-31', '17 Oak 2027-03-01..']);
  });
  test('the same address twice in one call is stored once, with a warning', () => {
    const campus = campusWith([HOME]);
    const plan = send(campus, livesAt(OTHER), livesAt('17 Oak Street'));
    expect(locations(campus)).toEqual(['4321 Lexington 2020-01-01..2026-11-23', '17 Oak 2026-11-24..']);
    expect(plan?.warnings).toMatchObject([
      { code: 'locationRepeated', pointer: '/household/householdLocations/1' },
    ]);
    expect(again(campus, livesAt(OTHER), livesAt('17 Oak Street'))).toEqual([]);
  });
  test('two times at one address are two locations', () => {
    const campus = campusWith([HOME]);
    const list = [livesAt(HOME), livesAt(HOME, { startDate: '2010-01-01', endDate: '2012-01-01' })];
    send(campus, ...list);
    expect(locations(campus)).toEqual([
      '4321 Lexington 2020-01-01..',
      '4321 Lexington 2010-01-01..2012-01-01',
    ]);
    expect(again(campus, ...list)).toEqual([]);
  });
  test('name and phone are updated; the phone by its digits; left out or null stays', () => {
    const campus = campusWith([HOME], { name: 'Old', phone: '763 555 0100' });
    campus.commit([hrUpdate({ household: { name: 'New', phone: '(763) 555-0100' } })], 'update');
    expect(campus.rows('household')).toEqual([{ name: 'New', phone: '763 555 0100', staffHousehold: true }]);
    campus.commit([hrUpdate({ household: { name: null } })], 'update');
    expect(campus.rows('household')[0]?.name).toBe('New');
  });
  test('whatever other households they belong to', () => {
    const campus = campusWith([HOME]);
    const spouse = seedPerson(campus, { staffNumber: '2' });
    seedHousehold(campus, [[...campus.tables.person.keys()][0] as string, spouse], ['1 Shared Way'], {
      staffHousehold: false,
    });
    send(campus, livesAt(OTHER));
    expect(locations(campus)).toContain('17 Oak 2026-11-24..');
    expect(locations(campus)).toContain('1 Shared 2020-01-01..');
  });
});

describe('HH-4, HH-5 ignored, with a warning', () => {
  const ignored = (campus: Campus, rule: string) => {
    const before = structuredClone(campus.tables);
    const plan = send(campus, livesAt(OTHER));
    expect(plan).toMatchObject({ outcome: 'unchanged', changes: [] });
    expect(plan?.warnings).toMatchObject([{ code: 'householdIgnored', pointer: '/household' }]);
    expect(plan?.notes).toMatchObject([{ about: 'location', location: { outcome: 'ignored' }, rule }]);
    expect(campus.tables).toEqual(before);
  };
  test.each([true, false])('HH-4 a household that is shared (staff household: %s)', (staffHousehold) => {
    const campus = campusWith();
    const student = campus.add('person', {
      ...(campus.rows('person')[0] as Rows['person']),
      staffNumber: null,
    });
    seedHousehold(campus, [[...campus.tables.person.keys()][0] as string, student], [HOME], {
      staffHousehold,
    });
    ignored(campus, 'HH-4');
  });
  test('HH-5 the only member of one that is not a staff household', () => {
    ignored(campusWith([HOME], { staffHousehold: false }), 'HH-5');
  });
  test('HH-5 the only member of several staff households', () => {
    const campus = campusWith([HOME]);
    seedHousehold(campus, [[...campus.tables.person.keys()][0] as string], [THIRD]);
    ignored(campus, 'HH-5');
  });
  test('all else of the record is done', () => {
    const campus = campusWith([HOME], { staffHousehold: false });
    const household = { householdLocations: [livesAt(OTHER)] };
    const [plan] = campus.commit([hrUpdate({ workPhone: '1', household })], 'update');
    expect(plan?.outcome).toBe('updated');
    expect(campus.rows('person')[0]?.workPhone).toBe('1');
  });
});

test('STAFF-6 household: null is as left out', () => {
  expect(campusWith([HOME]).plan([hrUpdate({ household: null })], 'update')[0]).toMatchObject({
    changes: [],
    warnings: [],
  });
});
