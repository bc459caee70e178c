import { count, counted } from '../../text/numbers.ts';
import type { JobRow } from './jobs.ts';

/** A commit or undo job that has ended. */
export type EndedCommit = Omit<JobRow, 'submittedAt' | 'submittedBy' | 'startedAt' | 'finishedAt'>;

export interface Failure {
  staffNumber: string;
  message: string | null;
}

const staffMembers = (n: number): string => counted(n, 'staff member', 'staff members');

const ENDINGS: Record<string, string> = {
  completed: 'Staff synchronization committed',
  failed: 'The commit of a staff synchronization failed',
  cancelled: 'The commit of a staff synchronization was cancelled',
};

const UNDO_ENDINGS: Record<string, string> = {
  completed: 'A commit of a staff synchronization was undone',
  failed: 'The undo of a staff synchronization failed',
  cancelled: 'The undo of a staff synchronization was cancelled',
};

const COMMITTED = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  held: 'excluded',
  failed: 'failed',
};

const UNDONE = {
  updated: 'restored',
  created: 'created again',
  removed: 'removed',
  held: 'kept because they were edited since then',
  unchanged: 'already in the previous state',
  failed: 'failed',
};

/**
 * The message about a commit or undo that has ended. Pure.
 * @param failures the first ones; the message says how many more there are
 */
export function commitMessage(
  job: EndedCommit,
  failures: readonly Failure[],
): { subject: string; body: string } {
  const isUndo = job.kind === 'undo';
  const [words, endings] = isUndo ? [UNDONE, UNDO_ENDINGS] : [COMMITTED, ENDINGS];
  const counts = Object.entries(words).map(
    ([outcome, word]) => `${count(job[outcome as keyof typeof COMMITTED])} ${word}`,
  );
  const completed = job.status === 'completed';
  const left = job.total - job.processed;
  const lines = [
    `${counts.join(', ')} of ${staffMembers(job.total)}.`,
    !completed && left > 0
      ? `${staffMembers(left)} ${left === 1 ? 'was' : 'were'} not processed. What was ${isUndo ? 'undone' : 'committed'} before is kept.`
      : null,
    job.failure,
    failures.length > 0 ? '\nFailed:' : null,
    ...failures.map(({ staffNumber, message }) => `${staffNumber}: ${message ?? 'see the results'}`),
    job.failed > failures.length ? `and ${count(job.failed - failures.length)} more.` : null,
  ];
  const failed = job.failed > 0 ? `, ${count(job.failed)} failed` : '';
  return {
    subject: `${endings[job.status]}${completed ? failed : ''}`,
    body: lines.filter((line) => line !== null).join('\n'),
  };
}
