import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { growingPause } from './growing-pause.ts';

const STOP_TIMEOUT_MS = 20_000;

export type Supervised = {
  /** Stops the process and starts it again at once. */
  restart(): void;
  /** Stops it, by force after a timeout, and does not start it again. */
  stop(): Promise<void>;
};

/** Keeps one process running: whenever it ends, it starts again after a pause. */
export function supervise(name: string, start: () => ChildProcess, say: (line: string) => void): Supervised {
  let child: ChildProcess | undefined;
  let stopped = false;
  let wanted = false;
  const stopping = new AbortController();

  const loop = async () => {
    for (const pauseAfter = growingPause(); !stopped; ) {
      const started = Date.now();
      child = start();
      const end = await ended(child);
      child = undefined;
      if (stopped) return;
      if (wanted) {
        wanted = false;
        continue;
      }
      const wait = pauseAfter(Date.now() - started);
      say(`${name} ended (${end}). It starts again in ${wait / 1000} s.`);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const done = loop();

  return {
    restart() {
      wanted = true;
      child?.kill('SIGTERM');
    },
    async stop() {
      stopped = true;
      stopping.abort();
      child?.kill('SIGTERM');
      const force = setTimeout(() => child?.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await done;
      clearTimeout(force);
    },
  };
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
}
