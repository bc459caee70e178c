/** What a commit can do too much of (SYNC-13), as settings and answers name it. */
export const GUARDS = [
  'created',
  'renamed',
  'ended',
  'changed',
  'erased',
  'positionsRemoved',
  'shrunk',
] as const;
export type Guard = (typeof GUARDS)[number];

/** The limits that count people's entries. */
export const GUARDS_OF_PEOPLE = [
  'created',
  'renamed',
  'ended',
  'changed',
  'erased',
  'positionsRemoved',
] as const;
export type GuardOfPeople = (typeof GUARDS_OF_PEOPLE)[number];

export const PEOPLE_PAGE = 50;
