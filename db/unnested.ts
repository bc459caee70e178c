import { type AnyColumn, type Placeholder, type SQL, sql } from 'drizzle-orm';

/** A column of the schema, which says the type, and the array parameter that holds its values. */
type Arrays = Record<string, readonly [column: AnyColumn, values: Placeholder]>;

/** What `unnested` makes: `table` for `from` or a join, and each column for conditions and selections. */
export type Unnested<A extends Arrays> = {
  readonly table: SQL;
  readonly columns: { readonly [K in keyof A]: SQL<A[K][0]['_']['data']> };
};

/**
 * Array parameters read side by side as a table, so that one statement serves one row or a thousand:
 * `rows from (unnest($2::uuid[]), unnest($3::text[])) as given(id, number)`.
 * @param name how the query calls it
 */
export function unnested<A extends Arrays>(name: string, arrays: A): Unnested<A> {
  const entries = Object.entries(arrays);
  const sources = entries.map(
    ([, [column, values]]) => sql`unnest(${values}::${sql.raw(column.getSQLType())}[])`,
  );
  const names = entries.map(([key]) => sql.identifier(key));
  const columns = entries.map(([key, [column]]) => [
    key,
    sql`${sql.identifier(name)}.${sql.identifier(key)}`.mapWith(column),
  ]);
  return {
    table: sql`rows from (${sql.join(sources, sql`, `)}) as ${sql.identifier(name)}(${sql.join(names, sql`, `)})`,
    columns: Object.fromEntries(columns),
  };
}
