import type { Transaction } from '../../db/client.ts';
import { makeInvitation } from '../auth/invitation.ts';
import type { Context } from '../context.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { sealMailSecret } from '../mail/secret.ts';
import { MAIL_TEXTS } from '../mail/texts.ts';
import type { Invitation, User } from './schema.ts';

/**
 * Makes the link by which a user chooses a password, and sends it to their e-mail address. Without an address, or where
 * Campus sends no e-mail, the admin passes it on.
 */
export async function inviteToCampus(
  ctx: Context,
  tx: Transaction,
  { id, email, disabled }: Pick<User, 'id' | 'email' | 'disabled'>,
  type: 'invitation' | 'reset',
): Promise<Invitation> {
  const { token, expiresAt } = await makeInvitation(ctx, tx, id);
  if (!ctx.sendsMail || !email || disabled) return { token, emailedTo: null, expiresAt };
  const until = new Intl.DateTimeFormat('en-US', {
    timeZone: ctx.district.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(expiresAt));
  const by = ctx.actor.name;
  const [subject, body] =
    type === 'invitation'
      ? [MAIL_TEXTS.invited(), MAIL_TEXTS.invitedBody(by, until)]
      : [MAIL_TEXTS.reset(), MAIL_TEXTS.resetBody(by, until)];
  await queueMail(ctx, tx, [id], {
    type,
    subject,
    body,
    link: '/invitation',
    sealSecret: (mailId) => sealMailSecret(ctx.keys, tx.districtId, mailId, token),
    eventKey: `${type}:${ctx.newId()}`,
    expiresAt: new Date(expiresAt),
  });
  return { token: null, emailedTo: email, expiresAt };
}
