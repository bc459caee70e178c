import { describe, expect, test } from 'vitest';
import { samePhone } from '../../record/compare.ts';
import { Campus } from '../testing/campus.ts';
import { hr, hrUpdate, seal } from '../testing/hr.ts';
import { seedPerson } from '../testing/seed.ts';

const managed = { hrManagedAt: '2025-01-01T00:00:00.000Z' };
const lastYear = {
  ...managed,
  workPhone: '(723) 897-1184',
  workEmail: 'PSimpson@School.org',
  birthDate: '1979-12-26',
};

function campusWith(person: Parameters<typeof seedPerson>[1] = {}) {
  const campus = new Campus();
  seedPerson(campus, { ...managed, ...person });
  return campus;
}
const personAfter = (campus: Campus) => campus.rows('person')[0];

describe('STAFF-6 what differs only in form is no difference and is not written', () => {
  test.each([
    ['an e-mail without case', { workEmail: 'psimpson@school.ORG' }],
    ['a phone by its digits', { workPhone: '723-897-1184' }],
    ['blanks around', { birthDate: ' 1979-12-26 ', workEmail: ' psimpson@school.org' }],
  ])('%s', (_, sent) => {
    const [plan] = campusWith(lastYear).plan([hr(sent)]);
    expect(plan).toMatchObject({ outcome: 'unchanged', changes: [] });
  });
  test('stored blanks count nothing either', () => {
    const [plan] = campusWith({ staffNumber: ' 10058 ', workEmail: 'a@b.org ' }).plan([
      hr({ workEmail: 'A@b.org' }),
    ]);
    expect(plan?.changes).toEqual([]);
  });
  test('a blank value in Campus is none', () => {
    expect(campusWith({ workEmail: ' ' }).plan([hr({ workEmail: null })])[0]?.changes).toEqual([]);
  });
  test('an extension is among the digits of a phone', () => {
    expect(campusWith(lastYear).plan([hr({ workPhone: '723-897-1184 x1' })])[0]?.outcome).toBe('updated');
  });
  test('a stored phone without digits is compared as text', () => {
    expect(samePhone('unlisted', ' unlisted ')).toBe(true);
    expect(samePhone('unlisted', 'none')).toBe(false);
    const campus = campusWith({ workPhone: 'unlisted' });
    expect(campus.plan([hr({ workPhone: '7' })])[0]?.outcome).toBe('updated');
  });
  test('where another field differs, one that differs in form only keeps its stored form', () => {
    const campus = campusWith(lastYear);
    campus.commit([hr({ workEmail: 'psimpson@school.org', cellPhone: '5' })]);
    expect(personAfter(campus)).toMatchObject({ workEmail: 'PSimpson@School.org', cellPhone: '5' });
  });
});

test('STAFF-6 a property left out stays, null clears', () => {
  const campus = campusWith(lastYear);
  campus.commit([hrUpdate({ workPhone: null, birthDate: '' })], 'update');
  expect(personAfter(campus)).toMatchObject({
    workPhone: null,
    birthDate: null,
    workEmail: 'PSimpson@School.org',
  });
});

test('SYNC-14 a property left out of a transferred record stays as it is', () => {
  const campus = campusWith(lastYear);
  const [plan] = campus.commit([hr()]);
  expect(plan?.changes).toEqual([]);
});

describe("STAFF-1 HR's spelling of the number", () => {
  test('is stored where it differs', () => {
    const campus = campusWith({ staffNumber: 'pending' });
    const [plan] = campus.commit([hr({ staffNumber: 'PENDING' })]);
    expect(plan?.outcome).toBe('updated');
    expect(personAfter(campus)?.staffNumber).toBe('PENDING');
  });
  test('stays where HR did not send it', () => {
    const campus = campusWith({ staffNumber: 'Ab1' });
    expect(campus.plan([hrUpdate({}, 'aB1')], 'update')[0]?.changes).toEqual([]);
  });
});

describe('SSN', () => {
  const ssn = seal('123456789', '10058');
  test('the same digits are no difference, whatever the cipher', () => {
    const stored = { ...ssn, cipher: Buffer.from('sealed for the row') };
    expect(campusWith({ ssn: stored }).plan([hr({ ssn: '123-45-6789' })])[0]?.changes).toEqual([]);
  });
  test('other digits are written', () => {
    const campus = campusWith({ ssn });
    campus.commit([hr({ ssn: '987-65-4321' })]);
    expect(personAfter(campus)?.ssn?.last4).toBe('4321');
  });
  test('null clears, left out stays as the very value that is stored', () => {
    const campus = campusWith({ ssn });
    campus.commit([hr({ workEmail: 'a@b.org' })]);
    expect(personAfter(campus)?.ssn).toBe(ssn);
    campus.commit([hr({ ssn: null })]);
    expect(personAfter(campus)?.ssn).toBeNull();
  });
});

describe('RO-1 the mark', () => {
  test('is set at the first touch, even if nothing differs; the outcome stays unchanged', () => {
    const campus = campusWith({ hrManagedAt: null });
    const [plan] = campus.commit([hr()]);
    expect(plan).toMatchObject({
      outcome: 'unchanged',
      changes: [{ table: 'person', op: 'update', marksOnly: true, rule: 'RO-1' }],
    });
    expect(personAfter(campus)?.hrManagedAt).toBe('2026-11-24T15:00:00.000Z');
  });
  test('is set once', () => {
    const campus = campusWith({ hrManagedAt: null });
    campus.commit([hr()]);
    expect(campus.plan([hr()])[0]?.changes).toEqual([]);
  });
  test('keeps its moment when HR changes something later', () => {
    const campus = campusWith();
    campus.commit([hr({ cellPhone: '5' })]);
    expect(personAfter(campus)).toMatchObject({ cellPhone: '5', ...managed });
  });
  test('comes with the change where something differs, and with a new person', () => {
    const campus = campusWith({ hrManagedAt: null });
    campus.commit([hr({ cellPhone: '5' }), hr({ staffNumber: 'new' })]);
    expect(campus.rows('person').map((person) => person.hrManagedAt)).toEqual(
      Array(2).fill('2026-11-24T15:00:00.000Z'),
    );
  });
  test('comes with a change of positions only', () => {
    const campus = campusWith({ hrManagedAt: null });
    const [plan] = campus.commit([hr({ employments: [{ hireDate: '2020-07-25' }] })]);
    expect(plan?.outcome).toBe('updated');
    expect(personAfter(campus)?.hrManagedAt).not.toBeNull();
  });
});
