import { createHash } from 'node:crypto';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { DistrictId } from './district-id.ts';
import { districtTables } from './district-tables.ts';
import { migrationNames } from './pending-migrations.ts';

const ROWS_AT_ONCE = 2_000;

/** A table's file: `<table>.ndjson`, one row a line. */
export interface ExportedTable {
  table: string;
  rows: number;
  sha256: string;
}

/**
 * Writes everything the database has of a district into a folder, as of one moment, in constant memory: a file per table
 * and `district.json`, which is written last and lists them. What is encrypted stays so. The files are for their owner only.
 *
 * @param owner not in a transaction
 * @param folder is created; one with something in it is refused
 */
export async function exportDistrict(
  owner: pg.ClientBase,
  districtId: DistrictId,
  folder: string,
): Promise<ExportedTable[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty. Choose a folder that does not exist.`);
  await owner.query('begin isolation level repeatable read read only');
  try {
    await owner.query(`set local app.district_id = ${pg.escapeLiteral(districtId)}`);
    const tables: ExportedTable[] = [];
    for (const table of await districtTables(owner)) tables.push(await exportTable(owner, table, folder));
    const { rows } = await owner.query('select *, now() as "exportedAt" from district where id = $1', [
      districtId,
    ]);
    const { exportedAt, ...district } = rows[0];
    const summary = { format: 1, exportedAt, migration: migrationNames.at(-1), district, tables };
    await writeWhole(join(folder, 'district.json'), [`${JSON.stringify(summary, null, 2)}\n`]);
    return tables;
  } finally {
    await owner.query('rollback');
  }
}

async function exportTable(owner: pg.ClientBase, table: string, folder: string): Promise<ExportedTable> {
  const hash = createHash('sha256');
  let rows = 0;
  await owner.query(
    `declare rows_of cursor for select to_jsonb(t)::text from ${pg.escapeIdentifier(table)} t
      where district_id = current_setting('app.district_id')::uuid`,
  );
  await writeWhole(join(folder, `${table}.ndjson`), lines());
  await owner.query('close rows_of');
  return { table, rows, sha256: hash.digest('hex') };

  async function* lines() {
    for (;;) {
      const found = await owner.query({ text: `fetch ${ROWS_AT_ONCE} from rows_of`, rowMode: 'array' });
      if (found.rows.length === 0) return;
      rows += found.rows.length;
      const text = found.rows.map(([row]) => `${row}\n`).join('');
      hash.update(text);
      yield text;
    }
  }
}

/** On disk when it returns: a district is erased after its export. */
async function writeWhole(path: string, texts: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const text of texts) await file.appendFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
