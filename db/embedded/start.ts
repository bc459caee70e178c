import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { scramVerifier } from '../scram-verifier.ts';
import { serverAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { initialise, SUPERUSER } from './initialise.ts';
import { launch } from './launch.ts';
import { placeFor } from './place.ts';
import { runningPostmaster } from './postmaster.ts';

const OWNER = 'campus';
const DATABASE = 'campus';

export type EmbeddedServer = {
  /** Owner of the database `campus`: may create roles and databases, is no superuser. */
  ownerUrl: string;
  port: number;
  /** Where the data really lies; for `runningPostmaster` and `stopPostmaster`. */
  directory: string;
  /** Whether it ran already, left over from an `up` that was killed. */
  reused: boolean;
};

/**
 * Starts the Postgres that npm brought on the data at `directory`, or takes over the one that runs there; makes
 * the cluster, the owner and the database at first. The server is nobody's child: it outlives a killed parent,
 * and Ctrl-C in the terminal does not reach it. Its log is `{directory}.log`.
 *
 * @param options.password the superuser's
 * @param options.ownerPassword the owner's, set at each start
 * @param options.preferredPort taken if it is free, else another
 * @param options.durable false, for throw-away clusters only: no fsync
 */
export async function startEmbedded(options: {
  directory: string;
  password: string;
  ownerPassword: string;
  preferredPort?: number | undefined;
  durable?: boolean;
}): Promise<EmbeddedServer> {
  const { password, ownerPassword, preferredPort, durable = true } = options;
  const account = await serverAccount();
  const binaries = await findBinaries(account);
  const directory = await placeFor(options.directory, account);
  await initialise(directory, password, binaries, account);

  const logFile = `${options.directory}.log`;

  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const found = runningPostmaster(directory);
    const server = found ?? (await launch(directory, logFile, { preferredPort, durable }, binaries, account));
    const superuser = { host: '127.0.0.1', port: server.port, user: SUPERUSER, password };
    // One that was found in the middle of its stop is gone a moment later: start another.
    if (!(await untilReady(directory, superuser))) continue;
    await ensureDatabase(directory, superuser, ownerPassword);
    const ownerUrl = `postgres://${OWNER}:${encodeURIComponent(ownerPassword)}@127.0.0.1:${server.port}/${DATABASE}`;
    return { ownerUrl, port: server.port, directory, reused: found !== undefined };
  }
  throw new Error(`The embedded Postgres does not stay up: see ${logFile}.`);
}

/** Waits for as long as the server lives: a recovery takes its time. False when it is gone. */
async function untilReady(directory: string, superuser: pg.ClientConfig): Promise<boolean> {
  for (; runningPostmaster(directory); await pause(100)) {
    const client = new pg.Client({ ...superuser, database: 'postgres' });
    client.on('error', () => {});
    try {
      await client.connect();
      // A server that is being restored to a moment answers during its recovery, and refuses to write until its end.
      const { rows } = await client.query<{ recovering: boolean }>(
        'select pg_is_in_recovery() as recovering',
      );
      if (!rows[0]?.recovering) return true;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01')
        throw new Error(`The password in .data/ does not open the data in ${directory}.`);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

async function ensureDatabase(
  directory: string,
  superuser: pg.ClientConfig,
  ownerPassword: string,
): Promise<void> {
  const client = new pg.Client({ ...superuser, database: 'postgres' });
  await client.connect();
  try {
    // Never a DDL before this: another server may have taken the port.
    const { rows: served } = await client.query<{ data_directory: string }>('show data_directory');
    if (served[0]?.data_directory !== directory)
      throw new Error(
        `Port ${superuser.port} answers for ${served[0]?.data_directory}, not for ${directory}.`,
      );
    const { rowCount: roles } = await client.query('select from pg_roles where rolname = $1', [OWNER]);
    if (!roles) await client.query(`create role ${OWNER} login createrole createdb`);
    await client.query(`alter role ${OWNER} password ${pg.escapeLiteral(scramVerifier(ownerPassword))}`);
    const { rowCount: databases } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ]);
    if (!databases) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}
