import type { Recognized } from '../../../../../lib/sync/upload/schema.ts';
import { counted } from '../../../../../lib/text/numbers.ts';

const ENCODINGS: Record<string, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};
const DELIMITERS: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** The sentences of the file upload. */
export const UPLOAD_TEXTS = {
  noUpload: (): string =>
    'You can upload files while a transfer is started. This one has ended: restart it to transfer other data.',
  checkColumns: (): string =>
    'Check what each column contains. Campus remembers your choices for the next file with these columns.',
  /** *Windows-1252, separated by semicolons, header in row 4. Left out: 3 rows above the table and 1 row below it.* */
  recognized: ({ encoding, delimiter, headerRow, above, below, sheet }: Recognized): string => {
    const how = [
      sheet === null ? (ENCODINGS[encoding ?? ''] ?? '') : `Sheet “${sheet}”`,
      ...(delimiter === null ? [] : [`separated by ${DELIMITERS[delimiter] ?? `“${delimiter}”`}`]),
      headerRow === 0 ? 'no header' : `header in row ${headerRow}`,
    ].join(', ');
    const left = [
      ...(above.length > 0 ? [`${counted(above.length, 'row', 'rows')} above the table`] : []),
      ...(below.length > 0 ? [`${counted(below.length, 'row', 'rows')} below the table`] : []),
    ].join(' and ');
    return left ? `${how}. Left out: ${left}.` : `${how}.`;
  },
  headerRowHelp: (): string => '0 if the first row is a person already.',

  noColumns: (): string =>
    'This file uses the property names of the API, so there are no columns to confirm.',
  fileTransferred: (): string => 'The file was transferred.',
  fileUnreadable: (): string => 'The file can no longer be read. Choose it again.',

  /** @param complete false if Campus stopped reading the file at so many invalid rows */
  invalidRows: (rows: number, file: string, complete: boolean, canSetAside: boolean): string => {
    const what = `${counted(rows, 'row', 'rows')} of ${file} can’t be transferred`;
    const more = complete ? '.' : ', and there are more: Campus stopped reading the file.';
    return canSetAside
      ? `${what}${more} Fix these rows and upload the file again, or set them aside: the rest is transferred, and these rows are listed as errors in the report.`
      : `${what}${more} Fix these rows and upload the file again.`;
  },

  /** @param received records of the file; `staff` and `setAside` of the whole transfer */
  uploaded: (received: number, staff: number, setAside: number): string =>
    [
      `${counted(received, 'record was', 'records were')} read.`,
      `The transfer now has ${counted(staff, 'staff member', 'staff members')}${
        setAside > 0 ? `, and ${counted(setAside, 'record', 'records')} set aside` : ''
      }.`,
      'Transfer another file, or end the transfer.',
    ].join(' '),

  columnTwice: (headers: readonly string[], label: string): string =>
    `${headers.map((header) => `“${header}”`).join(' and ')} ${headers.length === 2 ? 'both' : 'all'} contain ${label}. Leave only one of them in.`,
  columnMissing: (label: string): string =>
    `No column contains ${label}, which is required. Choose it above, or add it to the file.`,

  /** Before their names. */
  unusedColumns: (columns: number): string => `${counted(columns, 'column is', 'columns are')} not used:`,
};
