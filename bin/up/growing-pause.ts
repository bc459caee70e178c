const FIRST_MS = 500;
const LONGEST_MS = 30_000;
const SETTLED_MS = 60_000;

/**
 * How long to wait before what died is started again: from half a second it doubles to half a minute, and begins
 * anew once something has lived for a minute.
 *
 * @returns a function from the life that just ended to the pause, both in milliseconds
 */
export function growingPause(): (livedMs: number) => number {
  let next = FIRST_MS;
  return (livedMs) => {
    const pause = livedMs > SETTLED_MS ? FIRST_MS : next;
    next = Math.min(LONGEST_MS, pause * 2);
    return pause;
  };
}
