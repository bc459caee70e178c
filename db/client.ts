import pg from 'pg';
import type { DistrictId } from './district-id.ts';
import type { Answer, Runs, Statement } from './query.ts';
import { tracer } from './tracer.ts';

const DATE = 1082;
const INT8 = 20;
const NUMERIC_DATES: pg.CustomTypesConfig = {
  // A date stays text: a JS Date would move it across time zones.
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** One open transaction of one district. Every table of every statement is still bound by `district_id`. */
export interface Transaction extends Runs {
  readonly districtId: DistrictId;
  readonly client: pg.PoolClient;
}

export interface Database extends Runs {
  /** Belongs to no district: only queries on the shared tables run on it. */
  readonly districtId?: undefined;
  /**
   * Runs `work` in one transaction of one district and commits it. A deadlock or a serialisation failure runs it
   * again (at most three times in all), so `work` must not act outside the transaction.
   */
  inDistrict<T>(districtId: DistrictId, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * The same for transfers, on a few connections of their own: many large transfers leave those of pages and other calls
   * free. Statements go one after another, so await each; COPY works here.
   */
  stagingInDistrict<T>(districtId: DistrictId, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * The same database, for transactions whose rows nobody sees until another one publishes them. They don't begin a call
   * with an Idempotency-Key (fenced-database.ts), so that it can be repeated if it ends before it has published them.
   */
  readonly aside: Pick<Database, 'inDistrict' | 'stagingInDistrict'>;
  readonly pool: pg.Pool;
  /** Of transfers. */
  readonly stagingPool: pg.Pool;
  close(): Promise<void>;
}

const RETRIED = new Set(['40001', '40P01']);

/** SQLSTATE of a database error, or Node's code of a lost connection. */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/**
 * Statements that a transaction sends together go out together (`pipeline`); await all of them. The second pool is for
 * transfers, and stays empty where nobody transfers. It does not pipeline, because node-postgres can't COPY on a
 * connection that does: the benches load their data by COPY.
 */
export function openDatabase(url: string, options: pg.PoolConfig = {}): Database {
  const pool = openPool({ connectionString: url, pipeline: true, ...options });
  const stagingPool = openPool({ connectionString: url, ...options, max: 4 });
  const aside: Database['aside'] = {
    inDistrict: (districtId, work) => retried(() => traced('main', () => once(pool, districtId, work))),
    stagingInDistrict: (districtId, work) =>
      retried(() => traced('staging', () => once(stagingPool, districtId, work))),
  };
  return {
    ...aside,
    aside,
    pool,
    stagingPool,
    close: async () => void (await Promise.all([pool.end(), stagingPool.end()])),
    execute: (statement) => run(pool, statement),
  };
}

function openPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    types: NUMERIC_DATES,
    ...options,
  });
  // An idle connection that dies is replaced on the next use; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await transaction();
    } catch (error) {
      if (attempt === 3 || !RETRIED.has(errorCode(error) ?? '')) throw error;
    }
}

async function once<T>(
  pool: pg.Pool,
  districtId: DistrictId,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  let opened: Promise<unknown> | undefined;
  const ignore = (error: Error) => {
    broken = error;
  };
  client.on('error', ignore);
  try {
    opened = begin(client, districtId);
    // A pipelined connection sends both with the first statement of `work`, which fails if they fail: see `catch`.
    opened.catch(() => {});
    if (!client.pipeline) await opened;
    const value = await work(transaction(client, districtId));
    await opened;
    // A failed statement whose error was swallowed turns COMMIT into ROLLBACK: the tag tells.
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error(`the database answered ${command} to COMMIT`);
    return value;
  } catch (error) {
    const cause = await opened?.then(
      () => error,
      (unopened: unknown) => unopened,
    );
    try {
      await client.query('rollback');
    } catch (lost) {
      broken = lost as Error;
    }
    throw cause ?? error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

async function begin(client: pg.PoolClient, districtId: DistrictId): Promise<void> {
  const begun = client.query('begin');
  if (!client.pipeline) await begun;
  await Promise.all([begun, client.query('select app.set_district($1)', [districtId])]);
}

const inArrays = (statement: Statement): pg.QueryArrayConfig => ({ ...statement, rowMode: 'array' });

function run(on: pg.Pool | pg.PoolClient, statement: Statement): Promise<Answer> {
  const traces = tracer();
  if (!traces) return on.query(inArrays(statement));
  const name = summaryOf(statement);
  return traces.step(name, { ...POSTGRES, 'db.query.summary': name }, () => on.query(inArrays(statement)));
}

/** The name of the query without its number, which differs between processes. */
const summaryOf = ({ summary, name }: Statement): string =>
  summary ?? name?.replace(/( \(writer \d+\))? \d+$/, '') ?? 'a statement';

const POSTGRES = { 'db.system.name': 'postgresql' };

/** A transaction as a step of a trace, if there is one. It begins with the wait for a connection. */
const traced = <T>(pool: 'main' | 'staging', work: () => Promise<T>): Promise<T> =>
  tracer()?.step('transaction', { ...POSTGRES, 'campus.pool': pool }, work) ?? work();

const transaction = (client: pg.PoolClient, districtId: DistrictId): Transaction => ({
  districtId,
  client,
  execute: (statement) => run(client, statement),
});

/** The database role may do more than read and write one district's rows. */
export class UnboundRole extends Error {}

/**
 * Web and worker refuse to start as a role that row level security does not bind, or that could unbind itself: who owns a
 * table may drop its policy, and who may create roles may become another.
 */
export async function assertBound(db: Database): Promise<void> {
  const { rows } = await db.execute({
    text: `select rolsuper or rolbypassrls,
                  rolcreaterole
                  or pg_has_role(r.oid, (select datdba from pg_database where datname = current_database()), 'member')
                  or exists (select from pg_class where relnamespace = 'public'::regnamespace
                                                    and pg_has_role(r.oid, relowner, 'member'))
             from pg_roles r where rolname = current_user`,
    values: [],
  });
  const [unbound, owns] = rows[0] ?? [];
  if (unbound === true)
    throw new UnboundRole(
      'The database role is a superuser or has BYPASSRLS. Connect as the role that `campus migrate` made.',
    );
  if (owns === true)
    throw new UnboundRole(
      "DATABASE_URL signs in as the database's owner. Web and worker need a role of their own: put the owner's URL into " +
        'OWNER_DATABASE_URL, the URL of the other role into DATABASE_URL, and run `campus migrate`, which creates that role.',
    );
}
