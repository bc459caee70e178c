import type { ValueKind } from '../../lib/record/csv/meaning.ts';

/** The lists of codes, as sections are called. */
export const VALUE_KIND_NAMES: Record<ValueKind, string> = {
  schools: 'Schools',
  genders: 'Genders',
  assignmentCodes: 'Assignment codes',
  titles: 'Titles',
};

/** One code of each. */
export const VALUE_KIND_NAME: Record<ValueKind, string> = {
  schools: 'School',
  genders: 'Gender',
  assignmentCodes: 'Assignment code',
  titles: 'Title',
};
