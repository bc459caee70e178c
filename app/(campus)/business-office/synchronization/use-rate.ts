'use client';

import { useEffect, useState } from 'react';

interface Sample {
  at: number;
  processed: number;
}

/** Long enough for a steady figure, short enough to notice a change. */
const WINDOW_MS = 10_000;

/** People a second over the last ten seconds, once two answers have come; null before. */
export function useRate(processed: number): number | null {
  const [samples, setSamples] = useState<Sample[]>([]);
  useEffect(() => {
    const at = performance.now();
    setSamples((before) => {
      const last = before.at(-1);
      // A new job starts counting at zero.
      const kept = last && last.processed > processed ? [] : before.filter((s) => s.at > at - WINDOW_MS);
      return last?.processed === processed && kept.length > 0 ? kept : [...kept, { at, processed }];
    });
  }, [processed]);
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < 500) return null;
  return ((last.processed - first.processed) * 1000) / (last.at - first.at);
}
