import type { SyncRun } from '../../lib/sync/schema.ts';

/** The sentences of the home page. */
export const HOME_TEXTS = {
  lead: (district: string): string => `The state of the integration in ${district}.`,

  /** What the current run waits for; a run that has ended waits for nothing. */
  next: {
    transferring: 'HR is transferring staff. End the transfer once all have arrived.',
    transferred: 'All staff have been transferred. Validate them next.',
    validated: 'Read the validation report, then commit.',
    committing: 'The commit is in progress.',
  } satisfies Partial<Record<SyncRun['status'], string>> as Partial<Record<SyncRun['status'], string>>,

  noRun: (hasCommitted: boolean): string =>
    hasCommitted ? 'No synchronization is in progress.' : 'No synchronization has been committed yet.',
  startNext: (hasCommitted: boolean): string =>
    hasCommitted
      ? 'Start the next one when HR is ready.'
      : 'Start a transfer to compare HR’s staff with Campus.',
};
