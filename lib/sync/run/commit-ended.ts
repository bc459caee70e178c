import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import type { Context } from '../../context.ts';
import { queueChosenMail } from '../../mail/queue-chosen.ts';
import { sendMessages } from '../../notify/send-messages.ts';
import { commitMessage, type EndedCommit } from './commit-message.ts';
import { hasOutcome } from './has-outcome.ts';

/** Failures that the message names; the results have all. */
const MAX_NAMED = 10;

/**
 * Notifies the recipients of *HR Sync Commit* how a commit or its undo ended: one message, and none of *HR-Staff* (NOT-4).
 * Users who chose it get the same by e-mail.
 */
export async function notifyCommitEnded(
  { db, newId }: Pick<Context, 'db' | 'newId'>,
  tx: Transaction,
  job: EndedCommit,
  now: Date,
): Promise<void> {
  const failures = job.failed > 0 ? await firstFailures(tx, { runId: job.runId, limit: MAX_NAMED }) : [];
  const report = {
    ...commitMessage(job, failures),
    link: `/business-office/synchronization/${job.runId}`,
    eventKey: `commit:${job.id}`,
  };
  await sendMessages(tx, newId, { type: 'HR Sync Commit', ...report, createdAt: now });
  const type = job.status === 'completed' ? 'commitDone' : 'commitFailed';
  await queueChosenMail({ db, newId, now }, tx, { type, ...report });
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
      .where(and(inDistrict(syncResult), eq(syncResult.runId, p.runId), hasOutcome('failed')))
      .orderBy(syncResult.seq)
      .limit(p.limit),
);
