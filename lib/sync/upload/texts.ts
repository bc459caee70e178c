import { count, counted } from '../../text/numbers.ts';
import { clip } from '../../wire/pointer.ts';

/** Columns that a message names: a file has up to 2,000. */
const MAX_NAMED = 20;

const rows = (n: number): string => `${counted(n, 'row', 'rows')} of the file`;

/** What users read of an uploaded file and of what its columns are. */
export const UPLOAD_TEXTS = {
  /** In the error log, before what was wrong with each row (ERR-1). */
  refused: (n: number): string => `Nothing of the file was staged: ${rows(n)} can’t be accepted.`,
  mappingUnknown: (name: string) =>
    `There is no mapping “${name}”. Make one on the page Transfer Staff Via File Upload: transfer a file there and name the mapping.`,
  tooManyValues: (most: number) =>
    `The mapping has ${count(most)} values already, which is as many as one can have. Remove values that no file has any more.`,
  mappingOfTables: () =>
    'A mapping is for CSV files and workbooks only. Leave out the parameter mapping, or send the file as text/csv.',
  columnsLeftOut: (headers: readonly string[]) =>
    `The mapping doesn’t name ${counted(headers.length, 'column', 'columns')} of the file, which ${headers.length === 1 ? 'was' : 'were'} left out: ${headers
      .slice(0, MAX_NAMED)
      .map((header) => `“${clip(header)}”`)
      .join(', ')}${headers.length > MAX_NAMED ? ' …' : '.'}`,
  columnsMissing: (headers: readonly string[]) =>
    `The file has no ${headers.length === 1 ? 'column' : 'columns'} ${headers.map((header) => `“${header}”`).join(', ')}, which the mapping uses.`,
  otherType: (fileName: string) => `“${fileName}” is no CSV file, workbook, JSON or NDJSON file.`,
  propertyUnknown: (property: string) => `“${property}” is no property of a staff member.`,
  propertyTwice: (one: string, other: string, property: string) =>
    `The columns “${one}” and “${other}” are both ${property}.`,
  propertyMissing: (property: string) => `No column is ${property}, which is required.`,
  /** Of a row without an error of its own. */
  otherRow: (): string =>
    'Another row of this staff member has an error, so this row can’t be transferred either.',
  setAside: (n: number): string => `${rows(n)} ${n === 1 ? 'was' : 'were'} set aside. The rest was staged.`,
} as const;
