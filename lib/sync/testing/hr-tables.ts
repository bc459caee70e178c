/** The tables that HR can write through a commit. */
export const HR_TABLES = [
  'person',
  'identity',
  'employment',
  'district_assignment',
  'household',
  'household_member',
  'household_location',
  'address',
  'title',
] as const;
