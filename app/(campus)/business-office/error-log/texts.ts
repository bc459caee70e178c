import type { ErrorState } from '../../../../lib/error-log/schema.ts';
import { count, counted } from '../../../../lib/text/numbers.ts';

export const STATE_NAMES: Record<ErrorState, string> = {
  open: 'Open',
  resolved: 'Resolved',
  ignored: 'Ignored',
};

const DONE: Record<ErrorState, string> = {
  open: 'open again',
  resolved: 'resolved',
  ignored: 'ignored',
};

/** The sentences of the error log. */
export const ERROR_LOG_TEXTS = {
  lead: (): string =>
    'Every failed call of the HR system, every upload with faults, and every person who could not be committed. New entries appear automatically.',
  noErrors: (): string => 'No call of the HR system has failed. New errors appear here automatically.',
  noMatches: (): string => 'No entries match these filters.',
  noCauses: (): string => 'No errors match these filters.',
  changed: (entries: number, state: ErrorState): string =>
    `${counted(entries, 'error is', 'errors are')} ${DONE[state]}.`,
  selected: (entries: number): string => `${counted(entries, 'error is', 'errors are')} selected.`,
  /** Before all that match change. */
  confirm: (entries: number): string =>
    `This changes ${counted(entries, 'error', 'errors')}: all that match the filters, on every page. If the same call fails again, the log has a new open error.`,
  /** Below a payload. Numbers are characters: those in the page, and all. */
  payload: (shown: number, all: number): string =>
    `${all > shown ? `The first ${count(shown)} of ${count(all)} characters. ` : ''}Shown as stored. Social Security numbers and secrets are masked; everything else is as sent.`,
};
