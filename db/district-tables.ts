import type pg from 'pg';

/**
 * Every table with rows of districts, from the catalog, so that none of a later migration can be forgotten. A table
 * comes before those it refers to: in this order their rows can be deleted.
 */
export async function districtTables(owner: pg.ClientBase): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attname = 'district_id' and not a.attisdropped order by 1`,
  );
  const { rows: keys } = await owner.query<{ child: string; parent: string }>(
    `select distinct child.relname as child, parent.relname as parent from pg_constraint k
       join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`,
  );
  const sorted: string[] = [];
  const left = new Set(tables.map(({ name }) => name));
  while (left.size > 0) {
    const free = [...left].filter(
      (name) => !keys.some(({ child, parent }) => parent === name && left.has(child)),
    );
    if (free.length === 0) throw new Error(`These tables refer to each other: ${[...left].join(', ')}`);
    for (const name of free) left.delete(name);
    sorted.push(...free);
  }
  return sorted;
}
