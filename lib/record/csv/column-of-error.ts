import { type Column, placesOf } from './column.ts';
import { treeOfRow } from './record-of-row.ts';

/**
 * The column that an error of a row's record is about; undefined where no column is, such as a property that is
 * required and has none. Lists of the record have no gaps, those of the row may: position 2 of a row without position 1
 * is the first of the record.
 *
 * @param steps the error's pointer within the record
 */
export function columnOfError(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  steps: readonly string[],
): Column | undefined {
  if (steps.length === 0) return undefined;
  let here: unknown = treeOfRow(columns, cells, (column, _, index) =>
    placesOf(column).map((path) => [path, index]),
  );
  for (const [at, step] of steps.entries()) {
    const next: unknown =
      typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined;
    if (next === undefined) return neighborOf(columns, firstLeaf(here), at, steps);
    here = next;
  }
  return columns[firstLeaf(here) ?? -1];
}

/** Where a cell is blank: the column of that name next to those that are filled. */
function neighborOf(
  columns: readonly (Column | undefined)[],
  filled: number | undefined,
  depth: number,
  steps: readonly string[],
): Column | undefined {
  const near = columns[filled ?? -1];
  if (!near) return undefined;
  const wanted = [...near.path.slice(0, depth), ...steps.slice(depth)].join('.');
  return columns.find((column) => column && placesOf(column).some((place) => place.join('.') === wanted));
}

function firstLeaf(tree: unknown): number | undefined {
  if (typeof tree === 'number') return tree;
  if (typeof tree !== 'object' || tree === null) return undefined;
  for (const member of Object.values(tree)) {
    const found = firstLeaf(member);
    if (found !== undefined) return found;
  }
  return undefined;
}
