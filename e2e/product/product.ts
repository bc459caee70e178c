import { join } from 'node:path';
import { waitUntilReady } from '../../bin/up/wait-until-ready.ts';
import { freePort } from '../../db/embedded/free-port.ts';
import { migrate } from '../../db/migrate.ts';
import { testAppUrl, testEnvironment } from '../../db/testing/environment.ts';
import { patienceMs } from '../patience.ts';
import { type Process, startProcess } from './process.ts';

const READY_PATIENCE_MS = patienceMs(60_000);
const CLOCK = join(import.meta.dirname, 'other-clock.ts');
/** What its feeds may read. */
export const FEED_FOLDER = join(import.meta.dirname, '../../test-results/feeds');
export const BUILD_FOLDER = process.env.NEXT_DIST_DIR ?? '.next-test';

/** What differs from a product beside it. */
export interface Different {
  /** Where the database is reached, such as a proxy's port. */
  databasePort?: number;
  /** How far the processes' clock is ahead, in seconds. */
  clockAhead?: number;
}

/** The product's processes on a database; each may be stopped, killed and started again. */
export class Product {
  readonly ownerUrl: string;
  readonly port: number;
  readonly baseUrl: string;
  readonly #different: Different;
  web: Process | undefined;
  worker: Process | undefined;

  private constructor(ownerUrl: string, port: number, different: Different) {
    this.ownerUrl = ownerUrl;
    this.port = port;
    this.baseUrl = `http://localhost:${port}/campus`;
    this.#different = different;
  }

  /** With its schema, but nothing started. */
  static async on(ownerUrl: string): Promise<Product> {
    await migrate(ownerUrl, testAppUrl(ownerUrl));
    return Product.at(ownerUrl);
  }

  /** On a database that has its schema, or will have it; nothing is started. */
  static async at(ownerUrl: string, different: Different = {}): Promise<Product> {
    return new Product(ownerUrl, await freePort(), different);
  }

  /** Unless it runs. */
  startWeb(): void {
    if (!this.web?.running) this.web = this.#start('web');
  }

  /** Unless it runs. */
  startWorker(): void {
    if (!this.worker?.running) this.worker = this.#start('worker');
  }

  async start(): Promise<void> {
    this.startWeb();
    this.startWorker();
    await this.untilReady();
  }

  untilReady = (): Promise<void> => waitUntilReady(this.port, READY_PATIENCE_MS);

  async stop(): Promise<void> {
    await Promise.all([this.web?.stop(), this.worker?.stop()]);
  }

  async kill(): Promise<void> {
    await Promise.all([this.web?.kill(), this.worker?.kill()]);
  }

  #start(name: 'web' | 'worker'): Process {
    const { clockAhead } = this.#different;
    const clock = clockAhead === undefined ? [] : ['--import', CLOCK];
    return startProcess(name, { ...this.#environment(), CLOCK_AHEAD: String(clockAhead ?? 0) }, clock);
  }

  #environment(): Record<string, string> {
    const database = new URL(testAppUrl(this.ownerUrl));
    if (this.#different.databasePort) database.port = String(this.#different.databasePort);
    return {
      ...testEnvironment,
      DATABASE_URL: database.href,
      FEED_FOLDER,
      // Where the tests' own identity provider listens.
      SIGN_ON_PRIVATE_ADDRESSES: '127.0.0.1',
      PORT: String(this.port),
      PUBLIC_URL: `http://localhost:${this.port}`,
      NEXT_DIST_DIR: BUILD_FOLDER,
    };
  }
}
