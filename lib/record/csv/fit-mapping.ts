import { headerKey } from './header-key.ts';
import type { ColumnMeaning, FileMapping } from './meaning.ts';

/** A mapping as the columns of one file have it, and where the two differ. */
export interface FittedMapping {
  /** In the file's order. */
  columns: ColumnMeaning[];
  /** Headers of the mapping's used columns that the file hasn't. */
  missing: string[];
  /** Headers of the file that the mapping doesn't know; they are not used. */
  added: string[];
}

/**
 * Applies a mapping to a file by its headers, in whatever order they are. Of a header that is there twice the first column
 * of the one is the first of the other. Pure.
 */
export function fitMapping(
  headers: readonly string[],
  { columns }: Pick<FileMapping, 'columns'>,
): FittedMapping {
  const left = Map.groupBy(columns, ({ header }) => headerKey(header));
  const added: string[] = [];
  const fitted = headers.map((header): ColumnMeaning => {
    const meaning = left.get(headerKey(header))?.shift();
    if (meaning) return { ...meaning, header: header.trim() };
    if (header.trim() !== '') added.push(header.trim());
    return { header: header.trim(), property: null, dates: 'iso' };
  });
  const missing = [...left.values()].flat().filter(({ property }) => property !== null);
  return { columns: fitted, missing: missing.map(({ header }) => header), added };
}
