import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { districtTables } from '../district-tables.ts';
import {
  type ArchivedJob,
  type ArchivedTable,
  type ArchiveFooter,
  type ArchiveHeader,
  END_OF_ROWS,
  type KeyCheck,
  NOT_ARCHIVED,
} from './format.ts';
import { UNENDED_JOBS } from './pause.ts';

/**
 * Everything of all districts as of one moment, while Campus is in use. Rows pass through; only the jobs that have not
 * ended are in memory together.
 * @param owner row level security binds it too, so each district is read on its own
 */
export async function* archiveOf(owner: pg.ClientBase, keys: KeyCheck): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  const hashed = (bytes: Buffer): Buffer => {
    hash.update(bytes);
    return bytes;
  };
  await owner.query('begin isolation level repeatable read read only');
  try {
    yield hashed(line(await headerOf(owner, keys)));
    for (const table of await sharedTables(owner))
      for await (const bytes of tableRows(owner, table, rows)) yield hashed(bytes);
    const tables = await tablesOfDistricts(owner);
    const { rows: districts } = await owner.query<{ id: string }>(
      'select id from district order by app_name',
    );
    for (const { id } of districts) {
      await owner.query(`set local app.district_id = ${pg.escapeLiteral(id)}`);
      for (const table of tables)
        for await (const bytes of tableRows(owner, { ...table, district: id }, rows)) yield hashed(bytes);
    }
    const footer: ArchiveFooter = { jobs: await jobsOf(owner), rows };
    yield hashed(line(footer));
    yield line({ sha256: hash.digest('hex') });
  } finally {
    await owner.query('rollback').catch(() => {});
  }
}

async function headerOf(owner: pg.ClientBase, keys: KeyCheck): Promise<ArchiveHeader> {
  const { rows } = await owner.query<{ at: Date; migrations: string[] }>(
    'select now() as at, array(select name from app.migration order by name) as migrations',
  );
  const { at, migrations } = rows[0] as { at: Date; migrations: string[] };
  return { campusBackup: 1, madeAt: at.toISOString(), migrations, keys };
}

async function sharedTables(owner: pg.ClientBase): Promise<ArchivedTable[]> {
  const shared = [
    { schema: 'public', table: 'district' },
    { schema: 'app', table: 'closed_district' },
  ] as const;
  const tables: ArchivedTable[] = [];
  for (const one of shared) tables.push({ ...one, columns: await columnsOf(owner, one.schema, one.table) });
  return tables;
}

/** A table comes after those that it refers to. */
async function tablesOfDistricts(owner: pg.ClientBase): Promise<ArchivedTable[]> {
  const tables: ArchivedTable[] = [];
  for (const table of (await districtTables(owner)).reverse())
    if (!NOT_ARCHIVED.includes(table))
      tables.push({ schema: 'public', table, columns: await columnsOf(owner, 'public', table) });
  return tables;
}

/** Without those that Postgres computes. */
async function columnsOf(owner: pg.ClientBase, schema: string, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`${schema}.${pg.escapeIdentifier(table)}`],
  );
  return rows.map(({ name }) => name);
}

/** Nothing where the table has no rows. */
async function* tableRows(
  owner: pg.ClientBase,
  table: ArchivedTable,
  counts: Record<string, number>,
): AsyncGenerator<Buffer> {
  const columns = table.columns.map(pg.escapeIdentifier).join();
  const where =
    table.district === undefined ? '' : ` where district_id = ${pg.escapeLiteral(table.district)}`;
  const stream = owner.query(
    copyTo(
      `copy (select ${columns} from ${table.schema}.${pg.escapeIdentifier(table.table)}${where}) to stdout`,
    ),
  );
  let begun = false;
  for await (const bytes of stream) {
    if (!begun) yield line(table);
    begun = true;
    yield bytes as Buffer;
  }
  if (!begun) return;
  counts[table.table] = (counts[table.table] ?? 0) + stream.rowCount;
  yield Buffer.from(END_OF_ROWS);
}

async function jobsOf(owner: pg.ClientBase): Promise<ArchivedJob[]> {
  const { rows } = await owner.query<Omit<ArchivedJob, 'startAfter'> & { startAfter: Date }>(
    `select name as queue, data, start_after as "startAfter", priority from ${UNENDED_JOBS} order by created_on, id`,
  );
  return rows.map((job) => ({ ...job, startAfter: job.startAfter.toISOString() }));
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
