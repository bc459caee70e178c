import { count } from '../text/numbers.ts';

const AS_CSV = 'Save the sheet as “CSV UTF-8” instead.';

/** What users read of a staff file that can't be read, whole or in one line. */
export const STAFF_FILE_TEXTS = {
  empty: () => 'The file is empty. Choose the file that HR exported.',
  headerBlank: (row: number) =>
    `Row ${count(row)} of the file is blank. Choose the row that names the columns.`,
  oldOffice: () =>
    'The file is an old Excel workbook (.xls), or one with a password. In Excel choose Save As, then “Excel Workbook (.xlsx)”, without a password.',
  notWorkbook: () => 'The file is a zip file, but no Excel workbook. Unpack it and choose the file within.',
  brokenWorkbook: () =>
    'The workbook can’t be read: it is damaged or incomplete. Open it in Excel and save it again.',
  noSheet: () => 'The workbook has no sheet with a table.',
  sheetUnknown: (name: string) => `The workbook has no sheet “${name}”.`,
  packedTooLarge: (megabytes: number) => `The workbook has more than ${megabytes} MB. ${AS_CSV}`,
  unpackedTooLarge: (megabytes: number) => `The workbook unpacks to more than ${megabytes} MB. ${AS_CSV}`,
  tooManyCharacters: (most: number) => `The workbook has more than ${count(most)} characters. ${AS_CSV}`,
  tooManyColumns: (most: number) => `The sheet has more than ${count(most)} columns.`,
  tooManyCells: (most: number) => `The sheet has more than ${count(most)} cells. ${AS_CSV}`,
  tooLarge: () => 'The file is too large to be read at once. Divide it into files of up to a gigabyte.',
  lineTooLong: (line: number) =>
    `Line ${count(line)} is longer than a megabyte: this is no file with a staff member in each row.`,
  otherEncoding: (line: number) =>
    `Line ${count(line)} is not in the same encoding as the lines before it. Save the file as “CSV UTF-8”.`,
  badQuotes: (line: number) =>
    `Line ${count(line)} can’t be read: a quote is not closed, or is inside a cell.`,
} as const;
