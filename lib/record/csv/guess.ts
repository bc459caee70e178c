import { KNOWN, readHeader, uniquePlaces } from './column.ts';
import { findDateFormats, latestDay } from './dates.ts';
import { guessByValues, type KnownValues, looksLikeStaffNumbers, orderOfNames } from './guess-by-values.ts';
import { headerKey } from './header-key.ts';
import type { ColumnMeaning } from './meaning.ts';
import { propertyByTerm } from './terms.ts';

/** What an admin confirmed for a header before. */
export type Remembered = Omit<ColumnMeaning, 'header'>;

/** What a column most likely is, and how that is known; `by: null` for a column that nothing is known of. */
export interface GuessedColumn extends ColumnMeaning {
  by: 'remembered' | 'name' | 'term' | 'values' | null;
}

/**
 * Guesses what the columns of a file are: what was confirmed for their header before, else a property of that name, else
 * what HR systems call so, else what its values look like, as of staff numbers below *#*. No property twice: the first
 * column has it, one by its header before one by its values, last and first names before whole ones. Pure.
 *
 * @param remembered by `headerKey`
 * @param rows the rows that were read, which show how dates are written
 * @param today `YYYY-MM-DD` in the district, by which years of two digits are read
 * @param codes the district's, by which their columns are known
 */
export function guessColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  remembered: ReadonlyMap<string, Remembered>,
  { today, codes }: { today?: string; codes?: KnownValues } = {},
): GuessedColumn[] {
  const taken = new Set<string>();
  const cellsOf = (index: number) => rows.map((row) => row[index] ?? '');
  const take = (property: string | null) => {
    const column = property === null ? undefined : soundColumn(property);
    const places = column ? uniquePlaces(column) : [];
    if (!column || places.some((place) => taken.has(place))) return undefined;
    for (const place of places) taken.add(place);
    return column;
  };
  const byHeader = headers.map((header, index) => {
    const known = remembered.get(headerKey(header));
    const [property, by] = known
      ? ([known.property, 'remembered'] as const)
      : checked(guess(header), cellsOf(index));
    const isWhole = !known && property?.startsWith('fullName.');
    return { header, known, property, by, isWhole, column: isWhole ? undefined : take(property) };
  });
  // Whole names are split only where no column has last and first names.
  const byName = byHeader.map(({ isWhole, property, by, ...one }) => {
    const column = isWhole ? take(property) : one.column;
    const isLeftOut = one.known && property === null;
    return { ...one, column, by: column || isLeftOut ? by : null };
  });
  let left: string | undefined;
  const byValues = (header: string, index: number): string | null =>
    MAYBE_NUMBERS.has(headerKey(header)) && !taken.has('staffNumber') && looksLikeStaffNumbers(cellsOf(index))
      ? 'staffNumber'
      : guessByValues(cellsOf(index), { left, codes });
  const guessed = byName.map((one, index) => {
    const column = one.by ? one.column : take(byValues(one.header, index));
    left = column?.property;
    return { ...one, column, by: one.by ?? (column ? ('values' as const) : null) };
  });
  const dated = guessed.flatMap(({ column, known }, index) =>
    column?.date ? [{ column, known, index }] : [],
  );
  const formats = findDateFormats(
    dated.map(({ column, known, index }) => ({
      cells: cellsOf(index),
      known: known?.dates,
      latest: today && latestDay(column.property, today),
    })),
  );
  const dates = new Map(dated.map(({ index }, at) => [index, formats[at] ?? 'iso']));
  return guessed.map(({ header, column, by, known }, index) => ({
    ...{ header, property: column?.property ?? null, by },
    dates: dates.get(index) ?? 'iso',
    // What blanks and placeholders mean is of that property.
    ...(by === 'remembered' && { blanks: known?.blanks, placeholders: known?.placeholders }),
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

/** Headers that say that something is numbered; what, its values tell. */
const MAYBE_NUMBERS = new Set(['#', 'No', 'Nr', 'ID'].map(headerKey));

type Guess = readonly [property: string | null, by: GuessedColumn['by']];

/** Whole names only where the cells are some, and in their order. *Employee* is a number or a name. */
function checked([property, by]: Guess, cells: readonly string[]): Guess {
  const isNumber = property === 'staffNumber' && by === 'term';
  if (!isNumber && !property?.startsWith('fullName')) return [property, by];
  const order = orderOfNames(cells);
  if (order === null) return isNumber ? [property, by] : [null, null];
  if (property === 'fullName.firstLast' || `fullName.${order}` === property) return [property, by];
  // In “Brown Ann” under “Last, First” nothing tells how many words are the last name.
  return property === 'fullName.lastFirst' ? [null, null] : [`fullName.${order}`, by];
}

function guess(header: string): Guess {
  const named = soundColumn(header) ?? soundColumn(header.replaceAll(/[\s_-]+/g, ''));
  if (named) return [named.property, 'name'];
  const term = propertyByTerm(header);
  return term ? [term, 'term'] : [null, null];
}

function soundColumn(name: string) {
  const column = readHeader(name);
  return 'unknown' in column ? undefined : column;
}
