import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DistrictId } from './district-id.ts';
import { districtTables } from './district-tables.ts';
import { type ExportedTable, exportDistrict } from './export-district.ts';

/** A transfer may take ten minutes, in one transaction. */
const MAX_WAIT_MS = 15 * 60_000;
const POLL_MS = 200;

/** Why a district can't be closed now. */
export class NotClosed extends Error {
  override name = 'NotClosed';
}

/**
 * Exports a district, then erases it: every row of every table, its jobs, and the district itself. What stays is its id
 * in `app.closed_district`: no transaction can begin in it any more. A district whose export fails is open again; one whose
 * erasure fails stays closed, and the same call, with another folder, erases it.
 *
 * @param folder see `exportDistrict`
 * @returns the tables, with how many rows were exported and erased
 * @throws NotClosed when a synchronization is running, or transactions that are older do not end within 15 minutes
 */
export async function closeDistrict(
  ownerUrl: string,
  districtId: DistrictId,
  folder: string,
): Promise<ExportedTable[]> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'campus district close' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await assertIdle(owner, districtId);
    await owner.query('insert into app.closed_district (id) values ($1) on conflict do nothing', [
      districtId,
    ]);
    const exported = await waitForOlder(owner)
      // One may have been submitted since.
      .then(() => assertIdle(owner, districtId))
      .then(() => exportDistrict(owner, districtId, folder))
      .catch(async (error) => {
        await owner.query('delete from app.closed_district where id = $1', [districtId]);
        throw error;
      });
    await erase(owner, districtId, exported);
    for (const { table } of exported) await owner.query(`vacuum ${pg.escapeIdentifier(table)}`);
    return exported;
  } finally {
    await owner.end();
  }
}

async function assertIdle(owner: pg.Client, districtId: DistrictId): Promise<void> {
  const { rowCount } = await inDistrict(owner, districtId, () =>
    owner.query(`select from sync_job where district_id = $1 and status in ('queued', 'running') limit 1`, [
      districtId,
    ]),
  );
  if (rowCount)
    throw new NotClosed(
      'A synchronization of this district is running. Cancel it, or wait for its end, then try again.',
    );
}

/**
 * Waits until every transaction that is open now has ended: it may have begun in the district before that was closed. By
 * virtual transactions, which any role may see, as `create index concurrently` does.
 */
async function waitForOlder(owner: pg.Client): Promise<void> {
  const open = `select l.virtualtransaction as id from pg_locks l join pg_stat_activity a on a.pid = l.pid
                 where l.locktype = 'virtualxid' and a.datname = current_database() and a.usesysid is not null
                   and a.pid <> pg_backend_pid()`;
  const { rows } = await owner.query<{ id: string }>(open);
  const older = rows.map(({ id }) => id);
  for (const began = Date.now(); ; await pause(POLL_MS)) {
    const { rowCount } = await owner.query(`select from (${open}) o where o.id = any($1::text[])`, [older]);
    if (!rowCount) return;
    if (Date.now() - began > MAX_WAIT_MS)
      throw new NotClosed(
        'Transactions that began before are still open. Nothing was erased. Try again later.',
      );
  }
}

/** In one transaction: everything that was exported is erased, or nothing. */
async function erase(
  owner: pg.Client,
  districtId: DistrictId,
  exported: readonly ExportedTable[],
): Promise<void> {
  await inDistrict(owner, districtId, async () => {
    const expected = new Map(exported.map(({ table, rows }) => [table, rows]));
    for (const table of await districtTables(owner)) {
      const { rowCount } = await owner.query(
        `delete from ${pg.escapeIdentifier(table)} where district_id = $1`,
        [districtId],
      );
      if (rowCount !== expected.get(table))
        throw new NotClosed(`${table} has other rows than its export. Nothing was erased. Try again.`);
    }
    await owner.query(`delete from pgboss.job where data->>'districtId' = $1`, [districtId]);
    await owner.query('delete from app.tidy_turn where district_id = $1', [districtId]);
    await owner.query('delete from district where id = $1', [districtId]);
  });
}

/** Not by `app.set_district`, which refuses a closed district. */
async function inDistrict<T>(owner: pg.Client, districtId: DistrictId, work: () => Promise<T>): Promise<T> {
  await owner.query('begin');
  try {
    await owner.query(`set local app.district_id = ${pg.escapeLiteral(districtId)}`);
    const done = await work();
    await owner.query('commit');
    return done;
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw error;
  }
}
