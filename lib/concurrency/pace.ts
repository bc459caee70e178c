/**
 * Decides when the batches of a process begin: at once, or, while somebody waits for answers, one after the other. They begin in
 * the order in which they asked, so a batch may wait for one that asked before it.
 */
export class Pace {
  readonly #isCalled: () => Promise<boolean>;
  readonly #waiting: ((called: boolean) => void)[] = [];
  #working = 0;
  #deciding = false;

  /** @param isCalled whether somebody waits for answers now */
  constructor(isCalled: () => Promise<boolean>) {
    this.#isCalled = isCalled;
  }

  /**
   * Works on a batch when its time has come.
   * @param batch is told whether somebody waits for answers, and then keeps its transactions short
   */
  async work<T>(batch: (called: boolean) => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#waiting.push(resolve);
    void this.#beginNext();
    const called = await promise;
    try {
      return await batch(called);
    } finally {
      this.#working -= 1;
      void this.#beginNext();
    }
  }

  async #beginNext(): Promise<void> {
    if (this.#deciding) return;
    this.#deciding = true;
    while (this.#waiting.length > 0) {
      const called = await this.#isCalled();
      if (called && this.#working > 0) break;
      this.#working += 1;
      this.#waiting.shift()?.(called);
    }
    this.#deciding = false;
  }
}

/** For work that gives way to nobody. */
export const fullPace = (): Pace => new Pace(async () => false);
