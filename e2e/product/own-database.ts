import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SUPERUSER } from '../../db/embedded/initialise.ts';
import { deleteCluster } from '../../db/embedded/place.ts';
import { runningPostmaster, stopPostmaster } from '../../db/embedded/postmaster.ts';
import { startEmbedded } from '../../db/embedded/start.ts';
import { until } from '../until.ts';

/** A Postgres that a test may take away and bring back, on the same port. */
export class OwnDatabase {
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  readonly #directory: string;
  readonly #data: string;
  readonly port: number;

  private constructor(directory: string, server: Awaited<ReturnType<typeof startEmbedded>>) {
    this.#directory = directory;
    this.#data = server.directory;
    this.port = server.port;
    this.ownerUrl = server.ownerUrl;
    this.superuserUrl = `postgres://${SUPERUSER}:${PASSWORDS.password}@127.0.0.1:${server.port}/campus`;
  }

  /**
   * Durable, as in production: without that, a server that stops at once has not written the last fifth of a second.
   * @param folder where to make its own folder
   */
  static async create(folder = tmpdir()): Promise<OwnDatabase> {
    const directory = join(await mkdtemp(join(folder, 'campus-boi-e2e-')), 'postgres');
    return new OwnDatabase(directory, await startEmbedded({ directory, ...PASSWORDS, durable: true }));
  }

  /** At once: who is connected loses the connection, what they were at is rolled back. */
  stop = (): Promise<void> => stopPostmaster(this.#data);

  /** At once and not in order: `immediate`. The next start recovers it from its log. */
  async crash(): Promise<void> {
    const running = runningPostmaster(this.#data);
    if (running) process.kill(running.pid, 'SIGQUIT');
    await until('the end of Postgres', async () => (runningPostmaster(this.#data) ? undefined : true));
  }

  /** Its log (WAL) lies in this folder from now on. */
  async moveLogTo(folder: string): Promise<void> {
    await this.stop();
    const log = join(this.#data, 'pg_wal');
    // With its owner: Postgres does not run as root.
    execFileSync('cp', ['-a', log, folder]);
    await rm(log, { recursive: true });
    await symlink(join(folder, 'pg_wal'), log);
    await this.start();
  }

  /** All of its processes do nothing, until `wake`. */
  freeze = (): void => this.#signal('SIGSTOP');
  wake = (): void => this.#signal('SIGCONT');

  #signal(signal: NodeJS.Signals): void {
    const pid = runningPostmaster(this.#data)?.pid;
    if (pid === undefined) throw new Error('The database does not run.');
    for (const one of [pid, ...childrenOf(pid)]) process.kill(one, signal);
  }

  get running(): boolean {
    return runningPostmaster(this.#data) !== undefined;
  }

  async start(): Promise<void> {
    const { port } = await startEmbedded({
      directory: this.#directory,
      ...PASSWORDS,
      durable: true,
      preferredPort: this.port,
    });
    if (port !== this.port) throw new Error(`Port ${this.port} was taken while the database was away.`);
  }

  async remove(): Promise<void> {
    await this.stop();
    await deleteCluster(this.#directory);
    await rm(dirname(this.#directory), { recursive: true });
  }
}

const PASSWORDS = { password: 'throw-away', ownerPassword: 'owner' };

/** Of Linux: `/proc/{pid}/stat` has the parent after the name, which may hold anything. */
const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    })
    .map(Number);
