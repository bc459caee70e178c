import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { untilResumed } from '../../lib/backup/until-resumed.ts';
import { newId } from '../../lib/new-id.ts';
import { appRoleUrl, roleOf } from '../app-role.ts';
import { openDatabase } from '../client.ts';
import type { DistrictId } from '../district-id.ts';
import { districtTables } from '../district-tables.ts';
import { migrate } from '../migrate.ts';
import { migrationNames } from '../pending-migrations.ts';
import { asOwner } from '../testing/database.ts';
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

const districts = [newId(), newId()] as [DistrictId, DistrictId];
const DATA = { districtId: districts[0], jobId: newId() };
/** What all tests restore, made once: migrating a database takes most of the time. */
let bytes: Buffer;
let expected: Record<string, string[]>;
let template: string;
const drops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const migrated = await emptyDatabase('template0', (drop) => drops.push(drop));
  await migrate(migrated, urlsOf(migrated).appUrl);
  template = new URL(migrated).pathname.slice(1);
  const filled = await emptyDatabase(template, (drop) => drops.push(drop));
  const owner = new pg.Client({ connectionString: filled });
  await owner.connect();
  try {
    await fill(owner);
    expected = await contents(owner);
    bytes = await archived(owner);
  } finally {
    await owner.end();
  }
});
afterAll(async () => {
  // The copy first, which has rights of the template's role.
  for (const drop of drops.reverse()) await drop();
});

/** Districts with a row in every table, and jobs. */
async function fill(owner: pg.Client): Promise<void> {
  for (const [i, id] of districts.entries()) {
    await owner.query(
      `insert into district (id, short_id, app_name, name, time_zone) values ($1, $2, $2, 'Tab\tand \\. line\nbreak', 'UTC')`,
      [id, `d${i}`],
    );
    await fillEveryTable(owner, id, newId());
  }
  await owner.query('insert into app.closed_district (id) values ($1)', [newId()]);
  const job = `insert into pgboss.job (name, data, state, start_after, priority) values ($1, $2, $3, $4, 1)`;
  await owner.query(job, ['sync', DATA, 'active', '2026-11-24T18:00:00Z']);
  await owner.query(job, ['schedules', DATA, 'created', '2099-01-01T00:00:00Z']);
  await owner.query(job, ['mail', DATA, 'completed', '2026-11-24T18:00:00Z']);
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

/** How many sessions web and worker have. */
async function sessionsOf(ownerUrl: string): Promise<number> {
  const [row] = await asOwner<{ n: number }>(
    'select count(*)::int as n from pg_stat_activity where datname = $1 and usename = $2',
    [new URL(ownerUrl).pathname.slice(1), roleOf(urlsOf(ownerUrl).appUrl).name],
  );
  return row?.n ?? 0;
}

/** Every row of every table of a district, as text. */
async function contents(owner: pg.Client): Promise<Record<string, string[]>> {
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
  for (const [table, rows] of Object.entries(expected)) expect(rows.length, table).toBeGreaterThan(0);
  const left = Object.fromEntries(
    NOT_ARCHIVED.flatMap((table) => [...districts.keys()].map((i) => [`${table} of ${i}`, []])),
  );
  const restored = await emptyDatabase(template);
  await load(restored, bytes, 1_021);
  const copy = await connect(restored);
  expect(await contents(copy)).toEqual({ ...expected, ...left });
  const unbound = await copy.query(
    `select relname from pg_class where relname = any($1) and not (relrowsecurity and relforcerowsecurity)`,
    [await districtTables(copy)],
  );
  expect(unbound.rows).toEqual([]);
  const app = await connect(urlsOf(restored).appUrl);
  expect((await app.query('select from person')).rowCount).toBe(0);
});

test('jobs that had not ended wait in a paused database, as its workers do, until it is resumed', async () => {
  const restored = await emptyDatabase(template);
  await load(restored, bytes);
  const copy = await connect(restored);
  const { rows } = await copy.query(
    `select name, data, state, start_after, priority from pgboss.job order by name`,
  );
  expect(rows).toEqual([
    {
      name: 'schedules',
      data: DATA,
      state: 'created',
      start_after: new Date('2099-01-01T00:00:00Z'),
      priority: 1,
    },
    {
      name: 'sync',
      data: DATA,
      state: 'created',
      start_after: new Date('2026-11-24T18:00:00Z'),
      priority: 1,
    },
  ]);
  const app = openDatabase(urlsOf(restored).appUrl, { max: 1 });
  const seen: string[] = [];
  const resumed = untilResumed(app, (reason) => seen.push(reason)).then(() => seen.push('resumed'));
  await expect.poll(() => seen).toEqual([expect.stringContaining('restored from a backup of 20')]);
  expect(await resume(copy)).toEqual({ schedules: 1, sync: 1 });
  await resumed;
  expect(seen).toHaveLength(2);
  await app.close();
  expect(await resume(copy)).toBeUndefined();
});

