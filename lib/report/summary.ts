import type { DemographicField } from '../record/record.ts';
import type { Section, Summary } from './schema.ts';

/** The figure that counts a differing field. Any part of the name counts as one Name difference (VAL-1). */
const FIGURE: Record<
  DemographicField | 'ssn' | 'staffNumber',
  Exclude<keyof Summary['demographics'], 'people' | 'middleInitial'>
> = {
  lastName: 'name',
  firstName: 'name',
  middleName: 'name',
  ssn: 'ssn',
  staffNumber: 'staffNumber',
  gender: 'gender',
  personalEmail: 'personalEmail',
  workEmail: 'workEmail',
  cellPhone: 'cellPhone',
  otherPhone: 'otherPhone',
  workPhone: 'workPhone',
  birthDate: 'birthDate',
};

export const emptySummary = (): Summary => ({
  demographics: {
    people: 0,
    ssn: 0,
    staffNumber: 0,
    name: 0,
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
});

/** Adds an entry to the figures, or takes it off, unless it is only listed for its reason (VAL-1). Changes `summary`. */
export function count(
  summary: Summary,
  entry: { section: Section; counted: boolean; initialOnly?: boolean; fields: readonly string[] },
  by: 1 | -1 = 1,
): void {
  if (!entry.counted) return;
  if (entry.section === 'demographics') {
    summary.demographics.people += by;
    for (const figure of new Set(entry.fields.map((field) => FIGURE[field as keyof typeof FIGURE])))
      summary.demographics[figure] += by;
    if (entry.initialOnly) summary.demographics.middleInitial += by;
  } else if (entry.section !== 'errors' && entry.section !== 'duplicateStaffNumbers')
    summary[entry.section] += by;
}
