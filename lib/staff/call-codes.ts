/** What can be wrong with a call before anybody's record is read, and with a stream or file of records. */
export const CALL_ERRORS = {
  badJson: 'The text is no JSON; the message names line and column.',
  tooDeep: 'The JSON is nested deeper than 32.',
  duplicateKey: 'A property is given twice in one object.',
  nulCharacter: 'A string has a NUL character.',
  loneSurrogate: 'A string has half of a surrogate pair.',
  notUtf8: 'The body is not encoded as UTF-8.',
  notGzip: 'The body is no gzip, or only a part of one.',
  unknownParameter: 'No such query parameter is known here; the message names the nearest one.',
  parameterTwice: 'A query parameter is given twice.',
  badLimit: 'limit is no whole number from 1 to 1000.',
  badCursor: 'cursor is not the nextCursor of an earlier answer of the same list.',
  badIdempotencyKey: 'The Idempotency-Key is not 1 to 255 printable characters.',
  idempotencyKeyReused: 'The Idempotency-Key was used with another body.',
  notStored: 'The database refused the person at the commit; nothing of them was changed (SYNC-9).',
} as const;

/** What can be wrong with a CSV feed, by file upload or `campus hr`. */
export const CSV_ERRORS = {
  badCsv: 'The line can not be read as CSV, or has more cells than there are columns.',
  unknownColumn: 'The column is no property of a staff member; the message names the nearest one.',
  columnTwice: 'Two columns are the same property.',
  columnMissing: 'There is no column for a required property, such as staffNumber.',
  columnsDiffer: 'The columns are not those of the mapping that was confirmed.',
} as const;

/** Warnings about a synchronisation as a whole. */
export const SYNC_WARNINGS = {
  stagingDiscarded: 'The transfer began anew, and what an earlier one had staged was discarded (SYNC-4).',
  setAside: 'Records were set aside as invalid; the report and the results have them by name (SYNC-2).',
  moreWarnings:
    'There are more warnings than the answer lists; the results of the commit have all, by person.',
  commitWillRefuse: 'The commit will refuse the entries under errors; the others are not touched by that.',
  commitJobRecommended: 'So many staff are better committed as a job (SYNC-8).',
  commitCancelled: 'The commit was cancelled; what it did until then stands.',
  heldOut: 'The district holds the person out of commits; nothing of them was changed (SYNC-13).',
} as const;
