import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { type MailOutcome, mail } from '../../db/schema/mail.ts';
import type { District } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { MAIL_QUEUE, sendJob } from '../jobs/queue.ts';
import type { Log } from '../log.ts';
import { CHOSEN_MAIL_TYPES } from './chosen-types.ts';
import { claimDueMails, type DueMail } from './claim-due.ts';
import { type Mailer, NotSent } from './mailer.ts';
import { nextTry } from './next-try.ts';
import { offToken } from './off-token.ts';
import { renderMail } from './render-mail.ts';
import { openMailSecret } from './secret.ts';

export interface Delivery {
  db: Database;
  keys: CryptoKeys;
  /** Undefined where no e-mail is set up: what is due is then given up. */
  mailer: Mailer | undefined;
  publicUrl: string;
  log: Log;
  now: () => Date;
}

const endMail = defineCommand(
  'end an e-mail',
  (orm, p: Params<{ id: string; now: Date; outcome: MailOutcome; problem: string | null }>) =>
    orm
      .update(mail)
      .set({
        endedAt: asStored(p.now, mail.endedAt),
        outcome: asStored(p.outcome, mail.outcome),
        problem: asStored(p.problem, mail.problem),
        secretCipher: null,
      })
      .where(and(inDistrict(mail), eq(mail.id, p.id), isNull(mail.endedAt))),
);
/** Not if another worker has tried it since. */
const postponeMail = defineCommand(
  'try an e-mail again later',
  (orm, p: Params<{ id: string; attempts: number; dueAt: Date; problem: string }>) =>
    orm
      .update(mail)
      .set({ dueAt: asStored(p.dueAt, mail.dueAt), problem: asStored(p.problem, mail.problem) })
      .where(and(inDistrict(mail), eq(mail.id, p.id), eq(mail.attempts, p.attempts), isNull(mail.endedAt))),
);

/**
 * Delivers the district's due e-mails. Each outcome is saved before the next e-mail is sent: a worker that dies sends at
 * most one twice, with the same Message-ID.
 */
export async function deliverDueMails(delivery: Delivery, district: District): Promise<void> {
  const { db, now } = delivery;
  for (;;) {
    const due = await claimDueMails(db, district, now());
    if (due.length === 0) return;
    let unreachable: NotSent | undefined;
    for (const one of due) {
      const problem = unreachable ?? (await deliver(delivery, district, one));
      if (problem && problem.reason !== 'refused') await postpone(delivery, district, one, problem);
      if (problem?.reason === 'unreachable') unreachable = problem;
    }
  }
}

/** @returns why it was not sent, unless it has ended */
async function deliver(delivery: Delivery, district: District, one: DueMail): Promise<NotSent | undefined> {
  const { mailer, keys, publicUrl, log, now } = delivery;
  const end = async (outcome: MailOutcome, problem: string | null = null) => {
    await delivery.db.inDistrict(district.id, (tx) =>
      endMail(tx, { id: one.id, now: now(), outcome, problem }),
    );
    const facts = { mail: one.id, type: one.type, outcome, ...(problem && { problem }) };
    if (outcome === 'sent') log.info(facts, 'an e-mail was sent');
    else log.warn(facts, 'an e-mail was given up');
  };
  if (one.expiresAt <= now()) return void (await end('expired'));
  if (!one.email || !mailer) return void (await end('noAddress', mailer ? null : 'SMTP_URL'));
  const secret = one.secretCipher && openMailSecret(keys, district.id, one.id, one.secretCipher);
  try {
    await mailer.send(
      renderMail(
        { ...one, email: one.email, secret, off: offTokenOf(keys, district, one) },
        district,
        publicUrl,
      ),
    );
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    if (error.reason === 'refused') await end('refused', error.code);
    return error;
  }
  await end('sent');
}

/** An e-mail that a user chose has a link that turns its type off. */
function offTokenOf(keys: CryptoKeys, district: District, { userId, type: of }: DueMail): string | null {
  const type = CHOSEN_MAIL_TYPES.find((one) => one === of);
  return type ? offToken(keys, district, { userId, type }) : null;
}

async function postpone(
  { db, log, now }: Delivery,
  { id: districtId }: District,
  { id, attempts: before, type }: DueMail,
  { code }: NotSent,
): Promise<void> {
  const attempts = before + 1;
  const dueAt = nextTry(attempts, now());
  await db.inDistrict(districtId, async (tx) => {
    const postponed = await postponeMail(tx, { id, attempts, dueAt, problem: code });
    if (postponed > 0) await sendJob(db, tx, MAIL_QUEUE, { districtId, jobId: id }, { startAfter: dueAt });
  });
  log.warn({ mail: id, type, attempts, problem: code, next: dueAt }, 'an e-mail could not be sent yet');
}
