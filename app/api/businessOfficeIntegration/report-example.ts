import type { Entry, ValidationReport } from '../../../lib/report/schema.ts';
import { RUN_ID } from './answer-examples.ts';

export const nameEntry: Entry = {
  staffNumber: '10058',
  personId: '01909f2e-0a01-7f20-8c31-90d2b5a7e6f4',
  campus: { staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', birthDate: '1979-12-26' },
  hr: { staffNumber: '10058', lastName: 'Brown', firstName: 'Pat', birthDate: '1979-12-26' },
  fields: ['lastName'],
  why: { rule: 'ID-1', reason: 'HR has a different name. Brown, Pat becomes the current identity.' },
};
const nothing = { total: 0, entries: [] };

/** One person whose last name differs. */
export const report: ValidationReport = {
  runId: RUN_ID,
  generatedAt: '2026-11-24T20:03:40.000Z',
  summary: {
    demographics: {
      people: 1,
      ssn: 0,
      staffNumber: 0,
      name: 1,
      middleInitial: 0,
      gender: 0,
      personalEmail: 0,
      workEmail: 0,
      cellPhone: 0,
      otherPhone: 0,
      workPhone: 0,
      birthDate: 0,
    },
    employments: 0,
    assignments: 0,
    addresses: 0,
    hrNotInCampus: 0,
    campusNotInHr: 0,
    duplicateStaffNumbers: { people: 0, numbers: 0 },
  },
  sections: {
    demographics: { total: 1, entries: [nameEntry] },
    employments: nothing,
    assignments: nothing,
    addresses: nothing,
    hrNotInCampus: nothing,
    campusNotInHr: nothing,
    duplicateStaffNumbers: nothing,
    errors: nothing,
  },
  erased: 0,
  sent: { employments: 0, assignments: 0, addresses: 0 },
  warnings: [],
};
