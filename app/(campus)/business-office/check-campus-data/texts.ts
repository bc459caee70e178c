import { counted } from '../../../../components/numbers.ts';
import type { Check, Checked } from '../../../../lib/report/check-campus-data/schema.ts';

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
