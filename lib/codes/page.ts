/** Errors that only the pages of Campus get, so they are not published: what an admin typed or may not change. */
export const PAGE_ERRORS = {
  readOnly: 'HR manages the value.',
  positionKept: 'A linked District Assignment can’t be removed.',
  usernameTaken: 'Another user has the username.',
  notAUsername: 'The username has characters that it can’t have.',
  tooShort: 'The password is too short.',
  commonPassword: 'The password is a common one.',
  notARecipient: 'The user can’t get notifications.',
  notADistrict: 'A district can’t be made with the value.',
  daysOutOfRange: 'The days are too few or too many.',
  noRecipient: 'The notification has no recipient.',
  invalidDate: 'There is no such day or time.',
  tooEarly: 'The time is past.',
  tooLate: 'The time is too far ahead.',
} as const;

/** Warnings that only the pages get: HR sees nothing of an undo. */
export const PAGE_WARNINGS = { keptByUndo: 'An undo kept a value.' } as const;
