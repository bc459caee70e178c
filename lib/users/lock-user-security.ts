import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { Forbidden } from '../failure.ts';

/**
 * Changes of users go one after another: locks the rows of the right User Security, and asks once more whether the actor
 * still has it. So two admins who take it from each other at once don't leave a district without anyone, and a username
 * that was free when it was looked for still is.
 * @throws Forbidden
 */
export async function lockUserSecurity(ctx: Context, tx: Transaction): Promise<void> {
  const holders = await tx.rows<{ userId: string }>(
    `select r.user_id as "userId" from tool_right r
      where r.district_id = $1 and r.right = 'User Security' order by r.id for update`,
    [tx.districtId],
  );
  const { actor } = ctx;
  if (actor.kind !== 'user') return;
  const able = await tx.row(
    'select 1 from app_user u where u.district_id = $1 and u.id = $2 and u.disabled_at is null',
    [tx.districtId, actor.id],
  );
  if (!able || !holders.some(({ userId }) => userId === actor.id))
    throw new Forbidden('The tool right “User Security” was just taken from you.');
}
