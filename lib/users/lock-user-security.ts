import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import type { Context } from '../context.ts';
import { Forbidden } from '../failure.ts';
import { USER_TEXTS } from './texts.ts';

const lockHolders = defineQuery('lock the holders of User Security', (orm) =>
  orm
    .select({ userId: toolRight.userId })
    .from(toolRight)
    .where(and(inDistrict(toolRight), eq(toolRight.right, 'User Security')))
    .orderBy(toolRight.id)
    .for('update'),
);
const enabledUser = defineQuery('a user who is not disabled', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ id: appUser.id })
    .from(appUser)
    .where(and(inDistrict(appUser), eq(appUser.id, p.id), isNull(appUser.disabledAt))),
);

/**
 * Makes changes of users go one after another: locks the rows of the right User Security and checks again that the actor
 * has it. Otherwise two admins who take it from each other at once could leave a district without any, and a username
 * found free could be taken before it is written.
 * @throws Forbidden
 */
export async function lockUserSecurity(ctx: Context, tx: Transaction): Promise<void> {
  const holders = await lockHolders(tx);
  const { actor } = ctx;
  if (actor.kind !== 'user') return;
  const enabled = await enabledUser.first(tx, { id: actor.id });
  if (!enabled || !holders.some(({ userId }) => userId === actor.id))
    throw new Forbidden(USER_TEXTS.rightTaken());
}
