import { mkdtemp, rm } from 'node:fs/promises';
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

  /** @param folder where to make its own folder */
  static async create(folder = tmpdir()): Promise<OwnDatabase> {
    const directory = join(await mkdtemp(join(folder, 'campus-boi-e2e-')), 'postgres');
    return new OwnDatabase(directory, await startEmbedded({ directory, ...PASSWORDS, durable: false }));
  }

  /** At once: who is connected loses the connection, what they were at is rolled back. */
  stop = (): Promise<void> => stopPostmaster(this.#data);

  /** At once and not in order: `immediate`. The next start recovers it from its log. */
  async crash(): Promise<void> {
    const running = runningPostmaster(this.#data);
    if (running) process.kill(running.pid, 'SIGQUIT');
    await until('the end of Postgres', async () => (runningPostmaster(this.#data) ? undefined : true));
  }

  get running(): boolean {
    return runningPostmaster(this.#data) !== undefined;
  }

  async start(): Promise<void> {
    const { port } = await startEmbedded({
      directory: this.#directory,
      ...PASSWORDS,
      durable: false,
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
