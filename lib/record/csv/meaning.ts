import type { Delimiter } from '../../staff-file/delimiter.ts';
import type { Encoding } from '../../staff-file/encoding.ts';

/** More columns than anybody's file has. */
export const MAX_COLUMNS = 2_000;

/**
 * How a column writes its dates: `2020-07-25`, `7/25/2020`, `25.7.2020`, `20200725`, `07252020`, `25072020`, with the
 * month's name (`25-Jul-20`, `July 25, 2020`), or a spreadsheet's number of a day.
 */
export const DATE_FORMATS = [
  'iso',
  'mdy',
  'dmy',
  'named',
  'compact',
  'mdyCompact',
  'dmyCompact',
  'serial',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** What a blank cell means: the field stays as it is, or it is erased. */
export const BLANKS = ['leave', 'erase'] as const;
export type Blanks = (typeof BLANKS)[number];

/** A column of whole names, which are split (names.ts). */
export const WHOLE_NAMES = ['fullName.lastFirst', 'fullName.firstLast'] as const;

/** What a value such as `N/A` or `12/31/9999` means in a column: a blank cell, a date that is open, or itself. */
export const PLACEHOLDER_MEANINGS = ['blank', 'openEnd', 'value'] as const;
export interface Placeholder {
  text: string;
  means: (typeof PLACEHOLDER_MEANINGS)[number];
}

/** What a column of a file is: a property by its name in the API, one of WHOLE_NAMES, or nothing that is taken. */
export interface ColumnMeaning {
  /** As the file has it, without surrounding blanks. */
  header: string;
  property: string | null;
  dates: DateFormat;
  /** Without it a blank cell leaves the field as it is. */
  blanks?: Blanks | undefined;
  placeholders?: Placeholder[] | undefined;
}

/** Values of a file that are the district's codes. */
export const VALUE_KINDS = ['schools', 'genders', 'assignmentCodes', 'titles'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What one of each is called within a sentence. */
export const VALUE_KIND_NOUNS: Record<ValueKind, string> = {
  schools: 'school',
  genders: 'gender',
  assignmentCodes: 'assignment code',
  titles: 'title',
};

/** More values than a file's codes have. */
export const MAX_VALUES = 5_000;

/** What a value of the file is in Campus; null: rows with it are ignored. */
export interface ValueMeaning {
  kind: ValueKind;
  value: string;
  code: string | null;
}

/** All that says how the rows of a table become records. Independent of the file: columns are found by their headers. */
export interface FileMapping {
  /** Only what a user set, because recognition was wrong. */
  reading: {
    headerRow?: number | undefined;
    sheet?: string | undefined;
    encoding?: Encoding | undefined;
    delimiter?: Delimiter | undefined;
  };
  columns: ColumnMeaning[];
  /** The same value in every row, for properties that no column has. */
  fixed: { property: string; value: string }[];
  values: ValueMeaning[];
}
