import { count, counted } from '../../text/numbers.ts';
import { EDIT_TEXTS } from '../edit/texts.ts';
import { MAX_LINES } from './schema.ts';

const MAX_NAMED = 3;

/** `A`, `A and B`, `A, B and 4 more`. */
function some(texts: readonly string[]): string {
  const shown = texts.length > MAX_NAMED ? texts.slice(0, MAX_NAMED - 1) : texts;
  const more = texts.length - shown.length;
  const all = more > 0 ? [...shown, `${count(more)} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length > 1 ? `${all.slice(0, -1).join('; ')} and ${last}` : last;
}

const lines = (numbers: readonly number[]): string =>
  `lines ${some(numbers.map(String)).replaceAll('; ', ', ')}`;

/** What the preview of a pasted list says about a line, and what a change of many numbers refuses. */
export const LIST_TEXTS = {
  unreadable: () => 'The line needs two columns: the old number or the name, then the new number.',
  notANumber: () => 'A staff number has 1 to 15 letters, digits, “-”, “_” or “.”. Correct the new number.',
  placeholder: (number: string) => `“${number}” is a placeholder, not a number. Enter the number HR has.`,
  nobody: () => 'Nobody in Campus has this staff number or name. Check how it is written.',
  severalByNumber: (number: string, names: readonly string[]) =>
    `${counted(names.length, 'person has', 'people have')} the staff number “${number}”: ${some(names)}. Write the name instead.`,
  severalByName: (name: string, numbers: readonly (string | null)[]) =>
    `${counted(numbers.length, 'person is', 'people are')} called ${name}: ${some(
      numbers.map((number) => (number?.trim() ? `number ${number.trim()}` : 'no number')),
    )}. Write the old number instead, or change it on the person’s page.`,
  personTwice: (places: readonly number[]) =>
    `The list has this person on ${lines(places)}, with different numbers. Keep one of them.`,
  numberTwice: (places: readonly number[]) =>
    `The list gives this number to several people, on ${lines(places)}. Staff numbers must be unique.`,
  repeated: (line: number) => `The same as line ${line}.`,
  same: (number: string) => `Has the number ${number} already.`,
  heading: () => 'Read as the headings of the columns.',
  taken: (number: string, holder: string) =>
    `${EDIT_TEXTS.numberIsTaken(number, holder)} Staff numbers must be unique.`,
  tooManyLines: (found: number) =>
    `The list has ${count(found)} lines. Paste at most ${count(MAX_LINES)} at once.`,
  gone: () => 'The person is no longer in Campus. Nothing was changed for them.',
  changedMeanwhile: () =>
    'Another user changed this number after the list was checked. Check the list again.',
} as const;
