import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterLoad } from '../ui/after-load.ts';

const FIRST = 25;
const STEP = 10;

const MOVES = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'focusin'] as const;
const SOON_MS = 2_000;

/** Resolves at the first input after the page has loaded, or a moment later, so that loading is not slowed down. */
const reading: Promise<void> = afterLoad.then(
  () =>
    new Promise((resolve) => {
      if (typeof document === 'undefined') return resolve();
      const begin = () => {
        for (const move of MOVES) removeEventListener(move, begin, true);
        clearTimeout(soon);
        resolve();
      };
      const soon = setTimeout(begin, SOON_MS);
      for (const move of MOVES) addEventListener(move, begin, { capture: true, passive: true });
    }),
);

/** Tables that wait for an idle moment, all of the page: one at a time, so that no task gets long. */
const waiting = new Set<() => void>();
let booked = false;

function book() {
  if (booked) return;
  booked = true;
  // Safari has no idle callbacks, so a short pause replaces them.
  if (typeof requestIdleCallback === 'undefined') setTimeout(turn, 20);
  else requestIdleCallback(turn, { timeout: 500 });
}

function turn() {
  booked = false;
  for (const next of waiting) {
    waiting.delete(next);
    next();
    break;
  }
  if (waiting.size > 0) book();
}

/**
 * How many entries are rendered now: a few at first, the others in small steps whenever the browser is idle, so that a thousand rows don't delay the first click. All of them before printing.
 */
export function useDrawn(total: number): number {
  const [drawn, setDrawn] = useState(FIRST);
  useEffect(() => {
    if (drawn >= total) return;
    const more = () => setDrawn((before) => before + STEP);
    let gone = false;
    reading.then(() => {
      if (gone) return;
      waiting.add(more);
      book();
    });
    return () => {
      gone = true;
      waiting.delete(more);
    };
  }, [drawn, total]);
  useEffect(() => {
    const all = () => flushSync(() => setDrawn(total));
    addEventListener('beforeprint', all);
    return () => removeEventListener('beforeprint', all);
  }, [total]);
  return Math.min(drawn, total);
}
