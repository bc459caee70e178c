import { placeholderKey } from '../../../../../lib/record/csv/placeholders.ts';
import type { ColumnMeaning, Draft, DraftLook, Placeholder } from './draft.ts';

export type LookedColumn = DraftLook['columns'][number];

/** A column of the file as it is chosen now. */
export type ChosenColumn = LookedColumn & { index: number; label: string; placeholders: Placeholder[] };

/** The columns with the user's choices, which the page has before the file is read again. */
export function columnsOf(draft: Draft, look: DraftLook): ChosenColumn[] {
  const saved = draft.mapping?.columns ?? [];
  const isWhole = saved.length === look.columns.length;
  return look.columns.map((column, index) => {
    const chosen = { ...column, ...(isWhole && saved[index]) };
    const label = column.header || `column ${index + 1}`;
    return { ...chosen, index, label, placeholders: withAnswers(chosen, look.needed) };
  });
}

/** What is kept of the columns. */
export const meaningsOf = (columns: readonly ChosenColumn[]): ColumnMeaning[] =>
  columns.map(({ header, property, dates, blanks, placeholders }) => ({
    ...{ header, property, dates, blanks, placeholders },
  }));

/** Each found placeholder with its answer; one that nobody has answered has the usual one. */
function withAnswers(
  { asked, placeholders, property }: LookedColumn,
  needed: DraftLook['needed'],
): Placeholder[] {
  if (property === null) return placeholders;
  const known = new Map(placeholders.map((one) => [placeholderKey(one.text), one]));
  const found = asked.map(
    ({ text }) => known.get(placeholderKey(text)) ?? { text, means: usualMeaning(property, needed) },
  );
  const keys = new Set(found.map(({ text }) => placeholderKey(text)));
  return [...found, ...placeholders.filter(({ text }) => !keys.has(placeholderKey(text)))];
}

/**
 * Of what is required nothing is taken for blank unasked: people are called Null and None, and without a hire date an
 * employment would be left out.
 */
function usualMeaning(property: string, needed: DraftLook['needed']): Placeholder['means'] {
  if (isNeeded(property, needed) || property.startsWith('fullName.')) return 'value';
  return isEnd(property) ? 'openEnd' : 'blank';
}

/** Whether a property is required: of the person, or where a position or employment is there at all. */
export function isNeeded(property: string, needed: DraftLook['needed']): boolean {
  const [list = '', , leaf] = /^(employments|positions)\.\d+\.(\w+)$/.exec(property)
    ? property.split('.')
    : ['', '', property];
  return needed.some((one) => one.list === list && one.names.includes(leaf ?? ''));
}

export const isEnd = (property: string | null): boolean =>
  property !== null && /\.(endDate|terminationDate)$/.test(property);

/** Middle names that are initials would replace whole ones in Campus (ID-6). */
export const hasInitials = ({ property, initials }: LookedColumn): boolean =>
  property === 'middleName' && initials;

/** Nothing in a file tells that its names are *First Last*, or how some of them are to be divided. */
const hasUnclearNames = ({ property, by, unclear }: LookedColumn): boolean =>
  property?.startsWith('fullName.') === true &&
  (unclear.length > 0 || (property === 'fullName.firstLast' && by === 'term'));

/** Whether somebody should look at a column: nothing is known of it, or something is asked. */
export const needsChoice = (column: LookedColumn): boolean =>
  (column.property === null && column.by === null && column.filled > 0) ||
  (column.property !== null && column.asked.length > 0) ||
  hasInitials(column) ||
  hasUnclearNames(column);
