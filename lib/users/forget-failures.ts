import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { signInFailure } from '../../db/schema/access.ts';
import { accountIndex } from '../auth/sign-in-limit.ts';
import type { Context } from '../context.ts';

const deleteOfAccount = defineCommand(
  'forget failed sign-ins of an account',
  (orm, p: Params<{ account: string }>) =>
    orm.delete(signInFailure).where(and(inDistrict(signInFailure), eq(signInFailure.username, p.account))),
);

/** Forgets the user's failed sign-ins, from every address, so that they need not wait. */
export async function forgetFailures(
  ctx: Context,
  tx: Transaction,
  { username }: { username: string },
): Promise<void> {
  await deleteOfAccount(tx, { account: accountIndex(ctx.keys, tx.districtId, username) });
}
