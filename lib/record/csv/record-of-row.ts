import { legible } from '../../text/legible.ts';
import type { Column } from './column.ts';
import { readDate } from './dates.ts';

type Tree = { [step: string]: unknown };

/**
 * One row as a StaffMember of the API. A blank cell of a person is an empty string, which is null there; a blank cell
 * of a position, an employment, the household or an address is as not sent, and one that is blank as a whole is left
 * out, so that a feed without positions never removes any.
 */
export function recordOfRow(columns: readonly (Column | undefined)[], cells: readonly string[]): Tree {
  return treeOfRow(columns, cells, (_, column, cell) => meantBy(column, cell));
}

/** The places that `recordOfRow` fills, each with what `leaf` makes of its column. */
export function treeOfRow(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  leaf: (index: number, column: Column, cell: string) => unknown,
): Tree {
  const record: Tree = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (!column || (legible(cell) === '' && column.path.length > 1)) continue;
    put(record, column.path, leaf(index, column, cell));
  }
  return closeGaps(record) as Tree;
}

function put(tree: Tree, [step, ...rest]: readonly (string | number)[], value: unknown): void {
  if (step === undefined) return;
  if (rest.length === 0) {
    tree[step] = value;
    return;
  }
  tree[step] ??= typeof rest[0] === 'number' ? [] : {};
  put(tree[step] as Tree, rest, value);
}

/** Lists without the items that nothing was said of. */
function closeGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(closeGaps);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closeGaps(member)]));
}

/** A formula that a download of ours has neutralized, such as `'+1 612 …`, is what it was before. */
const NEUTRALISED = /^'(?=[=+\-@])/;

function meantBy(column: Column, cell: string): unknown {
  if (column.flag) return flagOf(legible(cell));
  return column.date ? readDate(cell, column.dates, column.latest) : cell.replace(NEUTRALISED, '');
}

/** Any other text stays as it is: the schema refuses it and names the property. */
function flagOf(cell: string): unknown {
  if (/^(true|yes|y|1)$/i.test(cell)) return true;
  if (/^(false|no|n|0)$/i.test(cell)) return false;
  return cell;
}
