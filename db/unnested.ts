import { type AnyColumn, type Placeholder, type SQL, sql } from 'drizzle-orm';

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
};

/**
 * Array parameters read side by side as a table, so that one statement serves one row or a thousand:
 * `rows from (unnest($2::uuid[]), unnest($3::text[])) as given(id, number)`.
 * @param name how the query calls it
 */
export function unnested<A extends Arrays>(name: string, arrays: A): Unnested<A> {
  const entries = Object.entries(arrays);
  const sources = entries.map(
    ([, [type, values]]) =>
      sql`unnest(${values}::${sql.raw(typeof type === 'string' ? type : type.getSQLType())}[])`,
  );
  const names = entries.map(([key]) => sql.identifier(key));
  const columns = entries.map(([key, [type]]) => {
    const column = sql`${sql.identifier(name)}.${sql.identifier(key)}`;
    return [key, typeof type === 'string' ? column : column.mapWith(type)];
  });
  return {
    table: sql`rows from (${sql.join(sources, sql`, `)}) as ${sql.identifier(name)}(${sql.join(names, sql`, `)})`,
    columns: Object.fromEntries(columns),
  };
}
