import { type AnyColumn, is, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { PgArray, PgJsonb } from 'drizzle-orm/pg-core';
import { arrayLiteral, type Cell, JSON_SEPARATOR, jsonList } from './array.ts';
import { maskerOf } from './schema/masked.ts';

/** Types of what is no column: a place in a list, say. */
interface Plain {
  integer: number;
  text: string;
  uuid: string;
}

/** A column of the schema, which says the type, or a plain type, and the array parameter that holds the values. */
type Arrays = Record<string, readonly [type: AnyColumn | keyof Plain, values: Placeholder]>;

type DataOf<T> = T extends keyof Plain ? Plain[T] : T extends AnyColumn ? T['_']['data'] : never;

/** What `unnested` makes: `table` for `from` or a join, and each column for conditions and selections. */
export type Unnested<A extends Arrays> = {
  readonly table: SQL;
  readonly columns: { readonly [K in keyof A]: SQL<DataOf<A[K][0]>> };
  /** The columns under their names, as `insert … select` takes them. */
  readonly selection: { readonly [K in keyof A]: SQL.Aliased<DataOf<A[K][0]>> };
};

/**
 * Array parameters read side by side as a table, so that one statement serves one row or a thousand:
 * `rows from (unnest($2::uuid[]), unnest($3::text[])) as given(id, number)`.
 * @param name how the query calls it
 */
export function unnested<A extends Arrays>(name: string, arrays: A): Unnested<A> {
  const entries = Object.entries(arrays);
  const sources = entries.map(([, [type, values]]) => sourceOf(type, values));
  const names = entries.map(([key]) => sql.identifier(key));
  const columns = entries.map(([key, [type]]): [string, SQL] => {
    const cell = sql`${sql.identifier(name)}.${sql.identifier(key)}`;
    if (typeof type === 'string') return [key, cell];
    return [key, (isFolded(type) ? sql`${cell}::${sql.raw(type.getSQLType())}` : cell).mapWith(type)];
  });
  const selection = columns.map(([key, column]) => [key, column.as(key)]);
  return {
    table: sql`rows from (${sql.join(sources, sql`, `)}) as ${sql.identifier(name)}(${sql.join(names, sql`, `)})`,
    columns: Object.fromEntries(columns) as Unnested<A>['columns'],
    selection: Object.fromEntries(selection),
  };
}

/** An array of jsonb costs ten times as much as texts that are cast one by one, and an array of lists has no type. */
const isFolded = (column: AnyColumn): boolean => isJson(column) || is(column, PgArray);
const isJson = (column: AnyColumn): boolean => is(column, PgJsonb);

function sourceOf(type: AnyColumn | keyof Plain, values: Placeholder): SQL {
  if (typeof type === 'string') return sql`unnest(${values}::${sql.raw(type)}[])`;
  if (isJson(type))
    return sql`string_to_table(${sql.param(values, { mapToDriverValue: jsonOf(type) })}::text, ${sql.raw(JSON_SEPARATOR)}, '')`;
  if (is(type, PgArray)) return sql`unnest(${sql.param(values, { mapToDriverValue: literalsOf })}::text[])`;
  const mask = maskerOf(type);
  const given = mask
    ? sql.param(values, { mapToDriverValue: (texts: unknown) => eachOf(texts as readonly unknown[], mask) })
    : values;
  return sql`unnest(${given}::${sql.raw(type.getSQLType())}[])`;
}

const eachOf = (texts: readonly unknown[], mask: (text: string) => string): unknown[] =>
  texts.map((text) => (typeof text === 'string' ? mask(text) : text));

const jsonOf =
  (column: AnyColumn) =>
  (values: unknown): Buffer => {
    const mask = maskerOf(column) ?? ((text: string) => text);
    return jsonList(
      (values as readonly unknown[]).map((value) => (value === null ? null : mask(JSON.stringify(value)))),
    );
  };

const literalsOf = (values: unknown): (string | null)[] =>
  (values as readonly (Cell[] | null)[]).map((cells) => cells && arrayLiteral(cells));
