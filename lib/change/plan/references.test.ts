import { describe, expect, test } from 'vitest';
import { Campus } from '../testing/campus.ts';
import { hr, livesAt, position } from '../testing/hr.ts';
import { seedPerson } from '../testing/seed.ts';
import { titleBook } from './title-book.ts';

const household = { householdLocations: [livesAt('4321 109th Ave NW')] };
const withPosition = (given: object, more: object = {}) =>
  hr({ positions: [position(given)], household, ...more });
const faultsOf = (found: { pointer?: string; code: string }[] = []) =>
  found.map(({ pointer, code }) => `${pointer} ${code}`);

describe('REF-2', () => {
  test('an unknown school, gender or assignment code is an error, all at once', () => {
    const [plan] = new Campus().plan([
      withPosition({ schoolNumber: '999', assignmentCode: '99' }, { gender: 'Z' }),
    ]);
    expect(plan).toMatchObject({ outcome: 'failed', changes: [] });
    expect(plan).not.toHaveProperty('personId');
    expect(faultsOf(plan?.errors)).toEqual([
      '/gender unknownGender',
      '/positions/0/schoolNumber unknownSchool',
      '/positions/0/assignmentCode unknownAssignmentCode',
    ]);
  });
  test('codes are compared exactly', () => {
    const [plan] = new Campus().plan([withPosition({ schoolNumber: '10' }, { gender: 'f' })]);
    expect(faultsOf(plan?.errors)).toEqual([
      '/gender unknownGender',
      '/positions/0/schoolNumber unknownSchool',
    ]);
  });
  test('an inactive school or code is accepted with a warning', () => {
    const campus = new Campus();
    campus.add('title', { code: 'T1', description: 'One' });
    campus.inactive = new Set(['010', '20', 'T1']);
    const [plan] = campus.commit([withPosition({ titleCode: 'T1' })]);
    expect(plan?.outcome).toBe('created');
    expect(faultsOf(plan?.warnings)).toEqual([
      '/positions/0/schoolNumber inactiveCode',
      '/positions/0/assignmentCode inactiveCode',
      '/positions/0/titleCode inactiveCode',
    ]);
  });
  test('an unknown title code is created, described by titleDescription', () => {
    const campus = new Campus();
    const [plan] = campus.commit([
      withPosition({ titleCode: '4A61E262', titleDescription: 'Varsity Basketball' }),
    ]);
    expect(campus.rows('title')).toEqual([{ code: '4A61E262', description: 'Varsity Basketball' }]);
    expect(plan?.warnings).toEqual([]);
  });
  test('or by the code itself', () => {
    const campus = new Campus();
    campus.commit([withPosition({ titleCode: '4A61E262' })]);
    expect(campus.rows('title')).toEqual([{ code: '4A61E262', description: '4A61E262' }]);
  });
  test("a known title's description is not changed; another one is a warning", () => {
    const campus = new Campus();
    campus.add('title', { code: 'T1', description: 'One' });
    const [plan] = campus.commit([withPosition({ titleCode: 'T1', titleDescription: 'Uno' })]);
    expect(campus.rows('title')).toEqual([{ code: 'T1', description: 'One' }]);
    expect(faultsOf(plan?.warnings)).toEqual(['/positions/0/titleDescription titleDescriptionIgnored']);
  });
  test('a new code is created once in a batch, and other descriptions of it are warnings', () => {
    const campus = new Campus();
    const plans = campus.commit([
      withPosition({ titleCode: 'N', titleDescription: 'First' }, { staffNumber: '1' }),
      withPosition({ titleCode: 'N', titleDescription: 'Second' }, { staffNumber: '2' }),
      withPosition({ titleCode: 'N' }, { staffNumber: '3' }),
    ]);
    expect(campus.rows('title')).toEqual([{ code: 'N', description: 'First' }]);
    expect(plans.map(({ warnings }) => faultsOf(warnings))).toEqual([
      [],
      ['/positions/0/titleDescription titleDescriptionIgnored'],
      [],
    ]);
  });
  test('in a transfer the first record in staged order describes it, in any order of commits', () => {
    const campus = new Campus();
    const described = new Map([['N', 'First']]);
    const titles = titleBook(campus.state().reference.titles, campus.newId, described);
    const [plan] = campus.commit([withPosition({ titleCode: 'N', titleDescription: 'Second' })], 'sync', {
      titles,
    });
    expect(campus.rows('title')).toEqual([{ code: 'N', description: 'First' }]);
    expect(faultsOf(plan?.warnings)).toEqual(['/positions/0/titleDescription titleDescriptionIgnored']);
  });
  test('a first record without a description describes it by the code itself', () => {
    const campus = new Campus();
    const described = new Map([['N', null]]);
    const titles = titleBook(campus.state().reference.titles, campus.newId, described);
    campus.commit([withPosition({ titleCode: 'N', titleDescription: 'Second' })], 'sync', { titles });
    expect(campus.rows('title')).toEqual([{ code: 'N', description: 'N' }]);
  });
  test('a description without a code gets a warning', () => {
    const [plan] = new Campus().plan([withPosition({ titleDescription: 'Coach' })]);
    expect(faultsOf(plan?.warnings)).toEqual(['/positions/0/titleDescription titleDescriptionIgnored']);
  });
  test('a refused record brings no title: the next one does', () => {
    const campus = new Campus();
    campus.commit([
      withPosition({ titleCode: 'N', schoolNumber: '999' }, { staffNumber: '1' }),
      withPosition({ titleCode: 'N' }, { staffNumber: '2' }),
    ]);
    expect(campus.rows('title')).toEqual([{ code: 'N', description: 'N' }]);
  });
});

