import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { session } from '../../db/schema/access.ts';
import type { Context } from '../context.ts';

const revokeSessions = defineCommand(
  'revoke the sessions of a user but one',
  (orm, p: Params<{ userId: string; kept: string | null; now: Date }>) =>
    orm
      .update(session)
      .set({ revokedAt: asStored(p.now, session.revokedAt) })
      .where(
        and(
          inDistrict(session),
          eq(session.userId, p.userId),
          isNull(session.revokedAt),
          sql`${session.id} is distinct from ${p.kept}`,
        ),
      ),
);

/** Signs a user out everywhere, except in the session that acts. */
export async function endSessions(ctx: Context, tx: Transaction, userId: string): Promise<void> {
  const kept = ctx.actor.kind === 'user' ? (ctx.actor.sessionId ?? null) : null;
  await revokeSessions(tx, { userId, kept, now: ctx.now });
}
