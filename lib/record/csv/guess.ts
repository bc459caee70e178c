import { KNOWN, readHeader } from './column.ts';
import { findDateFormats } from './dates.ts';
import { headerKey } from './header-key.ts';
import type { DateFormat } from './meaning.ts';
import { propertyByTerm } from './terms.ts';

/** What an admin confirmed for a header before. */
export interface Remembered {
  property: string | null;
  dates: DateFormat;
}

/** What a column most likely is, and how that is known; `by: null` for a column that nothing is known of. */
export interface GuessedColumn {
  header: string;
  property: string | null;
  dates: DateFormat;
  by: 'remembered' | 'name' | 'term' | null;
}

/**
 * Guesses what the columns of a file are: what was confirmed for their header before, else a property of that name, else
 * what HR systems call so. No property twice: the first column has it. Pure.
 *
 * @param remembered by `headerKey`
 * @param rows the rows that were read, which show how dates are written
 */
export function guessColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  remembered: ReadonlyMap<string, Remembered>,
): GuessedColumn[] {
  const taken = new Set<string>();
  const guessed = headers.map((header) => {
    const known = remembered.get(headerKey(header));
    const [property, by] = known ? ([known.property, 'remembered'] as const) : guess(header);
    const column = property === null ? undefined : soundColumn(property);
    const place = column?.path.join('.');
    if (property === null || !column || place === undefined || taken.has(place))
      return {
        ...{ header, property: null, dates: 'iso' as const, by: known && !place ? by : null },
        ...{ known, isDate: false },
      };
    taken.add(place);
    return { header, property, dates: known?.dates ?? ('iso' as const), by, known, isDate: column.date };
  });
  const dated = guessed.flatMap((column, index) => (column.isDate ? [{ column, index }] : []));
  const formats = findDateFormats(
    dated.map(({ column, index }) => ({
      cells: rows.map((row) => row[index] ?? ''),
      known: column.known?.dates,
    })),
  );
  const dates = new Map(dated.map(({ index }, at) => [index, formats[at] ?? 'iso']));
  return guessed.map(({ header, property, by, dates: other }, index) => ({
    ...{ header, property, by },
    dates: dates.get(index) ?? other,
  }));
}

const NAMES = new Set(KNOWN.map((name) => name.toLowerCase()));

/** Whether HR systems or the API call a column so. Asked of many cells, so without a search for near names. */
export const isColumnName = (header: string): boolean =>
  propertyByTerm(header) !== undefined ||
  NAMES.has(
    header
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, '')
      .replaceAll(/\.\d+(?=\.)/g, '.1'),
  );

function guess(header: string): readonly [string | null, GuessedColumn['by']] {
  const named = soundColumn(header) ?? soundColumn(header.replaceAll(/[\s_-]+/g, ''));
  if (named) return [named.property, 'name'];
  const term = propertyByTerm(header);
  return term ? [term, 'term'] : [null, null];
}

function soundColumn(name: string) {
  const column = readHeader(name);
  return 'unknown' in column ? undefined : column;
}
