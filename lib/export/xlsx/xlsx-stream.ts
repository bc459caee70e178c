import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { Breather } from '../../concurrency/breather.ts';
import { HEADING, PARTS, SHEET_BEGIN, SHEET_END, SHEET_PATH, TEXT } from './parts.ts';

/** What Excel takes in a cell. */
const MAX_CELL = 32_767;

/** Whether a row's cells can be in a workbook whole. */
export const fitsXlsx = (row: readonly string[]): boolean =>
  row.every((cell) => escaped(cell).length <= MAX_CELL);

/**
 * A table as a workbook with one sheet, written as its rows come, its headings in bold. Every cell is text: zeros at the
 * beginning stay, and nothing becomes a date or a formula. The library only packs: those that make workbooks hold all
 * rows in memory and let nobody else have a turn meanwhile.
 */
export function xlsxStream(
  headings: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  const packed = zip.outputStream as Readable;
  for (const [path, text] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(text), path);
  const sheet = Readable.from(sheetOf(headings, rows), { objectMode: false });
  sheet.once('error', (error) => packed.destroy(error));
  packed.once('close', () => sheet.destroy());
  zip.addReadStream(sheet, SHEET_PATH);
  zip.end();
  return Readable.toWeb(packed) as ReadableStream<Uint8Array>;
}

async function* sheetOf(
  headings: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): AsyncGenerator<Buffer> {
  const breather = new Breather();
  yield Buffer.from(SHEET_BEGIN + rowXml(headings, HEADING));
  for await (const row of rows) {
    yield Buffer.from(rowXml(row, TEXT));
    await breather.breathe();
  }
  yield Buffer.from(SHEET_END);
}

/** Rows and cells have no places of their own: the next is where the one before ends. */
const rowXml = (row: readonly string[], style: number): string =>
  `<row>${row.map((cell) => cellXml(cell, style)).join('')}</row>`;

const cellXml = (cell: string, style: number): string =>
  cell === ''
    ? `<c s="${style}"/>`
    : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlOf(escaped(cell))}</t></is></c>`;

const xmlOf = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Characters that XML lacks or changes, as workbooks write them (ST_Xstring), and what looks like one of those. */
const escaped = (text: string): string =>
  text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu,
    (sign) => Array.from({ length: sign.length }, (_, at) => unit(sign.charCodeAt(at))).join(''),
  );

const unit = (code: number): string => `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
