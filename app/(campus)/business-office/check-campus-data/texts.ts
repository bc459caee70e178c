import type { Outcome } from '../../../../lib/people/number-list/outcomes.ts';
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
  samePerson: (): string => 'The same person twice?',
  /** @param other the only other person with the number */
  combine: (name: string, other: string | undefined): string =>
    other ? `Combine ${name} with ${other}` : `Combine ${name} with another person`,
  corrected: (name: string, staffNumber: string): string =>
    `${name} now has the staff number ${staffNumber}.`,
};

const OUTCOME_NAMES: Record<Outcome, string> = {
  change: 'Will change',
  same: 'As now',
  repeated: 'Pasted twice',
  heading: 'Heading',
  unreadable: 'Not readable',
  notANumber: 'Not a number',
  nobody: 'Not found',
  several: 'Several people',
  pastedTwice: 'Pasted twice',
  taken: 'Number taken',
};

/** What the dialog says in which a list of numbers is pasted. */
export const LIST_TEXTS = {
  lead: (): string =>
    'Change many staff numbers at once. Nothing is changed before you have seen what each line does.',
  help: (): string =>
    'One person per line: the old number or the name, then the new number. Paste two columns from a spreadsheet, or separate them with a comma, a semicolon or →.',
  listNeeded: (): string => 'Paste at least one line.',
  reason: (): string => 'Corrected in Check Campus Data',
  reasonHelp: (): string => 'Kept in each person’s history and in the audit log.',
  reasonNeeded: (): string => 'Enter a reason.',
  outcome: (outcome: Outcome): string => OUTCOME_NAMES[outcome],
  summary: ({ change, unusable, rest }: { change: number; unusable: number; rest: number }): string =>
    [
      change === 0
        ? 'No number will change.'
        : `${counted(change, 'staff number', 'staff numbers')} will change.`,
      ...(unusable > 0
        ? [
            `${counted(unusable, 'line', 'lines')} can’t be used as written. Correct them in the list and check again.`,
          ]
        : []),
      ...(rest > 0 ? [`${counted(rest, 'line needs', 'lines need')} no change.`] : []),
    ].join(' '),
  button: (numbers: number): string => `Change ${counted(numbers, 'number', 'numbers')}`,
  changed: (numbers: number): string =>
    `${counted(numbers, 'staff number was', 'staff numbers were')} changed.`,
  refused: (numbers: number): string =>
    `${counted(numbers, 'number was', 'numbers were')} not changed, because Campus changed since the check. The list still has ${numbers === 1 ? 'it' : 'them'}.`,
};
