import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../../lib/new-id.ts';
import { appRoleUrl } from '../app-role.ts';
import type { DistrictId } from '../district-id.ts';
import { districtTables } from '../district-tables.ts';
import { migrate } from '../migrate.ts';
import { migrationNames } from '../pending-migrations.ts';
import { emptyDatabase } from '../testing/empty-database.ts';
import { fillEveryTable } from '../testing/fill-every-table.ts';
import { ArchiveReader } from './archive-reader.ts';
import { NOT_ARCHIVED } from './format.ts';
import { loadArchive } from './load-archive.ts';
import { resume } from './pause.ts';
import { archiveOf } from './write-archive.ts';

const KEYS = { sealed: 'c2VhbGVk', indexed: 'aW5kZXhlZA==' };
const urlsOf = (ownerUrl: string) => ({ ownerUrl, appUrl: appRoleUrl(ownerUrl, 'of the app') });

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

interface Source {
  owner: pg.Client;
  districts: DistrictId[];
}

/** A database with districts that have a row in every table. */
async function filledDatabase(): Promise<Source> {
  const ownerUrl = await emptyDatabase();
  await migrate(ownerUrl, urlsOf(ownerUrl).appUrl);
  const owner = await connect(ownerUrl);
  const districts = [newId(), newId()] as DistrictId[];
  for (const [i, id] of districts.entries()) {
    await owner.query(
      `insert into district (id, short_id, app_name, name, time_zone) values ($1, $2, $2, 'Tab\tand \\. line\nbreak', 'UTC')`,
      [id, `d${i}`],
    );
    await fillEveryTable(owner, id, newId());
  }
  await owner.query('insert into app.closed_district (id) values ($1)', [newId()]);
  return { owner, districts };
}

async function archived(owner: pg.Client): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of archiveOf(owner, KEYS)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** In pieces of `size`, so that lines and marks are cut anywhere. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function load(ownerUrl: string, bytes: Buffer, size = 65_536) {
  const reader = new ArchiveReader(inPieces(bytes, size));
  return loadArchive(urlsOf(ownerUrl), await reader.header(), reader);
}

/** Every row of every table of a district, as text. */
async function contents(owner: pg.Client, districts: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const id of districts) {
    await owner.query('begin');
    await owner.query(`set local app.district_id = '${id}'`);
    for (const table of await districtTables(owner)) {
      const { rows } = await owner.query(`select t::text as row from ${table} t order by 1`);
      found[`${table} of ${districts.indexOf(id)}`] = rows.map(({ row }) => row);
    }
    await owner.query('rollback');
  }
  for (const table of ['district', 'app.closed_district'])
    found[table] = (await owner.query(`select t::text as row from ${table} t order by 1`)).rows.map(
      ({ row }) => row,
    );
  return found;
}

test('every row of every table is as it was, but sessions and tokens, which are left out', async () => {
  const { owner, districts } = await filledDatabase();
  const expected = await contents(owner, districts);
  for (const [table, rows] of Object.entries(expected)) expect(rows.length, table).toBeGreaterThan(0);
  for (const table of NOT_ARCHIVED) for (const i of districts.keys()) expected[`${table} of ${i}`] = [];
  const bytes = await archived(owner);
  const restored = await emptyDatabase();
  await load(restored, bytes, 1_021);
  const copy = await connect(restored);
  expect(await contents(copy, districts)).toEqual(expected);
  const unbound = await copy.query(
    `select relname from pg_class where relname = any($1) and not (relrowsecurity and relforcerowsecurity)`,
    [await districtTables(copy)],
  );
  expect(unbound.rows).toEqual([]);
  const app = await connect(urlsOf(restored).appUrl);
  expect((await app.query('select from person')).rowCount).toBe(0);
});

test('jobs that had not ended wait in a paused database, each with its moment, until it is resumed', async () => {
  const { owner, districts } = await filledDatabase();
  const job = `insert into pgboss.job (name, data, state, start_after, priority) values ($1, $2, $3, $4, 1)`;
  const data = { districtId: districts[0], jobId: newId() };
  await owner.query(job, ['sync', data, 'active', '2026-11-24T18:00:00Z']);
  await owner.query(job, ['schedules', data, 'created', '2099-01-01T00:00:00Z']);
  await owner.query(job, ['mail', data, 'completed', '2026-11-24T18:00:00Z']);
  const restored = await emptyDatabase();
  await load(restored, await archived(owner));
  const copy = await connect(restored);
  const { rows } = await copy.query(
    `select name, data, state, start_after, priority from pgboss.job order by name`,
  );
  expect(rows).toEqual([
    { name: 'schedules', data, state: 'created', start_after: new Date('2099-01-01T00:00:00Z'), priority: 1 },
    { name: 'sync', data, state: 'created', start_after: new Date('2026-11-24T18:00:00Z'), priority: 1 },
  ]);
  expect((await copy.query('select reason from app.pause')).rows[0].reason).toContain(
    'restored from a backup of 20',
  );
  expect(await resume(copy)).toEqual({ schedules: 1, sync: 1 });
  expect(await resume(copy)).toBeUndefined();
});

test('a file that was cut off or changed restores nothing, and a whole one can be restored after it', async () => {
  const { owner, districts } = await filledDatabase();
  const bytes = await archived(owner);
  const restored = await emptyDatabase();
  const changed = Buffer.from(bytes);
  changed[bytes.indexOf('Tab') as number] = 0x58;
  for (const [bad, message] of [
    [bytes.subarray(0, bytes.length / 2), 'cut off'],
    [bytes.subarray(0, bytes.lastIndexOf('{"jobs"')), 'cut off'],
    [changed, 'checksum'],
  ] as const)
    await expect(load(restored, bad)).rejects.toThrow(message);
  await expect(load(restored, Buffer.from('select 1;\n'))).rejects.toThrow('no backup');
  const copy = await connect(restored);
  expect((await copy.query('select from district')).rowCount).toBe(0);
  await load(restored, bytes);
  expect((await copy.query('select from district')).rowCount).toBe(districts.length);
  await expect(load(restored, bytes)).rejects.toThrow('has districts');
});

test('a backup of an earlier release is restored, and then migrated; one of a later release is refused', async () => {
  const ownerUrl = await emptyDatabase();
  const before = migrationNames.at(-5) as string;
  await migrate(ownerUrl, urlsOf(ownerUrl).appUrl, before);
  const owner = await connect(ownerUrl);
  await owner.query(
    `insert into district (id, short_id, app_name, name, time_zone) values ($1, 'a', 'a', 'A', 'UTC')`,
    [newId()],
  );
  const bytes = await archived(owner);
  const restored = await emptyDatabase();
  await load(restored, bytes);
  const copy = await connect(restored);
  const { rows } = await copy.query('select name from app.migration order by name');
  expect(rows.map(({ name }) => name)).toEqual(migrationNames);
  expect((await copy.query('select from district')).rowCount).toBe(1);

  const migrated = await emptyDatabase();
  await migrate(migrated, urlsOf(migrated).appUrl);
  await expect(load(migrated, bytes)).rejects.toThrow('later release than the backup');
  const later = Buffer.from(bytes.toString().replace(before, '9999_later'));
  await expect(load(await emptyDatabase(), later)).rejects.toThrow('made by a later release');
});
