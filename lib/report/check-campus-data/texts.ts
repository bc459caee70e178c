import { counted } from '../../text/numbers.ts';
import type { Check, Checked } from './schema.ts';

const TITLES: Record<Check, string> = {
  duplicate: 'Duplicate staff numbers',
  missing: 'No staff number',
  placeholder: 'Staff numbers that are no numbers',
};

const NOBODY: Record<Check, string> = {
  duplicate: 'No two people share a staff number.',
  missing: 'Every staff member has a number.',
  placeholder: 'Every staff number is a number.',
};

/** What the PDF of Check Campus Data says of its lists. */
export const CHECK_TEXTS = {
  title: (list: Check) => TITLES[list],
  extent: (list: Check, { people, numbers }: Pick<Checked, 'people' | 'numbers'>) => {
    if (people === 0) return NOBODY[list];
    const who = counted(people, 'person', 'people');
    if (list === 'placeholder')
      return `${who} with a placeholder instead of a number, such as PENDING or 0000.`;
    return list === 'missing'
      ? `${who} without a number.`
      : `${who} with ${counted(numbers, 'shared number', 'shared numbers')}. Staff Numbers must be unique.`;
  },
} as const;
