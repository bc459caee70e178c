import type { Kind } from '../../../../lib/retention/kinds.ts';
import { count, counted } from '../../../../lib/text/numbers.ts';

/** Each kind of data, as the page names it. */
export const KIND_LABELS: Record<Kind, string> = {
  results: 'Results of synchronizations',
  unchangedResults: 'Results of unchanged staff',
  reports: 'Validation reports',
  changes: 'History of changes',
  runs: 'Synchronizations',
  staging: 'What HR sent',
  errors: 'Error log',
  requests: 'Request log',
  messages: 'Messages',
  audit: 'Audit log',
};

const days = (number: number): string => counted(number, 'day', 'days');

/** The sentences of the page that says how long data is kept. */
export const KEPT_DATA_TEXTS = {
  lead: (): string =>
    'Campus removes old data once a day. What was removed can’t be brought back. People, positions, addresses and users stay.',
  range: (least: number, most: number): string => `${count(least)} to ${count(most)} days.`,
  usual: (number: number): string => `Usually ${days(number)}.`,
  isUsual: (): string => 'As usual.',
  lastCommit: (): string => 'The results and the report of the last commit stay, however old they are.',
  daysNeeded: (least: number, most: number): string =>
    `Enter a whole number from ${count(least)} to ${count(most)}, or leave it empty for the usual days.`,
  shorter: (label: string, before: number, after: number): string =>
    `${label}: ${days(after)} instead of ${days(before)}.`,
  within: (): string =>
    'Older data is removed within a day, and can’t be brought back, also not by more days.',
  saved: (): string => 'The days were saved.',
};
