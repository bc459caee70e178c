import writeXlsxFile from 'write-excel-file/node';

/** What Excel takes in a cell. */
const MAX_CELL = 32_767;
/** A workbook is made in memory: 20 columns of so many rows take some 100 MB. */
const MAX_ROWS = 10_000;

/** Whether a table can be a workbook without losing anything. */
export const fitsXlsx = (rows: readonly (readonly string[])[]): boolean =>
  rows.length <= MAX_ROWS && rows.every((row) => row.every((cell) => escaped(cell).length <= MAX_CELL));

/**
 * A table as a workbook with one sheet, its headings in bold. Every cell is text: zeros at the beginning stay, and nothing
 * becomes a date or a formula.
 */
export const xlsxOf = (headings: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeXlsxFile([
    headings.map((heading) => ({ value: escaped(heading), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((cell) => (cell === '' ? null : { value: escaped(cell), type: String }))),
  ]).toBuffer();

/** Characters that XML lacks or discourages, which the library would drop, as workbooks write them (ISO/IEC 29500, ST_Xstring); and what looks like one of those. */
const escaped = (text: string): string =>
  text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu,
    (sign) => Array.from({ length: sign.length }, (_, at) => unit(sign.charCodeAt(at))).join(''),
  );

const unit = (code: number): string => `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
