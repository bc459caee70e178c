import { type FieldError, TooLarge, Unreadable } from '../../failure.ts';
import { type CodeOf, type Column, readHeader, uniquePlaces } from './column.ts';
import { latestDay } from './dates.ts';
import { type ColumnMeaning, type FileMapping, MAX_COLUMNS, type ValueKind } from './meaning.ts';
import { placeholderKey } from './placeholders.ts';
import { TABLE_TEXTS } from './texts.ts';

/** How the columns of a table are read. */
export interface TableRules {
  /** What each column is, in the file's order; without it headers are the API's property names. */
  columns?: readonly ColumnMeaning[] | undefined;
  fixed?: FileMapping['fixed'] | undefined;
  /** How values are read as the district's codes. */
  codes?: Partial<Record<ValueKind, CodeOf>> | undefined;
  /** `YYYY-MM-DD` in the district, by which years of two digits are read. */
  today?: string | undefined;
}

/** The columns of the file, and after them those whose value is the same in every row. */
export interface TableColumns {
  columns: (Column | undefined)[];
  /** The values of the latter. */
  fixed: string[];
  /** Which of the district's codes each column has. */
  kinds: (ValueKind | undefined)[];
}

/** @throws Unreadable for columns that are no properties; TooLarge for too many columns */
export function readColumns(headers: readonly string[], rules: TableRules): TableColumns {
  if (headers.length > MAX_COLUMNS)
    throw new TooLarge(TABLE_TEXTS.tooManyColumns(headers.length, MAX_COLUMNS));
  if (rules.columns) assertSame(headers, rules.columns);
  const errors: FieldError[] = [];
  const met = new Map<string, string>();
  const read = (meant: ColumnMeaning, index: number): Column | undefined => {
    if (!meant.property?.trim()) return undefined;
    const header = meant.header.trim();
    const column = readHeader(meant.property);
    const pointer = `/0/${index}`;
    if ('unknown' in column) {
      const message = TABLE_TEXTS.columnUnknown(header);
      const hint = column.hint ? TABLE_TEXTS.columnMeant(column.hint) : undefined;
      errors.push({ pointer, code: 'unknownColumn', message, ...(hint && { hint }) });
      return undefined;
    }
    const places = uniquePlaces(column);
    const before = places.map((place) => met.get(place)).find((other) => other !== undefined);
    if (before !== undefined)
      errors.push({ pointer, code: 'columnTwice', message: TABLE_TEXTS.columnTwice(before, header) });
    for (const place of places) met.set(place, header);
    return {
      ...column,
      header,
      ...meaningOf(meant),
      latest: rules.today && latestDay(column.property, rules.today),
    };
  };
  const ofFile = headers.map((header, index) =>
    read(rules.columns?.[index] ?? { header, property: header, dates: 'iso' }, index),
  );
  const fixed = (rules.fixed ?? []).map(({ property }, at) =>
    read({ header: property, property, dates: 'iso' }, headers.length + at),
  );
  if (!met.has('staffNumber'))
    errors.push({ pointer: '/0', code: 'columnMissing', message: TABLE_TEXTS.numberColumnMissing() });
  if (errors.length > 0) throw new Unreadable(TABLE_TEXTS.correctColumns(errors[0]?.message ?? ''), errors);
  const all = [...ofFile, ...fixed];
  const coded = all.map((column) => column && codesOfColumn(column, met));
  return {
    columns: all.map((column, index) => column && withCodes(column, coded[index], rules.codes)),
    fixed: (rules.fixed ?? []).map(({ value }) => value),
    kinds: coded.map((found) => found?.kind),
  };
}

const meaningOf = ({ dates, blanks, placeholders = [] }: ColumnMeaning) => ({
  dates,
  blanks,
  placeholders: new Map(placeholders.map(({ text, means }) => [placeholderKey(text), means])),
});

const KINDS: Record<string, ValueKind> = {
  schoolNumber: 'schools',
  gender: 'genders',
  assignmentCode: 'assignmentCodes',
  titleCode: 'titles',
};

interface CodedColumn {
  kind: ValueKind;
  path: Column['path'];
}

/** Which of the district's codes a column has, and where they go. */
function codesOfColumn({ path }: Column, met: ReadonlyMap<string, string>): CodedColumn | undefined {
  const leaf = String(path.at(-1));
  const kind = KINDS[leaf];
  if (kind) return { kind, path };
  const code = [...path.slice(0, -1), 'titleCode'];
  // The description of a title that has no code in the file stands for the title.
  return leaf === 'titleDescription' && !met.has(code.join('.')) ? { kind: 'titles', path: code } : undefined;
}

function withCodes(column: Column, found: CodedColumn | undefined, codes: TableRules['codes']): Column {
  const codeOf = found && codes?.[found.kind];
  return codeOf ? { ...column, coded: { path: found.path, codeOf } } : column;
}

/** A mapping is of one file's columns: of another's it would put values under wrong names. */
function assertSame(headers: readonly string[], mapping: readonly ColumnMeaning[]): void {
  const same =
    headers.length === mapping.length &&
    headers.every((header, index) => header.trim() === mapping[index]?.header);
  if (same) return;
  const message = TABLE_TEXTS.otherColumns();
  throw new Unreadable(message, [{ pointer: '/0', code: 'columnsDiffer', message }]);
}