test('a file that was cut off or changed restores nothing, and a whole one can be restored after it', async () => {
  const restored = await emptyDatabase(template);
  const jobs = bytes.lastIndexOf('{"jobs"');
  const otherRows = Buffer.from(
    bytes.subarray(0, bytes.lastIndexOf('{"sha256"')).toString().replace('"district":2', '"district":3'),
  );
  const sha256 = createHash('sha256').update(otherRows).digest('hex');
  const changed = Buffer.from(bytes);
  changed[bytes.indexOf('Tab') as number] = 0x58;
  for (const [bad, message] of [
    [bytes.subarray(0, bytes.length / 2), 'cut off'],
    [bytes.subarray(0, jobs), 'cut off'],
    [changed, 'checksum'],
    [Buffer.from(bytes.toString().replace('2099-', '2098-')), 'checksum'],
    [Buffer.concat([otherRows, Buffer.from(`${JSON.stringify({ sha256 })}\n`)]), 'district has other rows'],
  ] as const)
    await expect(load(restored, bad)).rejects.toThrow(message);
  await expect(load(restored, Buffer.from('select 1;\n'))).rejects.toThrow('no backup');
  const copy = await connect(restored);
  expect((await copy.query('select from district')).rowCount).toBe(0);
  await load(restored, bytes);
  expect((await copy.query('select from district')).rowCount).toBe(districts.length);
  await expect(load(restored, bytes)).rejects.toThrow('has districts');
});

test('nothing is restored while web or worker is connected, from the start or meanwhile', async () => {
  const restored = await emptyDatabase(template);
  const { appUrl } = urlsOf(restored);
  await migrate(restored, appUrl);
  const app = openDatabase(appUrl, { max: 1 });
  await app.pool.query('select 1');
  await expect(load(restored, bytes)).rejects.toThrow(/Web or worker is connected .* Stop all of them/);
  await app.close();
  await expect.poll(() => sessionsOf(restored)).toBe(0);

  const late = openDatabase(appUrl, { max: 1 });
  async function* slowly(): AsyncGenerator<Buffer> {
    yield* inPieces(bytes.subarray(0, bytes.length / 2), 65_536);
    await late.pool.query('select 1');
    yield bytes.subarray(bytes.length / 2);
  }
  const reader = new ArchiveReader(slowly());
  await expect(loadArchive(urlsOf(restored), await reader.header(), reader)).rejects.toThrow(
    'Nothing was restored',
  );
  await late.close();
  await expect.poll(() => sessionsOf(restored)).toBe(0);
  const copy = await connect(restored);
  expect((await copy.query('select from district')).rowCount).toBe(0);
  await load(restored, bytes);
  expect((await copy.query('select from district')).rowCount).toBe(districts.length);
});

test('a backup of an earlier release is restored, and then migrated; one of a later release is refused', async () => {
  const ownerUrl = await emptyDatabase();
  // The first release that makes backups.
  const before = '0051_pause';
  await migrate(ownerUrl, urlsOf(ownerUrl).appUrl, before);
  const owner = await connect(ownerUrl);
  await owner.query(
    `insert into district (id, short_id, app_name, name, time_zone) values ($1, 'a', 'a', 'A', 'UTC')`,
    [newId()],
  );
  const earlier = await archived(owner);
  const restored = await emptyDatabase();
  await load(restored, earlier);
  const copy = await connect(restored);
  const { rows } = await copy.query('select name from app.migration order by name');
  expect(rows.map(({ name }) => name)).toEqual(migrationNames);
  expect((await copy.query('select from district')).rowCount).toBe(1);

  const migrated = await emptyDatabase(template);
  await expect(load(migrated, earlier)).rejects.toThrow('later release than the backup');
  const later = Buffer.from(earlier.toString().replace(before, '9999_later'));
  await expect(load(migrated, later)).rejects.toThrow('made by a later release');
});
