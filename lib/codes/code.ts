import type { CALL_ERRORS, CSV_ERRORS, SYNC_WARNINGS } from './call.ts';
import type { PAGE_ERRORS, PAGE_WARNINGS } from './page.ts';
import type { RECORD_ERRORS, RECORD_WARNINGS } from './record.ts';

/** Every code of an error. All but those of pages are published, so that vendors can switch on them. */
export type ErrorCode =
  | keyof typeof RECORD_ERRORS
  | keyof typeof CALL_ERRORS
  | keyof typeof CSV_ERRORS
  | keyof typeof PAGE_ERRORS;

/** Every code of a warning. All but those of pages are published, too. */
export type WarningCode =
  | keyof typeof RECORD_WARNINGS
  | keyof typeof SYNC_WARNINGS
  | keyof typeof PAGE_WARNINGS;
