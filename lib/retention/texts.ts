import { count, counted } from '../text/numbers.ts';
import type { Kind } from './kinds.ts';

const days = (number: number): string => counted(number, 'day', 'days');

/** What is lost with old data, in one sentence each. */
const LOST: Record<Kind, string> = {
  results: 'Earlier synchronizations no longer tell what they did with each staff member.',
  unchangedResults: 'The results of earlier synchronizations no longer list staff without changes.',
  reports: 'The validation reports of earlier synchronizations can no longer be opened.',
  changes:
    'Earlier synchronizations and combinations of people can no longer be undone, and histories of people begin later.',
  runs: 'Earlier synchronizations and runs of feeds are no longer in the history.',
  staging: 'Check Campus Data no longer proposes HR’s numbers after that.',
  errors: 'Earlier entries of the error log are gone, with their payloads.',
  requests: 'Earlier entries of the request log are gone.',
  messages: 'Earlier messages of users are gone, also unread ones.',
  audit: 'Earlier entries of the audit log are gone.',
};

/** What is said of data that is kept for a time. */
export const RETENTION_TEXTS = {
  lost: (kind: Kind): string => LOST[kind],
  unknownKind: (given: string, known: readonly string[]) =>
    `“${given}” is not kept for a number of days. Choose one of: ${known.join(', ')}.`,
  outOfRange: (kind: string, least: number, most: number) =>
    `“${kind}” is kept for ${count(least)} to ${count(most)} days. Choose a number in between, or “default”.`,
  noAssignment: (given: string) =>
    `“${given}” names no number of days. Write, for example, errors=200 or errors=default.`,
  shortened: (kind: Kind, before: number, after: number) =>
    `“${kind}” was kept for ${days(before)} and is now kept for ${days(after)}. Older data is removed within a day, and can’t be brought back. ${LOST[kind]}`,
  undoTooOld: (since: string) =>
    `What this synchronization changed is no longer on record, so it can’t be undone. Changes are kept since ${since}.`,
  reportGone: (since: string) =>
    `The entries of this report are no longer kept. Reports are kept since ${since}. To see differences now, start a synchronization and validate it.`,
  resultsGone: (since: string) =>
    `The results of this synchronization are no longer kept. Results are kept since ${since}.`,
} as const;
