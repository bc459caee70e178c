import { count, counted } from '../text/numbers.ts';

const days = (number: number): string => counted(number, 'day', 'days');

/** What is said of data that is kept for a time. */
export const RETENTION_TEXTS = {
  unknownKind: (given: string, known: readonly string[]) =>
    `“${given}” is not kept for a number of days. Choose one of: ${known.join(', ')}.`,
  outOfRange: (kind: string, least: number, most: number) =>
    `“${kind}” is kept for ${count(least)} to ${count(most)} days. Choose a number in between, or “default”.`,
  noAssignment: (given: string) =>
    `“${given}” names no number of days. Write, for example, errors=200 or errors=default.`,
  shortened: (kind: string, before: number, after: number) =>
    `“${kind}” was kept for ${days(before)} and is now kept for ${days(after)}. Older data is removed within a day. It can’t be brought back.`,
  undoTooOld: (since: string) =>
    `What this synchronization changed is no longer on record, so it can’t be undone. Changes are kept since ${since}.`,
  reportGone: (since: string) =>
    `The entries of this report are no longer kept. Reports are kept since ${since}. To see differences now, start a synchronization and validate it.`,
  resultsGone: (since: string) =>
    `The results of this synchronization are no longer kept. Results are kept since ${since}.`,
} as const;
