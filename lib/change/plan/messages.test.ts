import { expect, test } from 'vitest';
import { PLAN_TEXTS as TEXTS } from './messages.ts';

const faults: { [key in keyof typeof TEXTS]: string | { message: string; hint: string } } = {
  numberTaken: TEXTS.numberTaken('10058'),
  numberTakenBySeveral: TEXTS.numberTakenBySeveral('10058', 2),
  numberShared: TEXTS.numberShared('10058', 2),
  numberUnknown: TEXTS.numberUnknown('10058'),
  householdWithoutAddress: TEXTS.householdWithoutAddress(),
  noHousehold: TEXTS.noHousehold(),
  noLongerPrivate: TEXTS.noLongerPrivate(),
  addressMerged: TEXTS.addressMerged('4321 Lexington Av', '4321 Lexington Ave'),
  positionNotFound: TEXTS.positionNotFound(),
  codesAreExact: TEXTS.codesAreExact(),
  codesOfCampus: TEXTS.codesOfCampus('genders', 2, ['"F"', '"M"']),
  codeMeant: TEXTS.codeMeant('"M" (Male)'),
  codeUnknown: TEXTS.codeUnknown('gender', 'Male'),
  codeInactive: TEXTS.codeInactive('school', '010'),
  titleKept: TEXTS.titleKept('4A61E262', 'Teacher', 'Techer'),
  titleWithoutCode: TEXTS.titleWithoutCode('Teacher'),
  addressDetailDiffers: TEXTS.addressDetailDiffers('county', 'Anoka'),
  positionKept: TEXTS.positionKept('the position at 010', 'It is linked to Algebra.'),
};

test.each(Object.entries(faults))('%s is whole sentences', (_, fault) => {
  const texts = typeof fault === 'string' ? [fault] : Object.values(fault);
  for (const text of texts) expect(text).toMatch(/^["A-Z0-9].*[.?]$/);
});

test('only some of many codes are listed', () => {
  expect(TEXTS.codesOfCampus('schools', 40, ['"001"', '"002"'])).toBe(
    'Campus has 40 schools; the first are "001", "002".',
  );
});
