import { calendarDate } from '../../../../../components/dates.tsx';
import { latestDay, readDate } from '../../../../../lib/record/csv/dates.ts';
import { type NameParts, orderOf, splitName } from '../../../../../lib/record/csv/names.ts';
import { placeholderKey } from '../../../../../lib/record/csv/placeholders.ts';
import { labelOfProperty } from '../../../../../lib/sync/upload/labels.ts';
import { shownCell } from '../../../../../lib/sync/upload/shown-cell.ts';
import { isCalendarDate } from '../../../../../lib/text/calendar.ts';
import type { ChosenColumn } from './columns-of.ts';
import type { DraftLook } from './draft.ts';

export interface PreviewLine {
  label: string;
  /** Of each row shown. */
  values: string[];
}

const PARTS = ['lastName', 'firstName', 'middleName'] as const;

/** The first rows as Campus reads them, one line per property. Pure. @param today `YYYY-MM-DD` */
export function previewOf(
  columns: readonly ChosenColumn[],
  fixed: readonly { property: string; value: string }[],
  { rows, properties }: Pick<DraftLook, 'rows' | 'properties'>,
  today: string,
): PreviewLine[] {
  const dated = new Set(properties.filter(({ date }) => date).map(({ name }) => name));
  const lines = columns.flatMap((column): PreviewLine[] => {
    const { property, index } = column;
    if (property === null) return [];
    const cells = rows.map((row) => meantBy(column, row[index]?.trim() ?? ''));
    const order = orderOf(property);
    if (order) {
      const names = cells.map((cell) => splitName(cell, order));
      return PARTS.map((part) => ({
        label: labelOfProperty(part),
        values: names.map((name, at) => name?.[part] ?? (part === 'lastName' ? (cells[at] ?? '') : '')),
      }));
    }
    const latest = latestDay(property, today);
    const values = cells.map((cell) =>
      dated.has(property) ? shownDay(readDate(cell, column.dates, latest)) : shownCell(cell, property),
    );
    return [{ label: labelOfProperty(property), values }];
  });
  const same = fixed.map(({ property, value }) => ({
    label: labelOfProperty(property),
    values: rows.map(() => shownCell(value, property)),
  }));
  return [...lines, ...same];
}

/** As Campus writes dates; what is no day stays as it is. */
const shownDay = (day: string): string => (isCalendarDate(day) ? calendarDate(day) : day);

/** Names that could be divided otherwise, as Campus divides them. Pure. */
export const unclearOf = (columns: readonly ChosenColumn[]): (NameParts & { name: string })[] =>
  columns.flatMap(({ property, unclear }) => {
    const order = orderOf(property);
    if (!order) return [];
    return unclear.flatMap((name) => {
      const parts = splitName(name, order);
      return parts ? [{ name, ...parts }] : [];
    });
  });

function meantBy({ placeholders }: ChosenColumn, cell: string): string {
  const key = placeholderKey(cell);
  const answer = placeholders.find(({ text }) => placeholderKey(text) === key);
  return answer && answer.means !== 'value' ? '' : cell;
}
