import type { Transaction } from './client.ts';

/**
 * Until the transaction ends, rows are found by an index. For statements that look many rows up one by one in a table that may
 * have been empty when Postgres planned them: it keeps such a plan for the connection, and reading the whole table for each row
 * took minutes at 100,000 people.
 */
export async function findByIndex(tx: Transaction): Promise<void> {
  await tx.execute({ name: 'find by index', text: 'set local enable_seqscan = off', values: [] });
}
