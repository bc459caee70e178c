import type { FieldError } from '../../failure.ts';
import type { Column } from './column.ts';
import { splitName } from './names.ts';
import { TABLE_TEXTS } from './texts.ts';

/** Cells of whole names that can't be split. */
export const unsplitNames = (
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
): FieldError[] =>
  columns.flatMap((column, index) => {
    const cell = cells[index]?.trim() ?? '';
    if (!column?.names || cell === '' || splitName(cell, column.names)) return [];
    return [{ pointer: '/lastName', code: 'invalid' as const, ...TABLE_TEXTS.nameWhole() }];
  });
