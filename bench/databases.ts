import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { appRoleUrl } from '../db/app-role.ts';
import { type Database, openDatabase, type Transaction } from '../db/client.ts';
import type { DistrictId } from '../db/district-id.ts';
import { dropDatabase } from '../db/drop-database.ts';
import { SUPERUSER } from '../db/embedded/initialise.ts';
import { deleteCluster } from '../db/embedded/place.ts';
import { stopPostmaster } from '../db/embedded/postmaster.ts';
import { startEmbedded } from '../db/embedded/start.ts';
import { migrate } from '../db/migrate.ts';
import { ownerStatement } from '../db/owner-statement.ts';
import { textRows } from '../db/sql-text.ts';
import { serverSeconds } from './server-time.ts';

const SUPERUSER_PASSWORD = 'throw-away';

/** The Postgres that a bench measures on, whose databases are all made for it and dropped by it. */
export class DatabaseServer {
  readonly #serverUrl: string;
  /** Of a throw-away server: ends it, with all of its databases. */
  readonly #remove: (() => Promise<void>) | undefined;
  readonly #made: string[] = [];

  /** Of an embedded server. */
  readonly #directory: string | undefined;

  private constructor(serverUrl: string, embedded?: { directory: string; remove: () => Promise<void> }) {
    this.#serverUrl = serverUrl;
    this.#remove = embedded?.remove;
    this.#directory = embedded?.directory;
  }

  /** @param ownerUrl a role that may create databases and roles, in a database that is left alone */
  static at = (ownerUrl: string): DatabaseServer => new DatabaseServer(ownerUrl);

  /**
   * A throw-away embedded server with the product's own settings, fsync on.
   * @param keep a folder in which it is left for the next time, stopped
   */
  static async embedded(keep?: string): Promise<DatabaseServer> {
    const directory = join(keep ?? (await mkdtemp(join(tmpdir(), 'campus-boi-bench-'))), 'postgres');
    const passwords = { password: SUPERUSER_PASSWORD, ownerPassword: 'owner' };
    const server = await startEmbedded({ directory, ...passwords });
    const remove = async () => {
      await stopPostmaster(server.directory);
      if (keep !== undefined) return;
      await deleteCluster(directory);
      await rm(dirname(directory), { recursive: true });
    };
    return new DatabaseServer(server.ownerUrl, { directory: server.directory, remove });
  }

  version = async (): Promise<string> =>
    (await this.#query<{ server_version: string }>('show server_version'))[0]?.server_version ?? '';

  /** Seconds that an embedded server has used so far. */
  processorSeconds(): number {
    if (!this.#directory) throw new Error('Only of an embedded server.');
    return serverSeconds(this.#directory);
  }

  /** The database that was made last time, on a server that was kept. */
  async kept(): Promise<string | undefined> {
    const [found] = await this.#query<{ name: string }>(
      `select datname as name from pg_database where datname like 'campus_bench_%'`,
    );
    return found && this.#urlOf(found.name);
  }

  /** One connection to a database of an embedded server that no right and no row level security holds up. */
  superuser(ownerUrl: string): Database {
    const url = new URL(ownerUrl);
    url.username = SUPERUSER;
    url.password = SUPERUSER_PASSWORD;
    return openDatabase(url.href, { max: 1 });
  }

  /** An empty database with the product's schema. */
  async create(): Promise<string> {
    return this.#migrated(`template template0 encoding 'UTF8'`);
  }

  /** An empty database without any schema, for a release that makes its own. */
  createEmpty = (): Promise<string> => this.#make(`template template0 encoding 'UTF8'`);

  /** A copy of a database that nobody is connected to. Its writes are on disk before anything is measured. */
  async copyOf(ownerUrl: string): Promise<string> {
    const copy = await this.#migrated(`template ${nameIn(ownerUrl)} strategy file_copy`);
    await this.#query('checkpoint').catch(() => {});
    return copy;
  }

  async drop(ownerUrl: string): Promise<void> {
    const name = nameIn(ownerUrl);
    await dropDatabase(this.#serverUrl, name);
    this.#made.splice(this.#made.indexOf(name), 1);
  }

  async close(): Promise<void> {
    if (this.#remove) return this.#remove();
    for (const name of [...this.#made]) await this.drop(this.#urlOf(name));
  }

  async #migrated(options: string): Promise<string> {
    const ownerUrl = await this.#make(options);
    await migrate(ownerUrl, appUrlOn(ownerUrl));
    return ownerUrl;
  }

  async #make(options: string): Promise<string> {
    const name = `campus_bench_${randomBytes(4).toString('hex')}`;
    await this.#query(`create database ${name} ${options}`);
    this.#made.push(name);
    return this.#urlOf(name);
  }

  #urlOf(name: string): string {
    const url = new URL(this.#serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  }

  #query = <R extends object>(text: string) =>
    ownerStatement<R & Record<string, unknown>>(this.#serverUrl, text);
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

/** As web and worker connect: bound by row level security, which changes what indexes Postgres may use. */
export const openAsApp = (ownerUrl: string): Database => openDatabase(appUrlOn(ownerUrl));

export const appUrlOn = (ownerUrl: string): string => appRoleUrl(ownerUrl, 'throw-away');

/** Looks into a bench's database, which has one district. */
export async function inOnlyDistrict<T>(ownerUrl: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const db = openDatabase(ownerUrl, { max: 1 });
  try {
    const [district] = await textRows<{ id: DistrictId }>(db, 'select id from district');
    if (!district) throw new Error('the database has no district');
    return await db.inDistrict(district.id, work);
  } finally {
    await db.close();
  }
}
