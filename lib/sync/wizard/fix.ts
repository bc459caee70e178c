import { readDate } from '../../record/csv/dates.ts';
import { DATE_FORMATS } from '../../record/csv/meaning.ts';
import { findPlaceholders } from '../../record/csv/placeholders.ts';
import { isCalendarDate } from '../../text/calendar.ts';
import type { Cause } from './cause.ts';
import type { DraftCheck } from './schema.ts';

type Fix = DraftCheck['problems'][number]['fix'];

/** A value that stands in so many faulty cells of a date column is no typing error. */
const REPEATED = 2;

/**
 * One answer that repairs a problem: a choice for a value, another format of dates, a placeholder; null if each row needs its
 * own. Pure.
 * @param people of the whole file
 */
export function findFix({ first, column, of, values, rows, people: faulty }: Cause, people: number): Fix {
  const [value] = values.keys();
  if (of && value !== undefined) return { kind: 'value', of, value };
  if (!column) return faulty === people && people > 1 ? { kind: 'column' } : null;
  const repeated = column.date ? [...values].filter(([, count]) => count >= REPEATED) : [];
  const [placeholder] = findPlaceholders(values, column.date, column.property);
  if (placeholder) return { kind: 'placeholder', text: placeholder.text, rows: placeholder.count };
  if (first.code === 'notADate') {
    const dates = DATE_FORMATS.find((format) =>
      [...values.keys()].every((cell) => isCalendarDate(readDate(cell, format, column.latest))),
    );
    if (dates && rows > 1) return { kind: 'dates', dates, rows };
    const [most] = repeated.sort(([, a], [, b]) => b - a);
    if (most) return { kind: 'placeholder', text: most[0], rows: most[1] };
  }
  return faulty === people && people > 1 ? { kind: 'column' } : null;
}
