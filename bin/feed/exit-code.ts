import type { FeedRun } from '../../lib/feeds/schema.ts';

/** For scripts: what became of a feed's file. */
export function exitCodeOf({ status }: Pick<FeedRun, 'status'>): number {
  if (status === 'held') return 5;
  return ['transferred', 'validated', 'commitStarted', 'unchanged'].includes(status) ? 0 : 4;
}
