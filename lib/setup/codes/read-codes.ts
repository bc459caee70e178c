import type { CodeRow } from '../../code-list/code-store.ts';
import { CODE_CHARS } from '../../code-list/schema.ts';
import { Unreadable } from '../../failure.ts';
import { openTable } from '../../staff-file/open-table.ts';
import { legible } from '../../text/legible.ts';
import type { RowError } from '../row-error.ts';
import { SETUP_TEXTS } from '../texts.ts';
import { type CodeColumn, type CodeKind, codeColumn, columnName } from './kinds.ts';

const YES = /^(yes|y|true|1|active)?$/i;
const NO = /^(no|n|false|0|inactive)$/i;

/**
 * Reads a file of codes: separated text or a workbook, with a column for the code, one for its name and, if the file has
 * them, *type* and *active*. Other columns are not read.
 * @throws Unreadable for what is no such file
 */
export async function readCodes(
  kind: CodeKind,
  source: AsyncIterable<Uint8Array>,
): Promise<{ rows: CodeRow[]; errors: RowError[] }> {
  const table = await openTable(source, { isName: (cell) => codeColumn(kind, cell) !== undefined });
  const at = placesOf(kind, table.header);
  const rows: CodeRow[] = [];
  const errors: RowError[] = [];
  const lines = new Map<string, number>();
  for await (const { cells, line, fault } of table.rows) {
    const cell = (column: CodeColumn) => legible(cells[at.get(column) ?? -1] ?? '');
    const wrong = (column: CodeColumn | null, message: string) =>
      errors.push({ line, column: column && (table.header[at.get(column) ?? -1] ?? null), message });
    if (fault !== undefined) {
      wrong(null, SETUP_TEXTS.rowUnreadable());
      continue;
    }
    const code = cell('code');
    for (const column of ['code', 'name', 'type'] as const) {
      const name = columnName(kind, column);
      if (cell(column) === '' && column !== 'type') wrong(column, SETUP_TEXTS.blank(name));
      else if (cell(column).length > CODE_CHARS[column])
        wrong(column, SETUP_TEXTS.tooLong(name, CODE_CHARS[column]));
    }
    if (!YES.test(cell('active')) && !NO.test(cell('active'))) wrong('active', SETUP_TEXTS.notActive());
    const before = lines.get(code);
    if (before !== undefined && code !== '') wrong('code', SETUP_TEXTS.codeTwice(code, before));
    lines.set(code, line);
    rows.push({ code, name: cell('name'), type: cell('type') || null, active: YES.test(cell('active')) });
  }
  return { rows, errors };
}

function placesOf(kind: CodeKind, header: readonly string[]): Map<CodeColumn, number> {
  const places = new Map<CodeColumn, number>();
  for (const [index, name] of header.entries()) {
    const column = codeColumn(kind, name);
    if (!column) continue;
    const before = places.get(column);
    if (before !== undefined) throw new Unreadable(SETUP_TEXTS.columnTwice(header[before] ?? '', name));
    places.set(column, index);
  }
  for (const column of ['code', 'name'] as const)
    if (!places.has(column))
      throw new Unreadable(SETUP_TEXTS.columnMissing(columnName(kind, column), header));
  return places;
}
