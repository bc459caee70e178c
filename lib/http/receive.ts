import { BodyClock, type Pace } from './body-clock.ts';

/** What was received of a body. */
export interface Received {
  bytes: Uint8Array;
  /** False if there is more, or if the rest did not arrive in time. */
  whole: boolean;
}

/**
 * Receives a body up to a number of bytes, and for at most `patience` milliseconds if given. The server discards the
 * rest once the answer is sent.
 *
 * @param onCut gets what had arrived of a body that stopped
 * @throws TooSlow, Unreadable if the sender hangs up
 */
export async function receive(
  request: Request,
  {
    limit,
    patience,
    pace,
    onCut,
  }: { limit: number; patience?: number; pace?: Pace | undefined; onCut?: (part: Received) => void },
): Promise<Received> {
  if (!request.body) return { bytes: new Uint8Array(), whole: true };
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const late = patience === undefined ? undefined : timer(patience);
  const clock = new BodyClock(pace);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const received = (whole: boolean) => ({ bytes: Buffer.concat(chunks).subarray(0, limit), whole });
  try {
    for (;;) {
      const next = clock.next(reader.read());
      const turn = late ? await Promise.race([next, late.rings]) : await next;
      if (turn === 'late') {
        next.catch(() => {});
        return received(false);
      }
      if (turn.done) return received(true);
      chunks.push(turn.value);
      size += turn.value.byteLength;
      if (size > limit) return received(false);
    }
  } catch (error) {
    onCut?.(received(false));
    throw error;
  } finally {
    late?.stop();
    reader.releaseLock();
  }
}

function timer(milliseconds: number) {
  const { promise, resolve } = Promise.withResolvers<'late'>();
  const running = setTimeout(() => resolve('late'), milliseconds);
  return { rings: promise, stop: () => clearTimeout(running) };
}
