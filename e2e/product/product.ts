import { join } from 'node:path';
import { waitUntilReady } from '../../bin/up/wait-until-ready.ts';
import { freePort } from '../../db/embedded/free-port.ts';
import { migrate } from '../../db/migrate.ts';
import { testAppUrl, testEnvironment } from '../../db/testing/environment.ts';
import { type Process, startProcess } from './process.ts';

const READY_PATIENCE_MS = 60_000;
/** What its feeds may read. */
export const FEED_FOLDER = join(import.meta.dirname, '../../test-results/feeds');
export const BUILD_FOLDER = process.env.NEXT_DIST_DIR ?? '.next-test';

/** The product's processes on a database; each may be stopped, killed and started again. */
export class Product {
  readonly ownerUrl: string;
  readonly port: number;
  readonly baseUrl: string;
  web: Process | undefined;
  worker: Process | undefined;

  private constructor(ownerUrl: string, port: number) {
    this.ownerUrl = ownerUrl;
    this.port = port;
    this.baseUrl = `http://localhost:${port}/campus`;
  }

  /** With its schema, but nothing started. */
  static async on(ownerUrl: string): Promise<Product> {
    await migrate(ownerUrl, testAppUrl(ownerUrl));
    return new Product(ownerUrl, await freePort());
  }

  startWeb(): void {
    this.web = startProcess('web', this.#environment());
  }

  startWorker(): void {
    this.worker = startProcess('worker', this.#environment());
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

  #environment(): Record<string, string> {
    return {
      ...testEnvironment,
      DATABASE_URL: testAppUrl(this.ownerUrl),
      FEED_FOLDER,
      PORT: String(this.port),
      PUBLIC_URL: `http://localhost:${this.port}`,
      NEXT_DIST_DIR: BUILD_FOLDER,
    };
  }
}
