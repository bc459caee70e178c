import { exportDistrict } from '../../db/export-district.ts';
import { recordAudit } from '../../lib/audit/record-audit.ts';
import { contextOf } from '../../lib/setup/context-of.ts';
import { asOwner } from './as-owner.ts';

/** Writes everything of a district into a folder and prints what. The audit log has it first. */
export const exportAll = ({ appName, to }: { appName: string; to: string }): Promise<void> =>
  asOwner(async ({ db, keys }) => {
    const ctx = await contextOf(db, keys, appName);
    await db.inDistrict(ctx.district.id, (tx) =>
      recordAudit(ctx, tx, { action: 'district.export', target: appName }),
    );
    const client = await db.pool.connect();
    try {
      printTables(await exportDistrict(client, ctx.district.id, to));
    } finally {
      client.release();
    }
  });

/** One line of JSON per table that has rows. */
export function printTables(tables: readonly { table: string; rows: number }[]): void {
  for (const { table, rows } of tables) if (rows > 0) console.log(JSON.stringify({ table, rows }));
}
