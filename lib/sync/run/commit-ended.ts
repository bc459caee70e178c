import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import type { Context } from '../../context.ts';
import { sendMessages } from '../../notify/send-messages.ts';
import type { JobRow } from './jobs.ts';

/** Failures that the message names; the results have all. */
const MAX_NAMED = 10;

/** A commit or undo job that has ended. */
export type EndedCommit = Omit<JobRow, 'submittedAt' | 'submittedBy' | 'startedAt' | 'finishedAt'>;

/** Notifies the recipients of *HR Sync Commit* how a commit or its undo ended: one message, and none of *HR-Staff* (NOT-4). */
export async function notifyCommitEnded(
  tx: Transaction,
  newId: Context['newId'],
  job: EndedCommit,
  now: Date,
): Promise<void> {
  const failures = job.failed > 0 ? await firstFailures(tx, { runId: job.runId, limit: MAX_NAMED }) : [];
  await sendMessages(tx, newId, {
    type: 'HR Sync Commit',
    ...commitMessage(job, failures),
    link: `/business-office/synchronization/${job.runId}`,
    eventKey: `commit:${job.id}`,
    createdAt: now,
  });
}

const firstFailures = defineQuery(
  'the first failures of a run',
  (orm, p: Params<{ runId: string; limit: number }>) =>
    orm
      .select({
        staffNumber: syncResult.staffNumber,
        message: sql<string | null>`${syncResult.errors} -> 0 ->> 'message'`,
      })
      .from(syncResult)
      .where(and(inDistrict(syncResult), eq(syncResult.runId, p.runId), eq(syncResult.outcome, 'failed')))
      .orderBy(syncResult.seq)
      .limit(p.limit),
);
type Failure = Awaited<ReturnType<typeof firstFailures>>[number];

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
  created: 'created again',
  removed: 'removed',
  held: 'kept because they were edited since',
  unchanged: 'had nothing to undo',
  failed: 'failed',
};

/** The message about a commit or undo that has ended. Pure. */
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
      ? `${(job.total - job.processed).toLocaleString('en-US')} were not reached. What was ${job.kind === 'undo' ? 'undone' : 'committed'} is kept.`
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
