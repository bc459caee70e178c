import { asStored, DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { signInPolicy } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { SignInPolicy, SignInPolicyEdit } from './schema.ts';
import { signInPolicyOf } from './sign-in-policy.ts';
import { USER_TEXTS } from './texts.ts';

const savePolicy = defineCommand(
  'save what is asked at sign-in',
  (orm, p: Params<SignInPolicyEdit & { id: string }>) => {
    const { secondFactorRequired } = signInPolicy;
    const set = { secondFactorRequired: asStored(p.secondFactorRequired, secondFactorRequired) };
    return orm
      .insert(signInPolicy)
      .values({ districtId: DISTRICT_ID, id: p.id, ...set })
      .onConflictDoUpdate({ target: signInPolicy.districtId, set });
  },
);

/**
 * Requires a second factor of every user, or makes it their own choice again. It takes effect at the next call of every
 * session: a user without one can then do nothing but set it up.
 * @throws Conflict for an admin without a second factor, who would be the first to be stopped
 */
export const setSignInPolicy = (
  ctx: Context,
  { secondFactorRequired }: SignInPolicyEdit,
): Promise<SignInPolicy> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const before = await signInPolicyOf(ctx, tx);
    if (before.secondFactorRequired === secondFactorRequired) return before;
    if (secondFactorRequired && !before.ownFactor) throw new Conflict(USER_TEXTS.ownFactorFirst());
    await savePolicy(tx, { id: ctx.newId(), secondFactorRequired });
    await recordAudit(ctx, tx, {
      action: secondFactorRequired ? 'policy.second-factor-required' : 'policy.second-factor-optional',
      detail: { withoutFactor: before.withoutFactor },
    });
    return { ...before, secondFactorRequired };
  });
