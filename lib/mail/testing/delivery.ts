import { textRows } from '../../../db/sql-text.ts';
import type { Context } from '../../context.ts';
import type { Log } from '../../log.ts';
import { type Delivery, deliverDueMails } from '../deliver-due.ts';
import { mailerOf } from '../mailer.ts';

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** How a worker with this SMTP server delivers at the context's moment. */
export const deliveryBy = (ctx: Context, smtpUrl: string): Delivery => ({
  db: ctx.db,
  keys: ctx.keys,
  mailer: mailerOf({ smtpUrl, from: 'campus@example.org', host: 'campus.example.org' }, silent),
  publicUrl: 'https://campus.example.org',
  log: silent,
  now: () => ctx.now,
});

export const deliver = (ctx: Context, smtpUrl: string): Promise<void> =>
  deliverDueMails(deliveryBy(ctx, smtpUrl), ctx.district);

export const minutesLater = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
});

/** The district's e-mails, the oldest first. */
export const mailsOf = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ type: string; subject: string; body: string; outcome: string | null; attempts: number }>(
      tx,
      `select type, subject, body, outcome, problem, attempts, secret_cipher is not null as sealed
         from mail where district_id = $1 order by id`,
      [tx.districtId],
    ),
  );
