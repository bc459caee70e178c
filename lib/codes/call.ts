/** What can be wrong with a call before a record is read, and with a stream or file of records. */
export const CALL_ERRORS = {
  badJson: 'The text is not JSON; the message names line and column.',
  tooDeep: 'The JSON is nested more than 32 levels deep.',
  duplicateKey: 'An object has a property twice.',
  nulCharacter: 'A string has a NUL character.',
  loneSurrogate: 'A string has half of a surrogate pair.',
  notUtf8: 'The body is not encoded as UTF-8.',
  notGzip: 'The body is not gzip, or not complete.',
  unknownParameter: 'There is no such query parameter; the message names the nearest one.',
  parameterTwice: 'A query parameter was sent twice.',
  badLimit: 'limit is not a whole number from 1 to 1000.',
  badCursor: 'cursor is not the nextCursor of an earlier answer of the same list.',
  badIdempotencyKey: 'The Idempotency-Key is not 1 to 255 printable characters.',
  idempotencyKeyReused: 'The Idempotency-Key was used with another body.',
  anotherRun: 'The call names a runId, and another run is live or none is; the message says which (SYNC-2).',
  othersStaging:
    'A restart would discard staff that others have staged; the message says whose and how many. "restart": true discards them (SYNC-4).',
  notStored:
    'The database refused the person during the commit; nothing of this person was changed (SYNC-9).',
} as const;

/** What can be wrong with a CSV feed, by file upload, API or `campus hr`. */
export const CSV_ERRORS = {
  badCsv: "The line can't be read as CSV, or has more cells than there are columns.",
  unknownColumn: 'The column is not a property of a staff member; the message names the nearest one.',
  columnTwice: 'Two columns are the same property.',
  columnMissing: 'There is no column for a required property, such as staffNumber.',
  unreadableCharacter:
    'The cell has a character that can’t be stored, such as a NUL, or one that was damaged.',
  rowsDiffer: 'Rows of one staff number differ in what is of the person; the message names the lines.',
  columnsDiffer: 'The columns differ from those of the mapping.',
} as const;

/** Warnings about a synchronization as a whole. */
export const SYNC_WARNINGS = {
  stagingDiscarded: 'The transfer was restarted, and the staff transferred before were discarded (SYNC-4).',
  setAside:
    'Staff of the call were set aside: their records are invalid, or a number was sent twice with different data. The report lists them as errors and the results as failed (SYNC-2).',
  alreadyStaged: 'Staff of the call were staged before with the same data; each counts once (SYNC-2).',
  setAsideReplaced:
    'Staff who had been set aside were sent again; the later record replaces the earlier (SYNC-2).',
  columnsLeftOut: 'The file has columns that the mapping doesn’t name; nothing of them was transferred.',
  valuesMapped:
    'The district’s value mapping gave Campus’ codes for values of HR, in single calls, too; the message names them (REF-3).',
  moreWarnings:
    'There are more warnings than the answer lists; the results of the commit list all of them by person.',
  commitWillRefuse: 'The commit will refuse the entries listed as errors; everyone else will be committed.',
  commitJobRecommended: 'For more than 500 staff use submitCommitJob (SYNC-8).',
  commitCancelled: 'The commit was cancelled; what was written by then stays.',
  heldOut: 'The district excludes the person from commits; nothing of this person was changed (SYNC-13).',
} as const;
