import type { Transaction } from '../../db/client.ts';
import { rowWriter } from '../../db/rows.ts';
import { type MailType, mail } from '../../db/schema/mail.ts';
import type { Context } from '../context.ts';
import { MAIL_QUEUE, sendJob } from '../jobs/queue.ts';

/** News that is three days old is in the Message Center. */
const KEPT_MS = 3 * 24 * 3_600_000;

export interface NewMail {
  type: MailType;
  subject: string;
  /** Plain text; an empty line begins a paragraph. */
  body: string;
  /** A path below the base path. */
  link: string;
  /** Seals the end of the link for the e-mail with this id, if it is a secret. */
  sealSecret?: (mailId: string) => Buffer;
  /** The event that it reports: each user gets one e-mail of it, whatever is retried. */
  eventKey: string;
  /** Not delivered after that; three days if left out. */
  expiresAt?: Date;
}

const mails = rowWriter(mail, [
  ...(['id', 'userId', 'type', 'subject', 'body', 'link', 'secretCipher', 'eventKey', 'createdAt'] as const),
  ...(['expiresAt', 'dueAt'] as const),
]);

/** Queues an e-mail to each of these users in the transaction of what it reports. The worker delivers it. */
export async function queueMail(
  ctx: Pick<Context, 'db' | 'newId' | 'now'>,
  tx: Transaction,
  userIds: readonly string[],
  { sealSecret, expiresAt, ...given }: NewMail,
): Promise<void> {
  const rows = userIds.map((userId) => {
    const id = ctx.newId();
    return {
      ...given,
      id,
      userId,
      secretCipher: sealSecret?.(id) ?? null,
      createdAt: ctx.now,
      expiresAt: expiresAt ?? new Date(ctx.now.getTime() + KEPT_MS),
      dueAt: ctx.now,
    };
  });
  const [first] = await mails.insertNew(tx, rows, ['userId', 'eventKey']);
  if (first) await sendJob(ctx.db, tx, MAIL_QUEUE, { districtId: tx.districtId, jobId: first });
}
