import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';

/** Signs a user out everywhere, but for the session that does it. */
export async function endSessions(ctx: Context, tx: Transaction, userId: string): Promise<void> {
  const own = ctx.actor.kind === 'user' ? (ctx.actor.sessionId ?? null) : null;
  await tx.run(
    `update session set revoked_at = $3
      where district_id = $1 and user_id = $2 and revoked_at is null and id is distinct from $4`,
    [tx.districtId, userId, ctx.now, own],
  );
}
