import { describe, expect, test } from 'vitest';
import { hr, livesAt } from '../change/testing/hr.ts';
import { oddValues } from './odd-values.ts';

const warned = (sent: Record<string, unknown>) =>
  oddValues(hr(sent), '2026-11-24').map(({ pointer, code }) => `${pointer} ${code}`);

describe('STAFF-7 placeholders are taken as sent, with a warning', () => {
  test.each(['NULL', 'Null', 'N/A', 'n/a', 'none', 'TBD', 'Unknown', 'test', 'NMN', '.', '-', '?'])(
    'middle name %s',
    (middleName) => {
      expect(warned({ middleName })).toEqual(['/middleName looksUnfinished']);
    },
  );
  test('a last name may be Null, a city unknown, a street none', () => {
    expect(warned({ lastName: 'Null' })).toEqual(['/lastName looksUnfinished']);
    const at = '/household/householdLocations/0/address';
    const address = { street: 'NULL', city: 'N/A', state: 'MN' };
    expect(warned({ household: { householdLocations: [{ address }] } })).toEqual([
      `${at} looksUnfinished`,
      `${at}/city looksUnfinished`,
    ]);
  });
  test.each(['Na', 'Noel', 'Nullmeyer', 'Testa', 'Q', 'Q.', 'Nones'])('%s is none', (middleName) => {
    expect(warned({ middleName })).toEqual([]);
  });
  test('nor is a number as a street', () => {
    expect(warned({ household: { householdLocations: [livesAt('17 109th St')] } })).toEqual([]);
  });
});

describe('STAFF-7 what looks like an SSN is warned of, without its digits', () => {
  test.each([
    [{ staffNumber: '123456789' }, '/staffNumber'],
    [{ staffNumber: '123-45-6789' }, '/staffNumber'],
    [{ lastName: 'Simpson 123-45-6789' }, '/lastName'],
    [{ middleName: 'Q 123 45 6789' }, '/middleName'],
  ])('%j', (sent, pointer) => {
    const warnings = oddValues(hr(sent), '2026-11-24');
    expect(warnings).toMatchObject([{ pointer, code: 'looksLikeSsn' }]);
    expect(warnings[0]?.message).not.toMatch(/\d{2}/);
  });
  test.each(['000012345', '900012345', '12345678', '1234567890', '1234-5-6789'])(
    '%s does not',
    (staffNumber) => {
      expect(warned({ staffNumber })).toEqual([]);
    },
  );
});

describe('STAFF-7 odd birth dates', () => {
  test.each(['2123-01-01', '2026-11-25', '0023-01-01', '1906-11-23'])('%s is warned of', (birthDate) => {
    expect(warned({ birthDate })).toEqual(['/birthDate oddBirthDate']);
  });
  test.each(['2026-11-24', '1906-11-24', '1979-12-26'])('%s is not', (birthDate) => {
    expect(warned({ birthDate })).toEqual([]);
  });
});
