import type { Placeholder } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core/session';
import { type Compiled, compile } from './compile.ts';
import { BuiltQuery, type Orm, orm } from './orm.ts';

/** What runs a query: a transaction of one district, or the database for the shared tables. */
export interface Runs {
  readonly districtId?: string;
  execute(statement: Statement): Promise<Answer>;
}

/** A statement's answer: rows as arrays, in the order of `fields`. */
export interface Answer {
  rows: unknown[][];
  fields: { name: string }[];
  rowCount: number | null;
}

/** One statement with its values. Prepared under its name, once per connection; a search has none. */
export interface Statement {
  name?: string;
  /** What it asks, for traces, where no name says it. */
  summary?: string;
  text: string;
  values: unknown[];
}

/** The parameters of a query, by name: `p.staffNumber` in the query, `{ staffNumber }` when it runs. */
export type Params<P> = { readonly [K in keyof P & string]: Placeholder<K, P[K]> };

/** What Drizzle's builder makes. */
interface Built {
  prepare(name: string): PgPreparedQuery<PreparedQueryConfig>;
}
type RowOf<B> = B extends { prepare(name: string): PgPreparedQuery<infer C> }
  ? C['execute'] extends (infer Row)[]
    ? Row
    : never
  : never;

/** The values of a query without parameters may be left out. */
type Given<P> = [keyof P] extends [never] ? [] : [values: P];

/** A query as a value. Called, it answers all rows. */
export interface Query<P, Row> {
  (runs: Runs, ...given: Given<P>): Promise<Row[]>;
  /** The first row, or undefined. */
  first(runs: Runs, ...given: Given<P>): Promise<Row | undefined>;
}

/** An insert, update or delete as a value. Called, it answers how many rows it wrote. */
export type Command<P> = (runs: Runs, ...given: Given<P>) => Promise<number>;

/** A defined query, for the test that walks them all. */
export interface Definition {
  readonly name: string;
  readonly compiled: () => Compiled;
}

const definitions: Definition[] = [];

/** Every query defined by the modules that are loaded. */
export const definedQueries = (): readonly Definition[] => definitions;

/**
 * A query as a value: built from db/schema, typed by what it selects, compiled at its first run and prepared by name on
 * each connection. `$1` is the transaction's district, see `inDistrict`.
 * @param name what it answers, unique, at most 50 characters; Postgres shows it in pg_prepared_statements
 */
export function defineQuery<P extends object, B extends Built>(
  name: string,
  build: (orm: Orm, p: Params<P>) => B,
): Query<P, RowOf<B>> {
  const definition = define(name, () => build(orm, placeholders as Params<P>));
  const all = async (runs: Runs, ...[values]: Given<P>): Promise<RowOf<B>[]> => {
    const { rows } = await runs.execute(statementOf(runs, definition, values));
    return rows.map(definition.compiled().row) as RowOf<B>[];
  };
  return Object.assign(all, {
    first: async (runs: Runs, ...given: Given<P>) => (await all(runs, ...given))[0],
  });
}

/** The same for an insert, update or delete whose rows are only counted. */
export function defineCommand<P extends object>(
  name: string,
  build: (orm: Orm, p: Params<P>) => Built,
): Command<P> {
  const definition = define(name, () => build(orm, placeholders as Params<P>));
  return async (runs, ...[values]) =>
    (await runs.execute(statementOf(runs, definition, values))).rowCount ?? 0;
}

/**
 * A query whose shape depends on what is asked for: built at each call and not prepared. Everything else is a
 * `defineQuery`, which costs a third (bench/queries.ts).
 * @param fullest an input that uses every condition there is, for the test that walks all queries
 */
export function defineSearch<I, B extends Built>(
  name: string,
  build: (orm: Orm, input: I) => B,
  fullest: I,
): (runs: Runs, input: I) => Promise<RowOf<B>[]> {
  definitions.push({ name, compiled: () => compiled(name, build(orm, fullest)) });
  return async (runs, input) => {
    const { text, values, row } = compiled(name, build(orm, input));
    const { rows } = await runs.execute({
      summary: name,
      text,
      values: values({ districtId: runs.districtId }),
    });
    return rows.map(row) as RowOf<B>[];
  };
}

/** Adds a statement that is made without the builder, by db/rows.ts alone, to those that the test walks. */
export function registerStatement(name: string, text: string): string {
  definitions.push({
    name,
    compiled: () => ({ text, names: ['districtId'], values: () => [], row: () => ({}) }),
  });
  return `${name} ${definitions.length}`;
}

interface Prepared extends Definition {
  /** Two modules that are loaded again by `next dev` may define a name twice; on a connection it must be one text. */
  readonly statementName: string;
}

function define(name: string, build: () => Built): Prepared {
  let made: Compiled | undefined;
  const definition = {
    name,
    statementName: `${name} ${definitions.length}`,
    compiled: () => {
      made ??= compiled(name, build());
      return made;
    },
  };
  definitions.push(definition);
  return definition;
}

function compiled(name: string, built: Built): Compiled {
  const prepared = built.prepare(name);
  if (!(prepared instanceof BuiltQuery)) throw new Error(`The query ${name} was built by another Drizzle.`);
  return compile(name, prepared);
}

function statementOf(runs: Runs, definition: Prepared, values: object | undefined): Statement {
  const { text, values: made } = definition.compiled();
  return { name: definition.statementName, text, values: made({ districtId: runs.districtId, ...values }) };
}

const placeholders = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });
