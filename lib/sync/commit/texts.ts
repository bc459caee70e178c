import { count } from '../../text/numbers.ts';

/** What HR reads of a commit. Property and call names are the API's. */
export const COMMIT_TEXTS = {
  alreadyRunning: () => 'A commit is already in progress. Call commitJobStatus to see its progress.',
  jobOnly: (limit: number) =>
    `In this district more than ${count(limit)} staff are committed as a job only. Call submitCommitJob, then commitJobStatus.`,
  jobRecommended: (recommended: number, total: number) =>
    `For more than ${count(recommended)} staff use submitCommitJob and commitJobStatus; this run had ${count(total)}.`,
  cancelled: () =>
    'An administrator cancelled the commit. What was already committed is kept; everyone else is unchanged.',
  jobFailed: () => 'The commit failed. Try again.',
  /** @param sqlState of the database's refusal; its own text may hold data of the person */
  notStored: (sqlState: string | undefined) =>
    `Campus could not store this person${sqlState ? ` (SQLSTATE ${sqlState})` : ''}. Nothing of the person was changed.`,
  notStoredHint: () => 'Validate again. If the error persists, report it.',
} as const;
