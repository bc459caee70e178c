const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;
const SETTLED_MS = 60_000;

/**
 * How long to wait before a process is started again: half a second at first, doubled each time up to half a minute.
 * After a process has run for a minute, it starts with half a second again.
 *
 * @returns a function from how long the process ran to the pause, both in milliseconds
 */
export function growingPause(): (ranMs: number) => number {
  let next = FIRST_PAUSE_MS;
  return (ranMs) => {
    const pause = ranMs > SETTLED_MS ? FIRST_PAUSE_MS : next;
    next = Math.min(MAX_PAUSE_MS, pause * 2);
    return pause;
  };
}
