import type { Warning } from '../failure.ts';
import { RECORD_TEXTS } from './texts.ts';

interface Employment {
  terminationDate: string | null;
}
interface Position {
  endDate: string | null;
}

/**
 * Every employment has ended, and a position is open: HR likely forgot to end it (STAFF-7).
 * @param today `YYYY-MM-DD`, in the district; an employment that ends today has not ended yet
 */
export function stillOpen(
  employments: readonly Employment[],
  positions: readonly Position[],
  today: string,
  pointer: string,
): Warning[] {
  const open = positions.filter(({ endDate }) => endDate === null).length;
  const ends = employments.map(({ terminationDate }) => terminationDate ?? '').sort();
  const last = ends.at(-1);
  const allEnded = ends[0] !== '' && last !== undefined && last < today;
  if (!allEnded || open === 0) return [];
  const message = RECORD_TEXTS.positionStillOpen(ends.length, last, open);
  return [{ code: 'positionStillOpen', message, pointer }];
}
