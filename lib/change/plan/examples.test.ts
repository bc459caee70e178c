import { describe, expect, test } from 'vitest';
import { parseNewStaffMember } from '../../record/parse.ts';
import { differencesOf } from '../../report/differences/differences.ts';
import type { Rows } from '../change.ts';
import { Campus } from '../testing/campus.ts';
import { hr, hrUpdate, livesAt, seal } from '../testing/hr.ts';
import { seedPerson, seedPosition } from '../testing/seed.ts';

/* The guide's own examples (RULES.md, EX). */

const place = { city: 'Blaine', state: 'MN', zip: '55123' };
const whole = { staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' };

const addressesOf = (campus: Campus) => campus.rows('address').map(partsOf);
function partsOf(address: Rows['address']) {
  const { number, prefix, street, tag, direction, apt } = address;
  const box = address.postOfficeBox ? 'box ' : '';
  return box + [number, prefix, street, tag, direction, apt && `apt ${apt}`].filter(Boolean).join(' · ');
}
const created = (...addresses: object[]) => {
  const campus = new Campus();
  addresses.forEach((address, index) => {
    campus.commit(
      [hr({ staffNumber: `${index + 1}`, household: { householdLocations: [{ address }] } })],
      'create',
    );
  });
  return campus;
};
const refusals = (address: object) => {
  const parsed = parseNewStaffMember({ ...whole, household: { householdLocations: [{ address }] } }, seal);
  return 'errors' in parsed ? parsed.errors : [];
};

describe('EX-1', () => {
  const sent = {
    schoolNumber: '010',
    assignmentCode: '20',
    titleCode: '4A61E262',
    titleDescription: 'Varsity Basketball',
    startDate: '2023-10-01',
    endDate: '',
  };
  test('EX-1 the title is created, 010 keeps its zero, the end is null', () => {
    const campus = new Campus();
    campus.commit([hr({ positions: [sent] })], 'create');
    expect(campus.rows('title')).toEqual([{ code: '4A61E262', description: 'Varsity Basketball' }]);
    expect(campus.rows('districtAssignment')).toMatchObject([
      {
        schoolNumber: '010',
        assignmentCode: '20',
        titleCode: '4A61E262',
        startDate: '2023-10-01',
        endDate: null,
      },
    ]);
  });
  test('EX-1 the same with schooNumber: an error that names schoolNumber', () => {
    const { schoolNumber, ...rest } = sent;
    const parsed = parseNewStaffMember(
      { ...whole, positions: [{ ...rest, schooNumber: schoolNumber }] },
      seal,
    );
    const errors = 'errors' in parsed ? parsed.errors : [];
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/positions/0/schoolNumber',
      '/positions/0/schooNumber',
    ]);
    expect(errors[1]?.message).toContain('"schoolNumber"');
  });
});

describe('EX-2', () => {
  const line = { fullStreetAddress: '4321 South Lexington Ave SE Apt 45', ...place };
  const parts = {
    number: '4321',
    prefix: 'South',
    street: 'Lexington',
    tag: 'Ave',
    direction: 'SE',
    apt: '45',
    ...place,
  };
  test('EX-2 a household with only fullStreetAddress: created, staff household, defaults filled', () => {
    const campus = created(line);
    expect(campus.rows('household')).toEqual([{ name: 'Simpson', phone: null, staffHousehold: true }]);
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
    expect(addressesOf(campus)).toEqual(['4321 · S · Lexington · Ave · SE · apt 45']);
  });
  test('EX-2 the same address by parts: the same address', () => {
    expect(addressesOf(created(line, parts))).toHaveLength(1);
    expect(addressesOf(created(parts, line))).toHaveLength(1);
  });
  test('EX-2 both forms in one body: error', () => {
    expect(refusals({ ...line, ...parts })).toMatchObject([{ code: 'addressBothForms' }]);
  });
});

test('EX-3 "4321 North Lexington Avenue" and "4321 N Lexington Ave. " are one address, two people at it', () => {
  for (const together of [true, false]) {
    const campus = new Campus();
    const records = ['4321 North Lexington Avenue', '4321 N Lexington Ave. '].map((line, index) =>
      hr({ staffNumber: `${index}`, household: { householdLocations: [livesAt(line)] } }),
    );
    if (together) campus.commit(records);
    else for (const record of records) campus.commit([record]);
    expect(campus.rows('address')).toHaveLength(1);
    expect(campus.rows('householdLocation')).toHaveLength(2);
  }
});

