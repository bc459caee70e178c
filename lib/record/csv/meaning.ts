/** How a column writes its dates: `YYYY-MM-DD`, or `M/D/YYYY`. */
export const DATE_FORMATS = ['iso', 'mdy'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** What a column of a file is: a property by its name in the API, or nothing that is taken. */
export interface ColumnMeaning {
  /** As the file has it, without surrounding blanks. */
  header: string;
  property: string | null;
  dates: DateFormat;
}
