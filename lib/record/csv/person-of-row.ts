import type { Column } from './column.ts';
import { orderOf } from './names.ts';

/**
 * Names the person of a row for a reader, from its cells as they are: *Brown, Ann (30001)*, or the part of it that the
 * columns have. Pure.
 */
export function personOfRow(columns: readonly (Column | undefined)[]): (cells: readonly string[]) => string {
  const at = (property: string) => columns.findIndex((column) => column?.property === property);
  const whole = columns.findIndex((column) => column && orderOf(column.property) !== undefined);
  const names = whole >= 0 ? [whole] : [at('lastName'), at('firstName')];
  const number = at('staffNumber');
  return (cells) => {
    const text = (index: number) => cells[index]?.trim() ?? '';
    const name = names.map(text).filter(Boolean).join(', ');
    if (name === '') return text(number);
    return text(number) === '' ? name : `${name} (${text(number)})`;
  };
}