describe('EX-4', () => {
  const box = { postOfficeBox: true, number: '54', ...place };
  test('EX-4 a PO box by its number is accepted', () => {
    expect(addressesOf(created(box))).toEqual(['box 54']);
  });
  test.each(['prefix', 'street', 'tag', 'direction', 'apt'])('EX-4 with a %s: error', (part) => {
    expect(refusals({ ...box, [part]: 'N' })).toHaveLength(1);
  });
  test('EX-4 "P.O. Box 125": box 125', () => {
    expect(addressesOf(created({ fullStreetAddress: 'P.O. Box 125', ...place }))).toEqual(['box 125']);
  });
});

test.each([
  ['4321 109th Ave Northwest', '4321 · 109th · Ave · NW'],
  ['4321 W 109th Ave NW', '4321 · W · 109th · Ave · NW'],
  ['12500 South 42nd Gardens Apt 123', '12500 · S · 42nd · Gardens · apt 123'],
])('EX-5 %s', (fullStreetAddress, parts) => {
  expect(addressesOf(created({ fullStreetAddress, ...place }))).toEqual([parts]);
});

test('EX-6 FFF666 Franklin, Frank F', () => {
  const campus = new Campus();
  const name = {
    staffNumber: 'FFF666',
    lastName: 'Franklin',
    firstName: 'Frank',
    middleName: 'F',
    gender: 'M',
  };
  const personId = seedPerson(campus, {
    ...name,
    birthDate: '1970-01-01',
    workEmail: 'frank@old.org',
    workPhone: '555-0100',
  });
  campus.add('employment', { personId, hireDate: '2020-12-08', terminationDate: null });
  const stored = { titleCode: '035E4EAB', assignmentCode: '106', startDate: '2023-01-13' };
  seedPosition(campus, personId, stored, ['section "Algebra I"']);
  const record = hr({
    ...name,
    birthDate: '1970-01-01',
    workEmail: 'frank@new.org',
    workPhone: '555-0199',
    employments: [{ hireDate: '2020-07-25' }],
    positions: [
      { schoolNumber: '010', titleCode: '337C8989', assignmentCode: '106', startDate: '2020-07-25' },
    ],
  });

  const [plan] = campus.plan([record]);
  const entries = differencesOf(plan as NonNullable<typeof plan>, record, campus.person('FFF666'));
  expect(entries.map(({ section, counted, fields }) => [section, counted, fields])).toEqual([
    ['demographics', true, ['workPhone', 'workEmail']],
    ['employments', true, ['hireDate']],
    ['assignments', true, ['titleCode', 'startDate']],
  ]);
  expect(entries[2]).toMatchObject({ campus: { titleCode: '035E4EAB' }, hr: { titleCode: '337C8989' } });

  campus.commit([record]);
  expect(campus.rows('identity')).toHaveLength(1);
  expect(campus.rows('employment')).toMatchObject([{ hireDate: '2020-07-25', terminationDate: null }]);
  expect(
    campus.rows('districtAssignment').map(({ titleCode, startDate }) => `${titleCode} ${startDate}`),
  ).toEqual(['035E4EAB 2023-01-13', '337C8989 2020-07-25']);
});

test('EX-7 10058 Brown, Allison becomes SIMPSON, PAT: a new identity', () => {
  const campus = new Campus();
  seedPerson(campus, { lastName: 'Brown', firstName: 'Allison' });
  campus.commit([hrUpdate({ lastName: 'SIMPSON', firstName: 'PAT' })], 'update');
  expect(campus.rows('identity')).toMatchObject([
    { lastName: 'Brown', firstName: 'Allison', endDate: '2026-11-23', current: false },
    { lastName: 'SIMPSON', firstName: 'PAT', startDate: '2026-11-24', current: true },
  ]);
});

test("EX-7 HR's record for a duplicated number fails and the rest go on", () => {
  const campus = new Campus();
  for (const staffNumber of [...Array(7).fill('PENDING'), 'pending', '0295382', '0295382', '10058'])
    seedPerson(campus, { staffNumber });
  const plans = campus.commit(
    ['0295382', 'Pending', '10058', '77'].map((staffNumber) => hr({ staffNumber, workPhone: '1' })),
  );
  expect(plans.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'updated', 'created']);
  expect(campus.rows('person').map(({ staffNumber }) => staffNumber)).toEqual([
    ...Array(7).fill('PENDING'),
    ...['pending', '0295382', '0295382', '10058', '77'],
  ]);
});
