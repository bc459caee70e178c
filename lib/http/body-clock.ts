import { TooSlow, Unreadable } from '../failure.ts';
import { HTTP_TEXTS } from './texts.ts';

/** How a body must arrive. */
export interface Pace {
  /** Longest pause between two pieces, and the time over which the rate is counted. */
  windowMs: number;
  bytesPerSecond: number;
}

/** A modem of the 1990s sends ten times as much. */
export const PACE: Pace = { windowMs: 30_000, bytesPerSecond: 512 };

/**
 * Ends a body that pauses or trickles: a sender who keeps a call open keeps its turn. Only the time in which bytes
 * are awaited counts, so Campus' own work slows nobody down.
 */
export class BodyClock {
  readonly #pace: Pace;
  #waited = 0;
  #bytes = 0;

  constructor(pace: Pace = PACE) {
    this.#pace = pace;
  }

  /** The next piece of the body. @throws TooSlow, Unreadable if the sender hangs up */
  async next<T extends { value?: Uint8Array | undefined }>(reading: Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(new TooSlow(HTTP_TEXTS.bodyPaused(this.#pace.windowMs / 1000))),
      this.#pace.windowMs,
    );
    const began = performance.now();
    try {
      const piece = await Promise.race([reading.catch(hungUp), late]);
      this.#count(performance.now() - began, piece.value?.byteLength ?? 0);
      return piece;
    } finally {
      clearTimeout(timer);
      reading.catch(() => {});
    }
  }

  #count(milliseconds: number, bytes: number): void {
    this.#waited += milliseconds;
    this.#bytes += bytes;
    if (this.#waited < this.#pace.windowMs) return;
    if (this.#bytes < (this.#pace.bytesPerSecond * this.#waited) / 1000)
      throw new TooSlow(HTTP_TEXTS.bodySlow(this.#pace.bytesPerSecond, this.#pace.windowMs / 1000));
    this.#waited = 0;
    this.#bytes = 0;
  }
}

/** A sender that hangs up has the same code (ECONNRESET) as a database that is away. */
function hungUp(error: unknown): never {
  throw error instanceof TypeError ? error : new Unreadable(HTTP_TEXTS.bodyCutOff());
}
