import { type AnyColumn, eq, is, Placeholder, type SQL, sql, type Table } from 'drizzle-orm';

/** The transaction's district, in a query. Its value comes from the transaction. */
export const DISTRICT_ID = sql.placeholder('districtId');

/** Binds a table, or an alias of one, to the transaction's district. Every district's table of a query needs it. */
export const inDistrict = (table: { districtId: AnyColumn }): SQL => eq(table.districtId, DISTRICT_ID);

/** The column is one of the values of an array parameter, which is sent whole: `= any($2::uuid[])`. */
export const isOneOf = (column: AnyColumn, values: Placeholder | readonly (string | number)[]): SQL =>
  sql`${column} = any(${is(values, Placeholder) ? values : sql.param(values)}::${sql.raw(column.getSQLType())}[])`;

/** A parameter as the column stores it (JSON, moments), for `set`, where Drizzle takes no placeholder as it is. */
export const asStored = <T>(value: Placeholder<string, T>, column: AnyColumn): SQL<T> =>
  sql<T>`${sql.param(value, column)}`;

/**
 * The moment given, or just after the district's last one in this column, if that is later: the clocks of two processes
 * differ, and with one 90 s slow the older of two jobs was taken for the latest. Hold a lock under which rows are added.
 */
export const afterAll = (
  given: Placeholder<string, Date>,
  column: AnyColumn & { table: Table },
): SQL<Date> => {
  const table = column.table as Table & { districtId: AnyColumn };
  return sql`greatest(${asStored(given, column)}, (select max(${column}) + interval '1 millisecond' from ${table} where ${inDistrict(table)}))`.mapWith(
    column,
  ) as SQL<Date>;
};

/** A JSON column with the type of what its writers store: objects and lists, as the driver has parsed them. */
export const json = <T>(column: AnyColumn): SQL<T> => sql<T>`${column}`;

/**
 * `.offset(ZERO)`: Postgres runs a subquery with an offset as it is, once per outer row, instead of flattening it into a
 * join that it plans by statistics. Drizzle leaves out the number 0.
 */
export const ZERO = sql`0` as unknown as number;

/** For `exists`; and for `returning` of an `insert … select`, which Citus refuses without one. */
export const ONE = { one: sql<number>`1` };

/** For a lateral join, whose conditions are its own. */
export const TRUE = sql`true`;

/** Without regard to case. */
export const lower = (column: AnyColumn): SQL<string> => sql<string>`lower(${column})`;

/** Text to be found as it is within a `like` pattern. */
export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');
