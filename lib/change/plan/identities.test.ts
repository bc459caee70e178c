import { describe, expect, test } from 'vitest';
import { Campus } from '../testing/campus.ts';
import { hr, hrUpdate } from '../testing/hr.ts';
import { seedPerson } from '../testing/seed.ts';

function campusWith(person: Parameters<typeof seedPerson>[1] = {}) {
  const campus = new Campus();
  seedPerson(campus, { lastName: 'Brown', firstName: 'Allison', middleName: 'May', ...person });
  return campus;
}
const identities = (campus: Campus) =>
  campus
    .rows('identity')
    .map(
      ({ lastName, startDate, endDate, current }) =>
        `${lastName} ${startDate}..${endDate ?? ''}${current ? '*' : ''}`,
    );

test.each([
  ['lastName', { lastName: 'Simpson', firstName: 'Allison', middleName: 'May' }],
  ['firstName', { lastName: 'Brown', firstName: 'Pat', middleName: 'May' }],
  ['middleName', { lastName: 'Brown', firstName: 'Allison', middleName: 'June' }],
  ['middleName cleared', { lastName: 'Brown', firstName: 'Allison', middleName: null }],
])('ID-1, ID-2 another %s ends the identity the day before and begins one today', (_, name) => {
  const campus = campusWith();
  campus.commit([hr(name)]);
  expect(campus.rows('identity')).toMatchObject([
    { lastName: 'Brown', startDate: '2020-01-01', endDate: '2026-11-23', current: false },
    { ...name, startDate: '2026-11-24', endDate: null, current: true },
  ]);
});

test('ID-1 a part of the name that HR leaves out stays', () => {
  const campus = campusWith();
  campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
  expect(campus.rows('identity')[1]).toMatchObject({
    lastName: 'Simpson',
    firstName: 'Allison',
    middleName: 'May',
  });
});

test('ID-1 case counts in a name', () => {
  const campus = campusWith();
  campus.commit([hrUpdate({ lastName: 'BROWN' })], 'update');
  expect(identities(campus)).toEqual(['Brown 2020-01-01..2026-11-23', 'BROWN 2026-11-24..*']);
});

describe('ID-3 no identity comes', () => {
  test.each([
    ['of gender', { gender: 'M' }],
    ['of SSN', { ssn: '123456789' }],
    ['of birth date', { birthDate: '1979-12-26' }],
    ['of phone or email', { workPhone: '1', personalEmail: 'a@b.org' }],
    ['of the same name again', { lastName: ' Brown ', firstName: 'Allison', middleName: 'May' }],
  ])('%s', (_, sent) => {
    const campus = campusWith();
    campus.commit([hrUpdate(sent)], 'update');
    expect(campus.rows('identity')).toHaveLength(1);
  });
});

describe('ID-4 a second change on the same day', () => {
  test('replaces the identity that started that day, with a warning', () => {
    const campus = campusWith();
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    const [plan] = campus.commit([hrUpdate({ lastName: 'Simpson-Brown' })], 'update');
    expect(identities(campus)).toEqual(['Brown 2020-01-01..2026-11-23', 'Simpson-Brown 2026-11-24..*']);
    expect(plan?.warnings).toMatchObject([{ code: 'identityReplaced' }]);
    expect(plan?.changes.find((change) => change.table === 'identity')?.before).toMatchObject({
      lastName: 'Simpson',
    });
  });
  test('replaces one that starts later', () => {
    const campus = campusWith({ since: '2027-01-01' });
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    expect(identities(campus)).toEqual(['Simpson 2026-11-24..*']);
  });
  test('an identity that started yesterday has one day', () => {
    const campus = campusWith({ since: '2026-11-23' });
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    expect(identities(campus)).toEqual(['Brown 2026-11-23..2026-11-23', 'Simpson 2026-11-24..*']);
  });
  test('one whose start nobody knows is ended, not replaced', () => {
    const campus = campusWith({ since: null });
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    expect(identities(campus)).toEqual(['Brown null..2026-11-23', 'Simpson 2026-11-24..*']);
  });
});

test('ID-1 a new person has one identity, from the date of the call', () => {
  const campus = new Campus();
  campus.commit([hr()]);
  expect(identities(campus)).toEqual(['Simpson 2026-11-24..*']);
});
