import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Handler } from './front.ts';

const POLL_MS = 250;
/** A call that is cut takes back what it has copied, and frees its Idempotency-Key: a few statements. */
const CUT_CALLS_MS = 5_000;
/** How long a server may take to accept the connections that wait: a busy one had 344, and more arrive meanwhile. */
const ACCEPT_MS = 10_000;
/** A round of the event loop that lasts longer may have left a connection waiting. */
const SHORT_ROUND_MS = 1;

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
   * Accepts the connections that wait, refuses new ones and waits for the running calls. Those that are left after `seconds` lose their connection, and
   * a moment in which they can clean up.
   */
  async end(server: Server, seconds: number): Promise<void> {
    this.#ending = true;
    // Their connections end with the answer, or they would bring new calls.
    for (const response of this.#calls.keys()) response.shouldKeepAlive = false;
    const closed = once(server, 'close');
    await acceptWaiting(server);
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

/**
 * Node accepts one connection in each round of its event loop, so some wait when it is busy. `close` would reset them, and a
 * proxy must not send a POST again that may have arrived.
 */
async function acceptWaiting(server: Server): Promise<void> {
  let accepted = false;
  const note = () => {
    accepted = true;
  };
  server.on('connection', note);
  const deadline = performance.now() + ACCEPT_MS;
  // The first may be what is left of the round that is running.
  await nextRound();
  for (let since = performance.now(); since < deadline; since = performance.now()) {
    accepted = false;
    await nextRound();
    if (!accepted && performance.now() - since < SHORT_ROUND_MS) break;
  }
  server.off('connection', note);
}

const nextRound = () => new Promise<void>((resolve) => setImmediate(resolve));
