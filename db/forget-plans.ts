import type { Transaction } from './client.ts';

/**
 * Has Postgres plan every statement of this connection again, those of foreign keys too, for what the tables hold then. To be
 * called when many rows were added: without statistics, a plan from when a table had a thousand rows may take any index that
 * begins with the district, and then reads the whole district for each row.
 */
export async function forgetPlans(tx: Transaction): Promise<void> {
  await tx.execute({ summary: 'forget plans', text: 'discard plans', values: [] });
}
