import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Handler } from './front.ts';

const POLL_MS = 250;
/** A call that is cut takes back what it has copied, and frees its Idempotency-Key: a few statements. */
const CUT_CALLS_MS = 5_000;

/** The calls that a server is answering, so that it can end without cutting them. */
export class RunningCalls {
  readonly #calls = new Map<ServerResponse, Promise<void>>();
  #ending = false;

  watch(handle: Handler): Handler {
    return (request, response) => {
      if (this.#ending) response.shouldKeepAlive = false;
      const call = handle(request, response).finally(() => this.#calls.delete(response));
      this.#calls.set(response, call);
      return call;
    };
  }

  /**
   * Refuses new connections and waits for the running calls. Those that are left after `seconds` lose their connection, and
   * a moment in which they can clean up.
   */
  async end(server: Server, seconds: number): Promise<void> {
    this.#ending = true;
    // Their connections end with the answer, or they would bring new calls.
    for (const response of this.#calls.keys()) response.shouldKeepAlive = false;
    const closed = once(server, 'close');
    server.close();
    // An answer that had begun before keeps its connection.
    const idle = setInterval(() => server.closeIdleConnections(), POLL_MS);
    const cut = setTimeout(() => server.closeAllConnections(), seconds * 1_000);
    await closed;
    clearInterval(idle);
    clearTimeout(cut);
    const cleanedUp = Promise.allSettled(this.#calls.values());
    await Promise.race([cleanedUp, pause(CUT_CALLS_MS, undefined, { ref: false })]);
  }
}
