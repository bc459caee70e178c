import { TooLarge } from '../../failure.ts';
import type { TableRow } from '../row.ts';
import { STAFF_FILE_TEXTS } from '../texts.ts';
import type { NumberTexts } from './number-formats.ts';
import { sharedString, unescaped } from './shared-strings.ts';
import { readXml } from './xml.ts';

/** Excel has 16,384 columns; nobody's staff file has more than a mapping can have. */
const MAX_COLUMNS = 2_000;
/** 100,000 staff with a hundred columns. */
const MAX_CELLS = 10_000_000;

export interface SheetTexts {
  shared: readonly string[];
  formats: readonly (string | undefined)[];
  numbers: NumberTexts;
}

/** The rows of a sheet while it is unpacked, each cell as the text it shows: of a formula the value that was saved. */
export async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  texts: SheetTexts,
): AsyncGenerator<TableRow> {
  let rows: TableRow[] = [];
  let row: TableRow | undefined;
  let cell = { column: 0, type: '', style: -1 };
  let text = '';
  let collects = false;
  let phonetic = false;
  let before = 0;
  /** Where a cell is that names no place: after the one before, also after an empty one. */
  let next = 0;
  let cells = 0;
  const reader = {
    open(name: string, { r, t, s }: Record<string, string>) {
      if (name === 'row') {
        const line = Number(r) || before + 1;
        before = line;
        row = { line, cells: [] };
        next = 0;
      } else if (name === 'c') {
        const column = columnOf(r) ?? next;
        next = column + 1;
        cell = { column, type: t ?? 'n', style: Number(s ?? -1) };
        text = '';
      } else if (name === 'rPh') phonetic = true;
      else if (name === 'v' || (name === 't' && !phonetic)) collects = true;
    },
    text(part: string) {
      if (collects) text += part;
    },
    close(name: string) {
      if (name === 'v' || name === 't') collects = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && row) {
        if (text === '') return;
        if (cell.column >= MAX_COLUMNS) throw new TooLarge(STAFF_FILE_TEXTS.tooManyColumns(MAX_COLUMNS));
        cells += 1;
        if (cells > MAX_CELLS) throw new TooLarge(STAFF_FILE_TEXTS.tooManyCells(MAX_CELLS));
        while (row.cells.length < cell.column) row.cells.push('');
        row.cells[cell.column] = textOf(cell, text, texts);
      } else if (name === 'row' && row) {
        rows.push(row);
        row = undefined;
      }
    },
  };
  for await (const _ of readXml(bytes, reader)) {
    yield* rows;
    rows = [];
  }
}

function textOf(
  { type, style }: { type: string; style: number },
  value: string,
  { shared, formats, numbers }: SheetTexts,
): string {
  switch (type) {
    case 's':
      return sharedString(shared, value);
    case 'str':
    case 'inlineStr':
      return unescaped(value);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    // #N/A and the like are what the cell shows.
    case 'e':
      return value;
    case 'd':
      return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    default:
      return numbers.text(value, formats[style]);
  }
}

/** `AB12` is column 27. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
