import type { FieldError } from '../../failure.ts';
import { isReadable } from '../../staff-file/characters.ts';
import type { Column } from './column.ts';
import { treeOfRow } from './record-of-row.ts';
import { TABLE_TEXTS } from './texts.ts';

/** Cells with characters that can't be stored or read, of the columns that are used; pointers are of the record. */
export function faultyCells(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
): FieldError[] {
  if (cells.every(isReadable)) return [];
  const errors: FieldError[] = [];
  const walk = (tree: unknown, pointer: string): void => {
    if (typeof tree === 'object' && tree !== null) {
      for (const [step, member] of Object.entries(tree)) walk(member, `${pointer}/${step}`);
      return;
    }
    const index = Number(tree);
    if (isReadable(cells[index] ?? '')) return;
    const message = TABLE_TEXTS.unreadableCell(columns[index]?.header);
    errors.push({ pointer, code: 'unreadableCharacter', message });
  };
  walk(
    treeOfRow(columns, cells, (column, _, index) => [[column.path, index]]),
    '',
  );
  return errors;
}
