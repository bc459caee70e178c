import { setImmediate } from 'node:timers/promises';

const WORK_MS = 10;

/** Lets other calls of the process run while a long computation goes on. */
export class Breather {
  #since = performance.now();

  /** Awaited between the steps of the computation: gives way if it has run for 10 ms, else it costs nothing. */
  breathe(): Promise<void> | undefined {
    return performance.now() - this.#since < WORK_MS ? undefined : this.#giveWay();
  }

  async #giveWay(): Promise<void> {
    await setImmediate();
    this.#since = performance.now();
  }
}
