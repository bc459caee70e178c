import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Context } from '../lib/context.ts';
import { districtByAppName } from '../lib/district/find-district.ts';
import { SYNC_QUEUE, sendJob } from '../lib/jobs/queue.ts';
import { newId } from '../lib/new-id.ts';
import { startSync } from '../lib/sync/run/start.ts';
import { closeDistrict, NotClosed } from './close-district.ts';
import { districtTables } from './district-tables.ts';
import { exportDistrict } from './export-district.ts';
import { testDatabase } from './testing/database.ts';
import { testDistrict } from './testing/district.ts';
import { fillEveryTable } from './testing/fill-every-table.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'campus-boi-close-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'export');
}

async function ownerClient(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** How many rows each table has of a district, seen as the owner sets the district by hand. */
async function counts(owner: pg.Client, { district }: Context): Promise<Record<string, number>> {
  await owner.query('begin');
  await owner.query(`set local app.district_id = '${district.id}'`);
  const found: Record<string, number> = {};
  for (const table of await districtTables(owner)) {
    const { rows } = await owner.query(`select count(*)::int as n from ${table} where district_id = $1`, [
      district.id,
    ]);
    found[table] = rows[0].n;
  }
  await owner.query('rollback');
  return found;
}

const jobs = async (owner: pg.Client, { district }: Context): Promise<number> =>
  (await owner.query(`select from pgboss.job where data->>'districtId' = $1`, [district.id])).rowCount ?? 0;

test('closing a district leaves no row of it in any table, and another district whole', async () => {
  const owner = await ownerClient();
  const [one, other] = [await testDistrict(), await testDistrict()];
  for (const ctx of [one, other]) {
    await fillEveryTable(owner, ctx.district.id, newId());
    await one.db.inDistrict(ctx.district.id, (tx) =>
      sendJob(one.db, tx, SYNC_QUEUE, { districtId: ctx.district.id, jobId: newId() }),
    );
  }
  const [before, others] = [await counts(owner, one), await counts(owner, other)];
  expect(Object.entries(before).filter(([, n]) => n === 0)).toEqual([]);
  expect(Object.keys(before).length).toBeGreaterThan(40);

  const folder = await newFolder();
  const exported = await closeDistrict(inject('ownerUrl'), one.district.id, folder);

  expect(Object.fromEntries(exported.map(({ table, rows }) => [table, rows]))).toEqual(before);
  expect(Object.values(await counts(owner, one)).filter((n) => n > 0)).toEqual([]);
  expect(await jobs(owner, one)).toBe(0);
  expect(await districtByAppName(one.db, one.district.appName)).toBeUndefined();
  expect((await owner.query('select from district where id = $1', [one.district.id])).rowCount).toBe(0);
  expect(await counts(owner, other)).toEqual(others);
  expect(await jobs(owner, other)).toBe(1);
  // A process that still knows it by its id can write nothing any more.
  const late = testDatabase().inDistrict(one.district.id, async () => {});
  await expect(late).rejects.toMatchObject({ code: '55000' });
});

test('the export has every row of every table, is its owner’s alone, and says what is in it', async () => {
  const owner = await ownerClient();
  const ctx = await testDistrict();
  await fillEveryTable(owner, ctx.district.id, newId());
  const folder = await newFolder();
  const tables = await exportDistrict(owner, ctx.district.id, folder);
  const summary = JSON.parse(await readFile(join(folder, 'district.json'), 'utf8'));
  expect(summary).toMatchObject({ format: 1, district: { app_name: ctx.district.appName }, tables });
  expect(Object.fromEntries(tables.map(({ table, rows }) => [table, rows]))).toEqual(
    await counts(owner, ctx),
  );
  for (const { table, rows, sha256 } of tables) {
    const file = join(folder, `${table}.ndjson`);
    const text = await readFile(file, 'utf8');
    const lines = text.split('\n').slice(0, -1);
    expect(lines.map((line) => JSON.parse(line).district_id)).toEqual(Array(rows).fill(ctx.district.id));
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  }
  await expect(exportDistrict(owner, ctx.district.id, folder)).rejects.toThrow('is not empty');
});

test('a district whose export fails is open again, with everything', async () => {
  const owner = await ownerClient();
  const ctx = await testDistrict();
  const folder = await newFolder();
  await writeFile(folder, 'a file, not a folder');
  const before = await counts(owner, ctx);
  await expect(closeDistrict(inject('ownerUrl'), ctx.district.id, folder)).rejects.toThrow();
  expect(await counts(owner, ctx)).toEqual(before);
  expect(await districtByAppName(ctx.db, ctx.district.appName)).toMatchObject({ id: ctx.district.id });
  await startSync(ctx, {});
});

test('a district with a running synchronization job is not closed', async () => {
  const owner = await ownerClient();
  const ctx = await testDistrict();
  const id = newId();
  await fillEveryTable(owner, ctx.district.id, id);
  await owner.query('begin');
  await owner.query(`set local app.district_id = '${ctx.district.id}'`);
  await owner.query(`update sync_job set status = 'queued' where district_id = $1`, [ctx.district.id]);
  await owner.query('commit');
  await expect(closeDistrict(inject('ownerUrl'), ctx.district.id, await newFolder())).rejects.toThrow(
    NotClosed,
  );
  expect(await districtByAppName(ctx.db, ctx.district.appName)).toBeDefined();
});

test('a transaction that began before is waited for, and what it wrote is erased too', async () => {
  const owner = await ownerClient();
  const ctx = await testDistrict();
  const id = newId();
  const written = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const older = ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await tx.client.query(`insert into household (district_id, id) values ($1, $2)`, [ctx.district.id, id]);
    written.resolve();
    await goOn.promise;
  });
  await written.promise;
  const closing = closeDistrict(inject('ownerUrl'), ctx.district.id, await newFolder());
  expect(await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, 700, 'waits'))])).toBe(
    'waits',
  );
  goOn.resolve();
  await older;
  const exported = await closing;
  expect(exported).toContainEqual(expect.objectContaining({ table: 'household', rows: 1 }));
  expect(Object.values(await counts(owner, ctx)).filter((n) => n > 0)).toEqual([]);
});
