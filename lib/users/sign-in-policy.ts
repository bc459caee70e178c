import { and, count, eq, isNotNull, isNull, notExists, or } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, ONE } from '../../db/conditions.ts';
import { orm as builder } from '../../db/orm.ts';
import { defineQuery } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { linkedIdentity } from '../../db/schema/single-sign-on.ts';
import { readFactor } from '../auth/second-factor.ts';
import { isFactorRequired } from '../auth/second-factor-policy.ts';
import type { Context } from '../context.ts';
import type { SignInPolicy } from './schema.ts';

const link = builder
  .select(ONE)
  .from(linkedIdentity)
  .where(and(inDistrict(linkedIdentity), eq(linkedIdentity.userId, appUser.id)));

/** Who signs in by single sign-on alone has the identity provider's second factor. */
const activeUsers = defineQuery('active users, and those with a second factor', (orm) =>
  orm
    .select({ all: count(), withFactor: count(appUser.totpSince) })
    .from(appUser)
    .where(
      and(
        inDistrict(appUser),
        isNull(appUser.disabledAt),
        or(isNotNull(appUser.passwordHash), notExists(link)),
      ),
    ),
);

/** Whether the district requires a second factor, and how many of its users lack one. */
export const readSignInPolicy = (ctx: Context): Promise<SignInPolicy> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => signInPolicyOf(ctx, tx));

/** The same, in the caller's transaction. */
export async function signInPolicyOf(ctx: Context, tx: Transaction): Promise<SignInPolicy> {
  const { actor } = ctx;
  const users = await activeUsers.first(tx);
  const own = actor.kind === 'user' ? await readFactor(tx, actor.id) : undefined;
  const activeCount = users?.all ?? 0;
  return {
    secondFactorRequired: await isFactorRequired(tx),
    activeUsers: activeCount,
    withoutFactor: activeCount - (users?.withFactor ?? 0),
    ownFactor: Boolean(own?.since),
  };
}
