import { counted } from '../../../../../lib/text/numbers.ts';

/** The sentences of the validation report and of the comparison of two validations. */
export const REPORT_TEXTS = {
  details: (): string =>
    'Each section shows its first 100 entries; choose Show more for the rest. Social Security numbers show only the last four digits.',
  /** @param entries of a section that match the filters */
  matches: (entries: number): string =>
    entries === 0 ? 'No matches in this section.' : `${counted(entries, 'entry matches', 'entries match')}.`,

  comparison: (): string => 'Compares two validations of the same transfer: new, gone or changed entries.',
  oneValidation: (): string =>
    'Correct the data in Campus and validate again, then compare the two. Campus keeps the last five validations.',
  noDifferences: (): string => 'No entries that match these filters differ.',
};
