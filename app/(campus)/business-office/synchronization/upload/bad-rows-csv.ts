import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Line } from '../../../../../lib/staff-file/lines.ts';
import { textRows } from '../../../../../lib/staff-file/text-rows.ts';
import type { BadRow, FileLook, Recognized } from '../../../../../lib/sync/upload/schema.ts';

/** How much of a file is read at a time. */
const WINDOW = 4 * 1024 * 1024;
const ERRORS = 'Errors';

/**
 * The invalid rows as they are in the file, with the errors in a last column, to be fixed and uploaded again. They are cut out of the file in the browser, because the server keeps no values of invalid rows. For a workbook and JSON only line, staff number and errors.
 */
export async function badRowsCsv({
  file,
  look,
  recognized,
  rows,
}: {
  file: Blob;
  look: FileLook | undefined;
  /** How the rows were read. */
  recognized: Recognized | null;
  rows: readonly BadRow[];
}): Promise<Blob> {
  const { encoding, delimiter } = recognized ?? {};
  if (!look || !encoding || !delimiter)
    return csvOf([
      ['Line', 'Staff Number', ERRORS],
      ...rows.map((row) => [row.line, row.staffNumber, said(row)]),
    ]);
  const headers = look.columns.map(({ header }) => header);
  // The file may be an earlier download in which some errors are left.
  const width = headers.at(-1) === ERRORS ? headers.length - 1 : headers.length;
  const table: (string | number | null)[][] = [[...headers.slice(0, width), ERRORS]];
  for await (const [row, cells] of cellsOf(file, { encoding, delimiter, width: headers.length }, rows)) {
    // A row may have more cells than there are columns, which is its error: all are kept.
    const own = cells.length > headers.length ? cells : cells.slice(0, width);
    const filled = [...own, ...Array<string>(Math.max(0, width - own.length)).fill('')];
    table.push([...filled, said(row)]);
  }
  return csvOf(table);
}

interface TextFormat {
  encoding: string;
  delimiter: string;
  width: number;
}

async function* cellsOf(file: Blob, format: TextFormat, rows: readonly BadRow[]) {
  let from = 0;
  let bytes = new Uint8Array();
  for (const row of rows) {
    if (!row.bytes) continue;
    const start = row.bytes.start;
    const end = row.bytes.end ?? file.size;
    if (end > from + bytes.length) {
      from = start;
      bytes = new Uint8Array(await file.slice(start, Math.max(end, start + WINDOW)).arrayBuffer());
    }
    const text = new TextDecoder(format.encoding).decode(bytes.subarray(start - from, end - from));
    const { value } = await textRows(linesOf(text), format).next();
    yield [row, value?.cells ?? []] as const;
  }
}

/** As the server reads them (lib/staff-file/lines.ts). */
async function* linesOf(text: string): AsyncGenerator<Line, undefined> {
  for (const [at, [whole, line = '', end = '']] of [...text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)].entries())
    if (whole !== '') yield { text: line, end, number: at + 1, start: 0, sound: true };
}

const said = ({ errors }: BadRow): string =>
  errors.map(({ column, message }) => (column ? `${column}: ${message}` : message)).join(' ');

/** For Excel, with formulas neutralized, because the texts come from HR (lib/export/csv.ts does the same). */
const csvOf = (table: (string | number | null)[][]): Blob =>
  new Blob(['\uFEFF', stringify(table, { escape_formulas: true, record_delimiter: 'windows' })], {
    type: 'text/csv',
  });
