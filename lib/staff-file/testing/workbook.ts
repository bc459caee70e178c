import { zipOf } from './zip.ts';

/** A cell as its XML, a text, or a number with the place of its format. */
export type TestCell = string | { xml: string } | { number: number | string; format?: number };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

function cellXml(cell: TestCell, row: number, column: number): string {
  const place = `${letters(column)}${row}`;
  if (typeof cell === 'string')
    return cell === ''
      ? ''
      : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if ('xml' in cell) return cell.xml.replace('<c', `<c r="${place}"`);
  return `<c r="${place}" s="${cell.format ?? 0}"><v>${cell.number}</v></c>`;
}

/** A workbook as Excel packs it. Rows of a sheet are numbered from 1; an undefined row is not in the file. */
export function workbookOf(
  sheets: Record<string, readonly (readonly TestCell[] | undefined)[]>,
  { shared = [], formats = [], date1904 = false, hidden = [] as string[], parts = {} } = {} as {
    shared?: string[];
    formats?: (number | string)[];
    date1904?: boolean;
    hidden?: string[];
    parts?: Record<string, string | Buffer>;
  },
): Buffer<ArrayBuffer> {
  const names = Object.keys(sheets);
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (targets: [type: string, target: string][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([type, target], at) => `<Relationship Id="r${at}" Type="${office}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const own = formats.filter((format) => typeof format === 'string');
  const idOf = (format: number | string) => (typeof format === 'number' ? format : 164 + own.indexOf(format));
  return zipOf({
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${names
      .map(
        (name, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...names.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['sharedStrings', '/xl/sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${own
      .map((format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${escaped(format)}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${[0, ...formats]
      .map((format) => `<xf numFmtId="${idOf(format)}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${rows
          .map((cells, row) =>
            cells
              ? `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row + 1, column)).join('')}</row>`
              : '',
          )
          .join('')}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  });
}
