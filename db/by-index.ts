import type { Transaction } from './client.ts';

/**
 * Until the transaction ends, rows are found by an index, and each statement is planned for what the tables hold now. For
 * statements that look many rows up one by one in a table that fills up: Postgres keeps a plan for the connection, and one from
 * when the table was empty read the whole table for each row, which took minutes at 100,000 people.
 */
export async function findByIndex(tx: Transaction): Promise<void> {
  await tx.execute({ name: 'find by index', text: FIND_BY_INDEX, values: [] });
}

const FIND_BY_INDEX =
  "select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

/**
 * Runs one query planned for what the tables hold now, without `findByIndex`'s effect on all that follow. The three go out
 * together on a pipelined connection. Not after `findByIndex`, which it would end.
 */
export async function plannedAnew<T>(tx: Transaction, query: () => Promise<T>): Promise<T> {
  const plans = (mode: 'force_custom_plan' | 'auto') =>
    tx.execute({ name: 'plan as', text: "select set_config('plan_cache_mode', $1, true)", values: [mode] });
  const [, answer] = await Promise.all([plans('force_custom_plan'), query(), plans('auto')]);
  return answer;
}
