import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { orm as builder } from '../../db/orm.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { identityProvider, linkedIdentity } from '../../db/schema/single-sign-on.ts';
import { countRecoveryCodes } from '../auth/recovery-codes.ts';
import { FACTOR_REQUIRED } from '../auth/second-factor-policy.ts';
import type { Context } from '../context.ts';
import { Forbidden } from '../failure.ts';
import type { Account } from './schema.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

const link = builder
  .select({ id: linkedIdentity.id })
  .from(linkedIdentity)
  .where(and(inDistrict(linkedIdentity), eq(linkedIdentity.userId, appUser.id)));
const provider = builder
  .select({ id: identityProvider.id })
  .from(identityProvider)
  .where(and(inDistrict(identityProvider), eq(identityProvider.enabled, true)));

const accountOf = defineQuery('the account of a user', (orm, p: Params<{ id: string }>) =>
  orm
    .select({
      username: appUser.username,
      name: appUser.name,
      since: appUser.totpSince,
      required: FACTOR_REQUIRED,
      hasPassword: sql<boolean>`${appUser.passwordHash} is not null`,
      singleSignOn: sql<Account['singleSignOn']>`case when exists (${link}) then 'linked'
        when exists (${provider}) then 'unlinked' else 'none' end`,
    })
    .from(appUser)
    .where(and(inDistrict(appUser), eq(appUser.id, p.id))),
);

/** The id of the user who acts. @throws Forbidden for a client or a job */
export function ownId({ actor }: Context): string {
  if (actor.kind !== 'user') throw new Forbidden(ACCOUNT_TEXTS.signedInOnly());
  return actor.id;
}

/** The signed-in user's account. @throws Forbidden for a client or a job */
export const readAccount = (ctx: Context): Promise<Account> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => ownAccount(ctx, tx));

/** The same, in the caller's transaction. @throws Forbidden for a client or a job, or if the account was removed */
export async function ownAccount(ctx: Context, tx: Transaction): Promise<Account> {
  const row = await accountOf.first(tx, { id: ownId(ctx) });
  if (!row) throw new Forbidden(ACCOUNT_TEXTS.accountRemoved());
  return {
    username: row.username,
    name: row.name,
    hasPassword: row.hasPassword,
    singleSignOn: row.singleSignOn,
    secondFactorSince: row.since?.toISOString() ?? null,
    secondFactorRequired: row.required,
    recoveryCodesLeft: await countRecoveryCodes(tx, ownId(ctx)),
  };
}
