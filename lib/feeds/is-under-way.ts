import type { FeedRun } from './schema.ts';

/** Whether a user cancelled or restarted the synchronization while Campus validated it for the feed: its run never ends. */
export const isReplaced = ({ status, runStatus }: Pick<FeedRun, 'status' | 'runStatus'>): boolean =>
  status === 'validating' && runStatus === 'cancelled';

/** Whether the worker has something to do for a run. */
export const isUnderWay = (run: Pick<FeedRun, 'status' | 'runStatus'>): boolean =>
  ['queued', 'running', 'validating'].includes(run.status) && !isReplaced(run);
