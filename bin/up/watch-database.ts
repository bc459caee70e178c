import { setTimeout as pause } from 'node:timers/promises';
import { runningPostmaster, stopPostmaster } from '../../db/embedded/postmaster.ts';
import type { EmbeddedServer } from '../../db/embedded/start.ts';
import { growingPause } from './growing-pause.ts';
import type { Supervised } from './supervise.ts';

const POLL_MS = 500;

/**
 * Keeps the embedded server running. It is no child process (see startEmbedded), so its process is checked regularly.
 *
 * @param start starts it again, on the same port if that is free
 * @param moved is called when it needed another port
 */
export function watchDatabase(
  first: EmbeddedServer,
  start: (preferredPort: number) => Promise<EmbeddedServer>,
  moved: () => void,
  say: (line: string) => void,
): Pick<Supervised, 'stop'> {
  let server = first;
  const stopping = new AbortController();
  const wait = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => {});

  const loop = async () => {
    const pauseAfter = growingPause();
    let started = Date.now();
    for (; !stopping.signal.aborted; await wait(POLL_MS)) {
      if (runningPostmaster(server.directory)) continue;
      const between = pauseAfter(Date.now() - started);
      say(`Postgres ended. It starts again in ${between / 1000} s.`);
      await wait(between);
      if (stopping.signal.aborted) return;
      started = Date.now();
      try {
        const { port } = server;
        server = await start(port);
        if (server.port !== port) moved();
      } catch (error) {
        say(`Postgres could not start: ${(error as Error).message}`);
      }
    }
  };
  const done = loop();

  return {
    async stop() {
      stopping.abort();
      await done;
      await stopPostmaster(server.directory);
    },
  };
}
