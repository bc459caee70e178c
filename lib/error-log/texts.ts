import { count, counted } from '../text/numbers.ts';

const MASKED = 'Social Security numbers and secrets are masked.';

/** What users and vendors read of the error log. */
export const ERROR_LOG_TEXTS = {
  noEntry: () => 'This district’s error log has no such entry.',
  noPayload: () => 'This call had no payload.',
  /** Under the heading of the PDF. */
  extent: (total: number, most: number) =>
    total === 0
      ? 'No entries.'
      : total > most
        ? `The newest ${count(most)} of ${count(total)} entries; narrow the log, or export it to CSV, for the others. ${MASKED}`
        : `${counted(total, 'entry', 'entries')}, newest first. ${MASKED}`,
  tooManyFailures: (aMinute: number, seconds: number) =>
    `Too many calls without good credentials came from this network address or for this district: ${aMinute} a minute are answered. Check the credentials, and try again in ${counted(seconds, 'second', 'seconds')}.`,
} as const;
