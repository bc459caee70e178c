import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { sendMessages } from '../../notify/send-messages.ts';
import type { JobStatus } from '../schema.ts';
import type { JobKind } from './jobs.ts';

/** Failures that the message itself names; the results have all. */
const NAMED = 10;

/** A commit or undo job that has ended, as its row stands now. */
export type EndedCommit = {
  id: string;
  runId: string;
  kind: JobKind;
  removed: number;
  failure: string | null;
} & Pick<
  JobStatus,
  'status' | 'total' | 'processed' | 'created' | 'updated' | 'unchanged' | 'held' | 'failed'
>;

/** Tells the recipients of *HR Sync Commit* how a commit, or the undo of one, ended: one message, and none of *HR-Staff* (NOT-4). */
export async function tellCommitEnded(
  tx: Transaction,
  newId: Context['newId'],
  job: EndedCommit,
  now: Date,
): Promise<void> {
  const failures = job.failed > 0 ? await firstFailures(tx, job.runId) : [];
  await sendMessages(tx, newId, {
    type: 'HR Sync Commit',
    ...commitMessage(job, failures),
    link: `/business-office/synchronization/${job.runId}`,
    eventKey: `commit:${job.id}`,
    createdAt: now,
  });
}

interface Failure {
  staffNumber: string;
  message: string | null;
}

const firstFailures = (tx: Transaction, runId: string): Promise<Failure[]> =>
  tx.rows(
    `select staff_number as "staffNumber", errors -> 0 ->> 'message' as message from sync_result
      where district_id = $1 and run_id = $2 and outcome = 'failed' order by seq limit $3`,
    [tx.districtId, runId, NAMED],
  );

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
  held: 'held',
  failed: 'failed',
};
const UNDONE = {
  updated: 'restored',
  created: 'put back',
  removed: 'removed',
  held: 'kept as edited since',
  unchanged: 'had nothing to undo',
  failed: 'failed',
};

/** Pure: what the message says. */
export function commitMessage(
  job: EndedCommit,
  failures: readonly Failure[],
): { subject: string; body: string } {
  const [words, endings] = job.kind === 'undo' ? [UNDONE, UNDO_ENDINGS] : [COMMITTED, ENDINGS];
  const counts = Object.entries(words).map(
    ([outcome, word]) => `${job[outcome as keyof typeof COMMITTED].toLocaleString('en-US')} ${word}`,
  );
  const whole = job.status === 'completed';
  const lines = [
    `${counts.join(', ')} of ${job.total.toLocaleString('en-US')} staff members.`,
    !whole && job.processed < job.total
      ? `${(job.total - job.processed).toLocaleString('en-US')} were not reached. What was ${job.kind === 'undo' ? 'undone' : 'committed'} stands.`
      : null,
    job.failure,
    failures.length > 0 ? '\nFailed:' : null,
    ...failures.map(({ staffNumber, message }) => `${staffNumber}: ${message ?? 'see the results'}`),
    job.failed > failures.length
      ? `and ${(job.failed - failures.length).toLocaleString('en-US')} more.`
      : null,
  ];
  const failed = job.failed > 0 ? `, ${job.failed.toLocaleString('en-US')} failed` : '';
  return {
    subject: `${endings[job.status]}${whole ? failed : ''}`,
    body: lines.filter((line) => line !== null).join('\n'),
  };
}
