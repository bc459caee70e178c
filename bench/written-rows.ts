import type { Transaction } from '../db/client.ts';
import { textRow } from '../db/sql-text.ts';
import { inOnlyDistrict } from './databases.ts';

/** Everything a synchronization may write of people, and its journal. */
const PEOPLE = [
  'person',
  'identity',
  'employment',
  'district_assignment',
  'title',
  'address',
  'household',
  'household_member',
  'household_location',
  'change_journal',
] as const;

type Counts = Record<string, number>;

/**
 * Begins to count rows of people that are written, by anybody: call the answer to hear how many were inserted,
 * updated or deleted since. Exact: a row's version names the transaction that wrote it.
 */
export async function countWrites(ownerUrl: string): Promise<() => Promise<number>> {
  const [since, before] = await inOnlyDistrict(ownerUrl, async (tx) => {
    const now = await textRow<{ xid: string }>(tx, 'select pg_current_xact_id()::text as xid');
    return [now?.xid ?? '0', await counts(tx)] as const;
  });
  return () =>
    inOnlyDistrict(ownerUrl, async (tx) => {
      const after = await counts(tx);
      const written = await counts(tx, `and xmin::text::bigint >= ${since}`);
      const deleted = (table: string) =>
        Math.max(0, (before[table] ?? 0) + (written[table] ?? 0) - (after[table] ?? 0));
      return PEOPLE.reduce((sum, table) => sum + (written[table] ?? 0) + deleted(table), 0);
    });
}

async function counts(tx: Transaction, condition = ''): Promise<Counts> {
  const columns = PEOPLE.map(
    (table) => `(select count(*)::int from ${table} where district_id = $1 ${condition}) as ${table}`,
  );
  return (await textRow<Counts>(tx, `select ${columns.join(', ')}`, [tx.districtId])) ?? {};
}
