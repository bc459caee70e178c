import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { appUser, toolRight } from '../../../db/schema/access.ts';
import type { Context } from '../../context.ts';
import type { ScheduleRow } from '../run/schedule-row.ts';

const userWhoMaySynchronize = defineQuery('a user who may synchronize', (orm, p: Params<{ id: string }>) =>
  orm
    .select({ username: appUser.username })
    .from(appUser)
    .innerJoin(
      toolRight,
      and(inDistrict(toolRight), eq(toolRight.userId, appUser.id), eq(toolRight.right, 'Synchronization')),
    )
    .where(and(inDistrict(appUser), eq(appUser.id, p.id), isNull(appUser.disabledAt))),
);

/**
 * The context of the user who scheduled a commit, in whose name it runs.
 * @returns undefined when the user is disabled or no longer has the right
 */
export async function asScheduler(
  ctx: Context,
  tx: Transaction,
  { scheduledById: id, scheduledBy: name }: ScheduleRow,
): Promise<Context | undefined> {
  const user = await userWhoMaySynchronize.first(tx, { id });
  return user && { ...ctx, actor: { kind: 'user', id, name, username: user.username } };
}
