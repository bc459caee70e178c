import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Campus } from '../testing/campus.ts';
import { hr, hrUpdate } from '../testing/hr.ts';
import { seedPerson } from '../testing/seed.ts';
import { currentFirst, currentIdentity } from './identities.ts';

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

describe('ID-5 what a reader does not see is no difference', () => {
  const stored = { lastName: "O'Brien-Smith", firstName: 'José', middleName: 'Mary Ann' };
  test.each([
    ['a typographic apostrophe', { lastName: 'O’Brien-Smith' }],
    ['an okina for an apostrophe', { lastName: 'OʻBrien-Smith' }],
    ['another hyphen', { lastName: "O'Brien‑Smith" }],
    ['a decomposed letter', { firstName: 'Jose\u0301' }],
    ['a no-break blank', { middleName: 'Mary\u00a0Ann' }],
    ['more blanks', { middleName: ' Mary  \t Ann\u3000' }],
    ['zero-width characters', { firstName: '\ufeffJo\u200bsé\u2060' }],
    ['a soft hyphen and a variation selector', { lastName: "O'Bri\u00aden-Smith\ufe0f" }],
  ])('%s', (_, sent) => {
    const campus = campusWith({ ...stored, hrManagedAt: '2025-01-01T00:00:00.000Z' });
    const [plan] = campus.commit([hrUpdate(sent)], 'update');
    expect(plan).toMatchObject({ outcome: 'unchanged', changes: [], warnings: [] });
  });
  test('also where Campus has the odd form', () => {
    const campus = campusWith({ ...stored, lastName: 'O\u2019Brien \u2013\u200bSmith' });
    campus.commit([hrUpdate({ lastName: "O'Brien -Smith" })], 'update');
    expect(campus.rows('identity')).toHaveLength(1);
  });
  test.each([
    ['an accent', { firstName: 'Jose' }],
    ['case', { firstName: 'JOSÉ' }],
    ['a blank for a hyphen', { lastName: "O'Brien Smith" }],
    ['no apostrophe', { lastName: 'OBrien-Smith' }],
  ])('but %s is one', (_, sent) => {
    const campus = campusWith(stored);
    campus.commit([hrUpdate(sent)], 'update');
    expect(campus.rows('identity')).toHaveLength(2);
  });
  test("HR's spelling is stored composed and without invisible characters", () => {
    const campus = campusWith();
    campus.commit(
      [hrUpdate({ lastName: 'N\u0303un\u0303ez\u200b', firstName: 'D’Arcy\u00a0Ann' })],
      'update',
    );
    expect(campus.rows('identity')[1]).toMatchObject({ lastName: 'Ñuñez', firstName: 'D’Arcy\u00a0Ann' });
  });
});

describe('ID-6 a district that has chosen "An initial is not a change"', () => {
  const chosen = (person = {}) => {
    const campus = campusWith({ hrManagedAt: '2025-01-01T00:00:00.000Z', ...person });
    campus.initialIsNoChange = true;
    return campus;
  };
  test.each(['M', 'M.', 'm'])('%s for May is no difference', (middleName) => {
    const [plan] = chosen().commit([hrUpdate({ middleName })], 'update');
    expect(plan).toMatchObject({ outcome: 'unchanged', changes: [], warnings: [] });
  });
  test('nor in a synchronization', () => {
    const [plan] = chosen().commit([hr({ lastName: 'Brown', firstName: 'Allison', middleName: 'M' })]);
    expect(plan?.outcome).toBe('unchanged');
  });
  test('another part of the name changes: the new identity keeps the whole middle name', () => {
    const campus = chosen();
    campus.commit([hrUpdate({ lastName: 'Simpson', middleName: 'M' })], 'update');
    expect(campus.rows('identity')).toMatchObject([
      { lastName: 'Brown', middleName: 'May', current: false },
      { lastName: 'Simpson', middleName: 'May', current: true },
    ]);
  });
  test.each([
    ['another initial', { middleName: 'J' }],
    ['no middle name', { middleName: null }],
    ['a shorter middle name', { middleName: 'Ma' }],
    ['an initial as the first name', { firstName: 'A' }],
  ])('%s is a difference', (_, sent) => {
    const campus = chosen();
    campus.commit([hrUpdate(sent)], 'update');
    expect(campus.rows('identity')).toHaveLength(2);
  });
  test('a middle name for a stored initial is a difference', () => {
    const campus = chosen({ middleName: 'M' });
    campus.commit([hrUpdate({ middleName: 'May' })], 'update');
    expect(identities(campus)).toHaveLength(2);
  });
  test('without the choice an initial is a difference', () => {
    const campus = campusWith();
    campus.commit([hrUpdate({ middleName: 'M' })], 'update');
    expect(campus.rows('identity')[1]).toMatchObject({ middleName: 'M', current: true });
  });
});

