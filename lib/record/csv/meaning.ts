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

/** What a column of a file is: a property by its name in the API, or nothing that is taken. */
export interface ColumnMeaning {
  /** As the file has it, without surrounding blanks. */
  header: string;
  property: string | null;
  dates: DateFormat;
}
