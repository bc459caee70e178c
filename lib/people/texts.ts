/** What users read when a person is not there. */
export const PEOPLE_TEXTS = {
  noSuchPerson: () => 'There is no such person in this district.',
  noSuchStaffMember: () => 'There is no such staff member in this district.',
} as const;