describe('ID-4 a second change on the same day', () => {
  test('ends the identity that started that day, and begins another', () => {
    const campus = campusWith();
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    const [plan] = campus.commit([hrUpdate({ lastName: 'Simpson-Brown' })], 'update');
    expect(identities(campus)).toEqual([
      'Brown 2020-01-01..2026-11-23',
      'Simpson 2026-11-24..2026-11-24',
      'Simpson-Brown 2026-11-24..*',
    ]);
    expect(plan?.warnings).toEqual([]);
    expect(plan?.changes.filter(({ table }) => table === 'identity')).toMatchObject([
      { op: 'update', rule: 'ID-4', reason: expect.stringContaining('its first day') },
      { op: 'insert', rule: 'ID-1' },
    ]);
  });
  test('also back to the name before', () => {
    const campus = campusWith();
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    campus.commit([hrUpdate({ lastName: 'Brown' })], 'update');
    expect(identities(campus)).toEqual([
      'Brown 2020-01-01..2026-11-23',
      'Simpson 2026-11-24..2026-11-24',
      'Brown 2026-11-24..*',
    ]);
  });
  test('a person who was created that day keeps the first name too', () => {
    const campus = new Campus();
    campus.commit([hr()]);
    campus.commit([hr({ lastName: 'Brown' })]);
    expect(identities(campus)).toEqual(['Simpson 2026-11-24..2026-11-24', 'Brown 2026-11-24..*']);
  });
  test('an identity that starts later ends on its first day', () => {
    const campus = campusWith({ since: '2027-01-01' });
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    expect(identities(campus)).toEqual(['Brown 2027-01-01..2027-01-01', 'Simpson 2026-11-24..*']);
  });
  test('an identity that started yesterday has one day', () => {
    const campus = campusWith({ since: '2026-11-23' });
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    expect(identities(campus)).toEqual(['Brown 2026-11-23..2026-11-23', 'Simpson 2026-11-24..*']);
  });
  test('one without a known start ends the day before', () => {
    const campus = campusWith({ since: null });
    campus.commit([hrUpdate({ lastName: 'Simpson' })], 'update');
    expect(identities(campus)).toEqual(['Brown null..2026-11-23', 'Simpson 2026-11-24..*']);
  });
  test('the current identity is listed first, then the latest; of one day, the one written last', () => {
    const campus = campusWith();
    for (const lastName of ['Simpson', 'Smith', 'Miller']) campus.commit([hrUpdate({ lastName })], 'update');
    const names = campus.person('10058').identities.toSorted(currentFirst);
    expect(names.map(({ lastName }) => lastName)).toEqual(['Miller', 'Smith', 'Simpson', 'Brown']);
  });
});

const day = fc.constantFrom('2026-11-24', '2026-11-25', '2026-12-01', '2027-01-01');
const name = fc.record(
  { lastName: fc.constantFrom('Brown', 'Simpson'), middleName: fc.constantFrom(null, 'May') },
  { requiredKeys: [] },
);

test('ID-4 law: any names on any days make one identity for each change, one of them current, none inverted', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(null, '2020-01-01', '2026-11-24', '2026-11-25', '2027-06-01'),
      fc.array(fc.record({ day, name }), { maxLength: 12 }),
      (since, calls) => {
        const campus = campusWith({ since });
        let changes = 0;
        let before = 'Brown May';
        const written = [before];
        for (const call of calls) {
          campus.today = call.day;
          campus.commit([hrUpdate(call.name)], 'update');
          const { lastName, middleName } = currentIdentity(campus.person('10058')) ?? {};
          const after = `${lastName} ${middleName}`;
          if (after !== before) written.push(after);
          changes += Number(after !== before);
          before = after;
        }
        const rows = campus.rows('identity');
        expect(rows).toHaveLength(changes + 1);
        expect(rows.map(({ lastName, middleName }) => `${lastName} ${middleName}`)).toEqual(written);
        expect(rows.filter(({ current }) => current)).toEqual([rows.at(-1)]);
        for (const { startDate, endDate } of rows)
          expect(startDate === null || endDate === null || startDate <= endDate).toBe(true);
      },
    ),
  );
});

test('ID-1 a new person has one identity, from the date of the call', () => {
  const campus = new Campus();
  campus.commit([hr()]);
  expect(identities(campus)).toEqual(['Simpson 2026-11-24..*']);
});
