import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../migrate.ts';
import { migrationNames } from '../pending-migrations.ts';
import type { ArchiveReader } from './archive-reader.ts';
import { assertUnused } from './assert-unused.ts';
import { type ArchivedTable, type ArchiveFooter, type ArchiveHeader, BadArchive } from './format.ts';
import { pause, queueJobs } from './pause.ts';

/**
 * Restores an archive into an empty database, and pauses it: its jobs wait until somebody resumes. All rows and jobs are
 * written in one transaction. A backup of an earlier release is restored into that release's tables, which are then migrated.
 *
 * @param header read from `reader`
 * @returns how many rows each table has
 * @throws BadArchive
 */
export async function loadArchive(
  urls: { ownerUrl: string; appUrl: string },
  header: ArchiveHeader,
  reader: ArchiveReader,
): Promise<ArchiveFooter> {
  const last = header.migrations.at(-1);
  if (last === undefined || header.migrations.some((name) => !migrationNames.includes(name)))
    throw new BadArchive('The backup was made by a later release of Campus BOI. Restore it with that one.');
  const owner = new pg.Client({ connectionString: urls.ownerUrl, application_name: 'campus restore' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await assertEmpty(owner, last);
    await assertUnused(owner, urls.appUrl);
    await migrate(urls.ownerUrl, urls.appUrl, last);
    // Before the rows, which take their time: a worker that starts meanwhile would take the jobs.
    await pause(owner, `restored from a backup of ${header.madeAt}`);
    const footer = await inTransaction(owner, async () => {
      const loaded = await loadRows(owner, reader);
      await queueJobs(owner, loaded.jobs);
      // One may have started while the rows were read.
      await assertUnused(owner, urls.appUrl);
      return loaded;
    });
    await migrate(urls.ownerUrl, urls.appUrl);
    await owner.query('analyze');
    return footer;
  } finally {
    await owner.end();
  }
}

/** One that a restore left without rows, because it failed, is empty too. */
async function assertEmpty(owner: pg.Client, last: string): Promise<void> {
  const { rows } = await owner.query("select to_regclass('app.migration') is not null as ours");
  if (!rows[0].ours) return;
  const { rows: found } = await owner.query<{ districts: boolean; later: boolean }>(
    `select exists (select from district) as districts,
            exists (select from app.migration where name > $1) as later`,
    [last],
  );
  if (found[0]?.districts)
    throw new BadArchive(
      'The database has districts. Restore into a new, empty database. Nothing was changed.',
    );
  if (found[0]?.later)
    throw new BadArchive(
      'The database has the tables of a later release than the backup. Restore into a new database, without `campus migrate` before. Nothing was changed.',
    );
}

/** COPY is refused where row level security binds, so the owner is not bound until the end of the transaction. */
async function loadRows(owner: pg.Client, reader: ArchiveReader): Promise<ArchiveFooter> {
  const tables = await tablesThatBindOwner(owner);
  for (const table of tables)
    await owner.query(`alter table ${pg.escapeIdentifier(table)} no force row level security`);
  const rows: Record<string, number> = {};
  for (;;) {
    const next = await reader.next();
    if ('table' in next) {
      const { table } = next.table;
      rows[table] = (rows[table] ?? 0) + (await copyIn(owner, next.table, next.rows));
      continue;
    }
    const { footer } = next;
    for (const table of new Set([...Object.keys(rows), ...Object.keys(footer.rows)]))
      if (rows[table] !== footer.rows[table])
        throw new BadArchive(`The backup is damaged: ${table} has other rows. Nothing of it was restored.`);
    for (const table of tables)
      await owner.query(`alter table ${pg.escapeIdentifier(table)} force row level security`);
    return footer;
  }
}

/** On Citus none: db/citus/unbind-owner.ts. */
async function tablesThatBindOwner(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  );
  return rows.map(({ name }) => name);
}

async function copyIn(owner: pg.Client, of: ArchivedTable, rows: AsyncIterable<Buffer>): Promise<number> {
  const table = `${pg.escapeIdentifier(of.schema)}.${pg.escapeIdentifier(of.table)}`;
  const stream = owner.query(
    copyFrom(`copy ${table} (${of.columns.map(pg.escapeIdentifier).join()}) from stdin`),
  );
  await pipeline(Readable.from(rows, { objectMode: true, highWaterMark: 1 }), stream);
  return stream.rowCount;
}

async function inTransaction<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query('begin');
  try {
    const done = await work();
    await owner.query('commit');
    return done;
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw error;
  }
}
