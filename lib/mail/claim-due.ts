import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { asStored, inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { mail } from '../../db/schema/mail.ts';
import type { District } from '../context.ts';
import { MAIL_QUEUE, sendJob } from '../jobs/queue.ts';

const BATCH_ROWS = 20;
/** Twenty deliveries to a server that answers nothing take ten minutes (mailer.ts). */
const CLAIM_MS = 11 * 60_000;

const dueMails = defineQuery('e-mails that are due', (orm, p: Params<{ now: Date; limit: number }>) =>
  orm
    .select({
      id: mail.id,
      userId: mail.userId,
      type: mail.type,
      subject: mail.subject,
      body: mail.body,
      link: mail.link,
      secretCipher: mail.secretCipher,
      expiresAt: mail.expiresAt,
      /** How often it was tried before. */
      attempts: mail.attempts,
      username: appUser.username,
      name: appUser.name,
      /** Null for a user who can't sign in. */
      email: sql<string | null>`case when ${appUser.disabledAt} is null then ${appUser.email} end`,
    })
    .from(mail)
    .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, mail.userId)))
    .where(and(inDistrict(mail), isNull(mail.endedAt), lte(mail.dueAt, p.now)))
    .orderBy(asc(mail.dueAt), asc(mail.id))
    .limit(p.limit)
    .for('update', { of: mail, skipLocked: true }),
);
export type DueMail = Awaited<ReturnType<typeof dueMails>>[number];

const holdMails = defineCommand(
  'keep e-mails from other workers',
  (orm, p: Params<{ ids: readonly string[]; until: Date }>) =>
    orm
      .update(mail)
      .set({ dueAt: asStored(p.until, mail.dueAt), attempts: sql`${mail.attempts} + 1` })
      .where(and(inDistrict(mail), isOneOf(mail.id, p.ids))),
);

/**
 * Takes a batch of the district's due e-mails for this worker: none other gets them for the next eleven minutes. A job at
 * the end of that time tries those again whose worker died.
 */
export const claimDueMails = (db: Database, { id }: District, now: Date): Promise<DueMail[]> =>
  db.inDistrict(id, async (tx) => {
    const due = await dueMails(tx, { now, limit: BATCH_ROWS });
    const [first] = due;
    if (!first) return [];
    const until = new Date(now.getTime() + CLAIM_MS);
    await holdMails(tx, { ids: due.map((one) => one.id), until });
    await sendJob(db, tx, MAIL_QUEUE, { districtId: id, jobId: first.id }, { startAfter: until });
    return due;
  });
