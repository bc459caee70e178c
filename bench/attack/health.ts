import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const PAUSE_MS = 10;
const PATIENCE_MS = 120_000;

/** How long an empty call takes, asked all the time from a thread of its own: what this process does meanwhile delays nothing. */
export class Health {
  readonly #worker: Worker;

  constructor(baseUrl: string) {
    this.#worker = new Worker(new URL(import.meta.url), { workerData: `${baseUrl}/api/health/live` });
  }

  /** Milliseconds of the slowest call since the last look. */
  async slowest(): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#worker.once('message', resolve);
    this.#worker.postMessage('look');
    return promise;
  }

  close = (): Promise<number> => this.#worker.terminate();
}

if (!isMainThread) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let slowest = 0;
  let begun: number | undefined;
  parentPort?.on('message', () => {
    // A call that is still waiting counts, too.
    parentPort?.postMessage(
      Math.round(Math.max(slowest, begun === undefined ? 0 : performance.now() - begun)),
    );
    slowest = 0;
  });
  for (;;) {
    begun = performance.now();
    await new Promise<void>((resolve) => {
      request(workerData as string, { agent, timeout: PATIENCE_MS }, (answer) =>
        answer.resume().once('end', resolve),
      )
        .once('error', () => resolve())
        .end();
    });
    slowest = Math.max(slowest, performance.now() - begun);
    begun = undefined;
    await sleep(PAUSE_MS);
  }
}
