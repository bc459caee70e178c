import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { type FeedRunStatus, feedRun } from '../../../db/schema/feed.ts';
import type { Context } from '../../context.ts';
import { queueChosenMail } from '../../mail/queue-chosen.ts';
import { sendMessages } from '../../notify/send-messages.ts';
import { FEED_MESSAGES } from './texts.ts';

type At = Pick<Context, 'db' | 'newId' | 'now'>;

interface Ended {
  id: string;
  status: FeedRunStatus;
  at: Date;
  /** Null keeps what is stored. */
  reason: string | null;
  /** Only as long as the run has this attempt; null where no worker holds it. */
  attempt: number | null;
}

const setEnded = defineCommand('end a run of a feed', (orm, p: Params<Ended>) =>
  orm
    .update(feedRun)
    .set({
      status: asStored(p.status, feedRun.status),
      endedAt: asStored(p.at, feedRun.endedAt),
      reason: sql`coalesce(${asStored(p.reason, feedRun.reason)}, ${feedRun.reason})`,
    })
    .where(
      and(
        inDistrict(feedRun),
        eq(feedRun.id, p.id),
        inArray(feedRun.status, ['queued', 'running', 'validating']),
        sql`(${p.attempt}::integer is null or ${feedRun.attempt} = ${p.attempt}::integer)`,
      ),
    ),
);

/** @returns whether it was still under way, for this attempt */
export const endFeedRun = async (
  tx: Transaction,
  ended: Omit<Ended, 'reason' | 'attempt'> & Partial<Ended>,
): Promise<boolean> => (await setEnded(tx, { reason: null, attempt: null, ...ended })) > 0;

/** A feed did not take its file, or not to its end: the page, a message and e-mails say why. Once for each run. */
export async function failFeedRun(
  at: At,
  tx: Transaction,
  { id, feedId, feed, attempt = null }: { id: string; feedId: string; feed: string; attempt?: number | null },
  reason: string,
): Promise<boolean> {
  if (!(await endFeedRun(tx, { id, status: 'failed', at: at.now, reason, attempt }))) return false;
  await notifyOfFeed(at, tx, {
    type: 'feedFailed',
    subject: FEED_MESSAGES.failed(feed),
    body: FEED_MESSAGES.failedBody(reason),
    link: `/business-office/feeds?feed=${feedId}`,
    eventKey: `feed:${id}`,
  });
  return true;
}

export async function notifyOfFeed(
  at: At,
  tx: Transaction,
  {
    type,
    ...report
  }: { subject: string; body: string; link: string; eventKey: string } & {
    type: 'feedFailed' | 'feedValidated';
  },
): Promise<void> {
  await sendMessages(tx, at.newId, { type: 'HR Sync Commit', ...report, createdAt: at.now });
  await queueChosenMail(at, tx, { type, ...report });
}
