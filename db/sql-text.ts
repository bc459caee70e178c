import type { Runs } from './query.ts';

/**
 * For tests and benches, which read the database directly and must not trust the product's queries: the rows of a statement that is a
 * text, as objects by SQL's column names. The product's own statements are queries (db/query.ts); the architecture test
 * keeps this file out of it.
 */
export async function textRows<R = Record<string, unknown>>(
  runs: Runs,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const { rows, fields } = await runs.execute({ text, values: [...values] });
  return rows.map((cells) => Object.fromEntries(fields.map(({ name }, i) => [name, cells[i]])) as R);
}

/** The first row, or undefined. */
export const textRow = async <R = Record<string, unknown>>(
  runs: Runs,
  text: string,
  values?: readonly unknown[],
): Promise<R | undefined> => (await textRows<R>(runs, text, values))[0];

/** How many rows the statement touched. */
export const textRun = async (runs: Runs, text: string, values: readonly unknown[] = []): Promise<number> =>
  (await runs.execute({ text, values: [...values] })).rowCount ?? 0;
