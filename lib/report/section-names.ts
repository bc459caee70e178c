/** The sections of the validation report, in the report's order (VAL-2). */
export const SECTIONS = [
  'demographics',
  'employments',
  'assignments',
  'addresses',
  'hrNotInCampus',
  'campusNotInHr',
  'duplicateStaffNumbers',
  'errors',
] as const;
export type Section = (typeof SECTIONS)[number];
