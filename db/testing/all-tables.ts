import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type Column, getTableColumns, getTableName, is } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import { PgTable } from 'drizzle-orm/pg-core';

const SCHEMA = join(import.meta.dirname, '..', 'schema');

interface TableOfSchema {
  name: string;
  columns: { column: Column; sqlName: string }[];
}

/** Every table of db/schema, with its columns by the names that SQL has for them. */
export async function allTables(): Promise<TableOfSchema[]> {
  const casing = new CasingCache('snake_case');
  const found: TableOfSchema[] = [];
  for (const file of globSync('*.ts', { cwd: SCHEMA }).filter((name) => !name.includes('.test.')))
    for (const table of Object.values(await import(join(SCHEMA, file))))
      if (is(table, PgTable)) {
        const columns = Object.values(getTableColumns(table)).map((column) => ({
          column,
          sqlName: casing.getColumnCasing(column),
        }));
        found.push({ name: getTableName(table), columns });
      }
  return found;
}
