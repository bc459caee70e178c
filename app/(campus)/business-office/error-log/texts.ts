import { count } from '../../../../lib/text/numbers.ts';

/** The sentences of the error log. */
export const ERROR_LOG_TEXTS = {
  lead: (): string =>
    'Every failed call of the HR system, every upload with faults, and every person who could not be committed. New entries appear automatically.',
  noErrors: (): string => 'No call of the HR system has failed. New errors appear here automatically.',
  noMatches: (): string => 'No entries match these filters.',
  noCauses: (): string => 'No errors match these filters.',
  /** Below a payload. Numbers are characters: those in the page, and all. */
  payload: (shown: number, all: number): string =>
    `${all > shown ? `The first ${count(shown)} of ${count(all)} characters. ` : ''}Shown as stored. Social Security numbers and secrets are masked; everything else is as sent.`,
};
