import pg from 'pg';
import type { DistrictId } from '../district-id.ts';
import { districtTables } from '../district-tables.ts';

/** A value of each type; of a list the empty one. One text and one id for all columns, so that every foreign key finds its row. */
const VALUES: Record<string, (id: string) => string> = {
  uuid: (id) => id,
  text: () => 'x',
  int4: () => '1',
  int8: () => '1',
  int2: () => '1',
  bool: () => 'false',
  bytea: () => '\\x00',
  timestamptz: () => '2026-11-24T18:00:00Z',
  date: () => '2026-11-24',
  jsonb: () => '{}',
};

/**
 * Sees to it that every table of districts, those of later migrations too, has a row of this district: with this id, unless
 * the district has its only row already.
 */
export async function fillEveryTable(
  owner: pg.ClientBase,
  districtId: DistrictId,
  id: string,
): Promise<string[]> {
  await owner.query('begin');
  await owner.query(`set local app.district_id = ${pg.escapeLiteral(districtId)}`);
  const parentsFirst = (await districtTables(owner)).reverse();
  for (const table of parentsFirst) {
    const { rows } = await owner.query<{ name: string; type: string }>(
      `select attname as name, typname as type from pg_attribute join pg_type t on t.oid = atttypid
        where attrelid = $1::regclass and attnum > 0 and attnotnull and not atthasdef and attname <> 'district_id'`,
      [table],
    );
    const names = ['district_id', ...rows.map(({ name }) => pg.escapeIdentifier(name))];
    const values = [
      districtId,
      ...rows.map(({ type }) => (type.startsWith('_') ? '{}' : VALUES[type]?.(id))),
    ];
    await owner.query(
      `insert into ${table} (${names.join(', ')}) values (${values.map((_, i) => `$${i + 1}`).join(', ')}) on conflict do nothing`,
      values,
    );
  }
  await owner.query('commit');
  return parentsFirst;
}
