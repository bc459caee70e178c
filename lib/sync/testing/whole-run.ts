import { textRow, textRows } from '../../../db/sql-text.ts';
import type { Context } from '../../context.ts';
import { readValidation } from '../../report/read-validation.ts';
import { submitCommit } from '../commit/commit.ts';
import { runResults } from '../commit/results.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { transferStaff } from '../transfer/transfer.ts';
import { validateSync } from '../validate/validate.ts';
import { HR_TABLES } from './hr-tables.ts';
import { work } from './in-district.ts';

/** A household at an address. */
export const at = (address: string) => ({
  householdLocations: [
    { address: { fullStreetAddress: address, city: 'Blaine', state: 'MN', zip: '55123' } },
  ],
});
/** Pat Simpson with all that HR can send. */
export const pat = (over: object = {}) => ({
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  ssn: '123-45-6789',
  employments: [{ hireDate: '2020-07-25' }],
  positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' }],
  household: at('4321 South Lexington Ave SE Apt 45'),
  ...over,
});
export const transfer = (ctx: Context, ...records: object[]) =>
  transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });

/** Validates as the worker does. @returns the report */
export async function validate(ctx: Context) {
  const submitted = await validateSync(ctx);
  await work(ctx, submitted);
  return readValidation(ctx, submitted);
}
export async function commit(ctx: Context) {
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  return submitted;
}
export async function stage(ctx: Context, ...records: object[]) {
  await startSync(ctx);
  await transfer(ctx, ...records);
  await endSync(ctx);
}
/** A whole run of these records. */
export async function synchronize(ctx: Context, ...records: object[]) {
  await stage(ctx, ...records);
  const report = await validate(ctx);
  const { runId } = await commit(ctx);
  const results = (await runResults(ctx, { runId, limit: 1000 })).data;
  return { report, runId, outcome: (n: string) => results.find((r) => r.staffNumber === n), results };
}
/** Everything that HR can write, as rows: to see that nothing of it moved. */
export const peopleOf = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows: Record<string, unknown> = {};
    for (const table of HR_TABLES)
      rows[table] = await textRows(
        tx,
        `select *, xmin::text from ${table} where district_id = $1 order by id`,
        [tx.districtId],
      );
    return rows;
  });
export const count = (ctx: Context, table: string) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await textRow<{ n: number }>(
      tx,
      `select count(*)::int as n from ${table} where district_id = $1`,
      [tx.districtId],
    );
    return row?.n;
  });
