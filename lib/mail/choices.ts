import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { appUser } from '../../db/schema/access.ts';
import { mailChoice } from '../../db/schema/mail.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Forbidden } from '../failure.ts';
import { CHOSEN_MAIL_TYPES, type ChosenMailType } from './chosen-types.ts';
import type { MailChoices } from './schema.ts';
import { MAIL_TEXTS } from './texts.ts';

const emailOf = defineQuery('the e-mail address of a user', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({ email: appUser.email })
    .from(appUser)
    .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);
const setEmail = defineCommand(
  'set a user’s own e-mail address',
  (orm, p: Params<{ userId: string; email: string | null }>) =>
    orm
      .update(appUser)
      .set({ email: asStored(p.email, appUser.email) })
      .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);
const choicesOf = defineQuery('what a user gets by e-mail', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({ type: mailChoice.type })
    .from(mailChoice)
    .where(and(inDistrict(mailChoice), eq(mailChoice.userId, p.userId))),
);
const removeChoices = defineCommand(
  'forget what a user gets by e-mail',
  (orm, p: Params<{ userId: string }>) =>
    orm.delete(mailChoice).where(and(inDistrict(mailChoice), eq(mailChoice.userId, p.userId))),
);
const choices = rowWriter(mailChoice, ['id', 'userId', 'type']);

/** What the signed-in user gets by e-mail. @throws Forbidden for a client or a job */
export const readMailChoices = (ctx: Context): Promise<MailChoices> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => ownChoices(ctx, tx));

/** Replaces what the signed-in user gets by e-mail. */
export const saveMailChoices = (
  ctx: Context,
  { types }: { types: readonly ChosenMailType[] },
): Promise<MailChoices> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const userId = ownId(ctx);
    await removeChoices(tx, { userId });
    const chosen = [...new Set(types)].map((type) => ({ id: ctx.newId(), userId, type }));
    await choices.insertNew(tx, chosen, ['userId', 'type']);
    return ownChoices(ctx, tx);
  });

/** Changes where the signed-in user gets e-mails; null for nowhere. Links to choose a password go there, too: audited. */
export const saveOwnEmail = (ctx: Context, { email }: { email: string | null }): Promise<MailChoices> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const userId = ownId(ctx);
    await setEmail(tx, { userId, email });
    const username = ctx.actor.kind === 'user' ? ctx.actor.username : '';
    await recordAudit(ctx, tx, { action: 'user.edit', target: username, detail: { email } });
    return ownChoices(ctx, tx);
  });

async function ownChoices(ctx: Context, tx: Transaction): Promise<MailChoices> {
  const userId = ownId(ctx);
  const [user, rows] = await Promise.all([emailOf.first(tx, { userId }), choicesOf(tx, { userId })]);
  const types = CHOSEN_MAIL_TYPES.filter((type) => rows.some((row) => row.type === type));
  return { email: user?.email ?? null, types, sendsMail: ctx.sendsMail === true };
}

function ownId({ actor }: Context): string {
  if (actor.kind !== 'user') throw new Forbidden(MAIL_TEXTS.usersOnly());
  return actor.id;
}