describe('STAFF-4, SYNC-7 which person a record matches', () => {
  const campusWith = (...numbers: string[]) => {
    const campus = new Campus();
    for (const staffNumber of numbers) seedPerson(campus, { staffNumber, hrManagedAt: '2025-01-01' });
    return campus;
  };
  test('STAFF-4 with several people of the number the hint does not propose an update, which would be refused', () => {
    const campus = new Campus();
    seedPerson(campus, { staffNumber: 'PENDING' });
    seedPerson(campus, { staffNumber: 'pending' });
    const [plan] = campus.plan([hr({ staffNumber: 'Pending' })], 'create');
    expect(plan?.errors).toMatchObject([{ code: 'staffNumberTaken' }]);
    expect(plan?.errors[0]?.message).toContain('taken by 2 people');
    expect(plan?.errors[0]?.hint).not.toMatch(/PUT/);
  });
  test('STAFF-4 create with a number that is taken is refused, naming that number as stored', () => {
    const [plan] = campusWith('Ab-1').plan([hr({ staffNumber: 'AB-1' })], 'create');
    expect(plan).toMatchObject({ outcome: 'failed', changes: [], errors: [{ code: 'staffNumberTaken' }] });
    expect(plan?.errors[0]?.message).toContain('"Ab-1"');
  });
  test('update of a number that nobody has', () => {
    expect(campusWith().plan([hr()], 'update')[0]?.errors).toMatchObject([{ code: 'unknownStaffNumber' }]);
  });
  test.each(['sync', 'update'] as const)('SYNC-7 a number that several people share fails (%s)', (mode) => {
    const plans = campusWith('pending', 'PENDING ', '2').plan(
      [hr({ staffNumber: 'Pending' }), hr({ staffNumber: '2', workPhone: '1' })],
      mode,
    );
    expect(plans.map(({ outcome }) => outcome)).toEqual(['failed', 'updated']);
    expect(plans[0]?.errors).toMatchObject([{ code: 'duplicateStaffNumber', pointer: '/staffNumber' }]);
  });
  test('SYNC-7 matched people are updated, HR-only people are created, Campus-only people are left untouched', () => {
    const campus = campusWith('1', '2');
    const [untouched] = [campus.person('2')];
    const plans = campus.commit([hr({ staffNumber: '1', workPhone: '1' }), hr({ staffNumber: '3' })]);
    expect(plans.map(({ outcome }) => outcome)).toEqual(['updated', 'created']);
    expect(campus.person('2')).toEqual(untouched);
    expect(campus.person('3').gender).toBe('F');
  });
});
