import { type Column, is } from 'drizzle-orm';
import { type PgColumnBuilderBase, PgJsonb } from 'drizzle-orm/pg-core';
import { maskText } from '../mask/mask-text.ts';
import { maskJson, maskValue } from '../mask/mask-value.ts';

const maskers = new WeakMap<Column, (stored: string) => string>();

/**
 * A text or jsonb column whose values are masked in every way of writing them: by a query (`mapToDriverValue`), by
 * db/rows.ts and by COPY. Every column that may hold a text as a vendor sent it or a user typed it
 * is one; db/masked.db.test.ts names the others with the reason.
 */
export function masked<B extends PgColumnBuilderBase>(builder: B): B {
  // Drizzle builds a column when its table is made, and hides that method from its types.
  const built = builder as unknown as { build(table: unknown): Column };
  const build = built.build.bind(builder);
  built.build = (table) => {
    const column = build(table);
    const encode = column.mapToDriverValue.bind(column);
    const isJson = is(column, PgJsonb);
    column.mapToDriverValue = (value) =>
      encode(isJson ? maskValue(value) : typeof value === 'string' ? maskText(value) : value);
    maskers.set(column, isJson ? maskJson : maskText);
    return column;
  };
  return builder;
}

/** How a column's value is masked, JSON as its text; undefined for a column that is stored as it is. */
export const maskerOf = (column: Column): ((stored: string) => string) | undefined => maskers.get(column);
