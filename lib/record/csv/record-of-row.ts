import { legible } from '../../text/legible.ts';
import type { Column } from './column.ts';
import { readDate } from './dates.ts';
import { type NameOrder, splitName } from './names.ts';
import { placeholderKey } from './placeholders.ts';

type Tree = { [step: string]: unknown };

/** What a column's cell puts into a record, and where. */
type Leaf = readonly [path: Column['path'], value: unknown];

/**
 * One row as a StaffMember of the API. A blank cell is as not sent (STAFF-6); in a column that erases it is an empty
 * string, which is null there. An employment, a position or an address of which nothing else is said is left out, so that a
 * feed without positions never removes any.
 */
export const recordOfRow = (columns: readonly (Column | undefined)[], cells: readonly string[]): Tree =>
  treeOfRow(columns, cells, leavesOf);

/** The places that `recordOfRow` fills, each with what `leaves` makes of its column. */
export function treeOfRow(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  leaves: (column: Column, cell: string, index: number) => readonly Leaf[],
): Tree {
  const record: Tree = {};
  const blank: [column: Column, index: number][] = [];
  for (const [index, column] of columns.entries()) {
    if (!column) continue;
    const cell = cells[index]?.trim() ?? '';
    if (isFilled(column, cell))
      for (const [path, value] of leaves(column, cell, index)) put(record, path, value);
    else if (erases(column, cell)) blank.push([column, index]);
  }
  for (const [column, index] of blank)
    if (hasItem(record, column.path))
      for (const [path, value] of leaves(column, '', index)) put(record, path, value);
  closeGaps(record);
  return record;
}

const meansOf = ({ placeholders }: Column, cell: string) =>
  placeholders && placeholders.size > 0 ? placeholders.get(placeholderKey(cell)) : undefined;

/** Whether a cell says something of its field. */
export function isFilled(column: Column, cell: string): boolean {
  const means = meansOf(column, cell);
  return legible(cell) !== '' && (means === undefined || means === 'value');
}

/** Whether a cell that says nothing empties its field. */
export const erases = (column: Column, cell: string): boolean =>
  !isFilled(column, cell) && (column.blanks === 'erase' || meansOf(column, cell) === 'openEnd');

/** Whether a column empties its field of a person with these cells in it: of the person itself, only if no row fills it. */
export const erasesOf = (column: Column, cells: readonly string[]): boolean =>
  cells.some((cell) => erases(column, cell)) &&
  (column.path.some((step) => typeof step === 'number') || !cells.some((cell) => isFilled(column, cell)));

/** Whether a path's item of a list is in the record; a path outside of lists always has a place. */
function hasItem(record: Tree, path: Column['path']): boolean {
  let here: unknown = record;
  for (const step of path.slice(0, path.findLastIndex((step) => typeof step === 'number') + 1)) {
    here = (here as Tree | undefined)?.[step];
    if (here === undefined) return false;
  }
  return true;
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

/** Takes the items that nothing was said of out of all lists. */
function closeGaps(tree: Tree): void {
  for (const name of Object.keys(tree)) {
    let value = tree[name];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.includes(undefined)) {
      value = value.filter((item) => item !== undefined);
      tree[name] = value;
    }
    closeGaps(value as Tree);
  }
}

/** A formula that a download of ours has neutralized, such as `'+1 612 …`, is what it was before. */
const NEUTRALISED = /^'(?=[=+\-@])/;

function leavesOf(column: Column, cell: string): readonly Leaf[] {
  const { path, names, coded } = column;
  if (names) return namesOf(cell, names);
  if (!coded) return [[path, meantBy(column, cell)]];
  const code = coded.codeOf(cell) ?? undefined;
  if (coded.path === path) return [[path, code ?? meantBy(column, cell)]];
  return code === undefined
    ? [[path, cell]]
    : [
        [path, cell],
        [coded.path, code],
      ];
}

/** A name that can't be split is both, so that its fault is the only one. */
function namesOf(cell: string, order: NameOrder): readonly Leaf[] {
  const names = splitName(cell, order) ?? { lastName: cell, firstName: cell, middleName: '' };
  return Object.entries(names).flatMap(([part, name]) => (name === '' ? [] : [[[part], name] as const]));
}

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
