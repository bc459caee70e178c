import type { Check, Checked } from '../../../../lib/report/check-campus-data/schema.ts';
import { counted } from '../../../../lib/text/numbers.ts';

/** What a list of Check Campus Data says above its people. */
export function leftToCorrect(
  check: Check,
  { people, numbers }: Pick<Checked, 'people' | 'numbers'>,
): string {
  if (people === 0) return 'All staff numbers are correct.';
  const who = counted(people, 'person', 'people');
  if (check === 'placeholder')
    return `${who} left with a placeholder instead of a number, such as PENDING or 0000.`;
  return check === 'missing'
    ? `${who} left without a number.`
    : `${who} left with ${counted(numbers, 'shared number', 'shared numbers')}. Staff Numbers must be unique.`;
}

/** The other sentences of Check Campus Data. */
export const CHECK_TEXTS = {
  lead: (): string =>
    'HR’s records are matched by Local Staff Number, so every staff member needs a unique one. Correct the numbers here, until nothing is left.',
  nobody: {
    duplicate: 'No two people share a staff number.',
    missing: 'Every staff member has a number.',
    placeholder: 'Every staff number is a number.',
  } satisfies Record<Check, string>,
  numberNeeded: (): string => 'Enter 1 to 15 letters, digits, “-”, “_” or “.”.',
  corrected: (name: string, staffNumber: string): string =>
    `${name} now has the staff number ${staffNumber}.`,
};
