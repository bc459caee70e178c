import { expect, test } from '@playwright/test';
import { expectedReport } from './expected-report.ts';
import { campus, feed } from './sample.ts';

const expected = expectedReport(campus, feed);

/** What is known of the two files without reading a line of code: the oracle must agree before it is believed. */
test('the oracle agrees with what is known of the sample', () => {
  expect(feed).toHaveLength(70);
  expect(expected.summary).toEqual({
    demographics: {
      people: 16,
      ssn: 0,
      staffNumber: 0,
      name: 11,
      middleInitial: 0,
      gender: 0,
      personalEmail: 0,
      // Campus writes some e-mails in other case, which is no difference (STAFF-6).
      workEmail: 0,
      cellPhone: 0,
      otherPhone: 0,
      workPhone: 0,
      birthDate: 6,
    },
    // Six staff of Campus have no employment: 207288, 207220, 207234, 207243, 207269, 207281.
    employments: 6,
    assignments: 0,
    // Nine staff of Campus have no household; eight others differ in spelling alone (Ave. · Avenue, DR · Drive).
    addresses: 9,
    hrNotInCampus: 10,
    campusNotInHr: 5,
    duplicateStaffNumbers: { people: 2, numbers: 1 },
  });
  expect(new Set(expected.campusNotInHr)).toEqual(new Set(['207219', '207252', 'PENDING', 'pending', null]));
  expect(expected.householdsIgnored).toHaveLength(11);
});
