import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deleteCluster } from '../../db/embedded/place.ts';
import { stopPostmaster } from '../../db/embedded/postmaster.ts';
import { startEmbedded } from '../../db/embedded/start.ts';

/** A Postgres that a test may take away and bring back, on the same port. */
export class OwnDatabase {
  readonly ownerUrl: string;
  readonly #directory: string;
  readonly #data: string;
  readonly #port: number;

  private constructor(directory: string, server: Awaited<ReturnType<typeof startEmbedded>>) {
    this.#directory = directory;
    this.#data = server.directory;
    this.#port = server.port;
    this.ownerUrl = server.ownerUrl;
  }

  static async create(): Promise<OwnDatabase> {
    const directory = join(await mkdtemp(join(tmpdir(), 'campus-boi-e2e-')), 'postgres');
    return new OwnDatabase(directory, await startEmbedded({ directory, ...PASSWORDS, durable: false }));
  }

  /** At once: who is connected loses the connection, what they were at is rolled back. */
  stop = (): Promise<void> => stopPostmaster(this.#data);

  async start(): Promise<void> {
    const { port } = await startEmbedded({
      directory: this.#directory,
      ...PASSWORDS,
      durable: false,
      preferredPort: this.#port,
    });
    if (port !== this.#port) throw new Error(`Port ${this.#port} was taken while the database was away.`);
  }

  async remove(): Promise<void> {
    await this.stop();
    await deleteCluster(this.#directory);
    await rm(dirname(this.#directory), { recursive: true });
  }
}

const PASSWORDS = { password: 'throw-away', ownerPassword: 'owner' };
