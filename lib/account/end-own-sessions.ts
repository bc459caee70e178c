import { and, eq, isNull } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { session } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { endSessions } from '../users/end-sessions.ts';
import { ownAccount, ownId } from './own-account.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

const endOne = defineCommand(
  'end a session of a user',
  (orm, p: Params<{ id: string; userId: string; now: Date }>) =>
    orm
      .update(session)
      .set({ revokedAt: asStored(p.now, session.revokedAt) })
      .where(
        and(
          inDistrict(session),
          eq(session.id, p.id),
          eq(session.userId, p.userId),
          isNull(session.revokedAt),
        ),
      ),
);

/** Signs the user out in one place. @throws NotFound if the session has ended or is another user's */
export const endOwnSession = (ctx: Context, { id }: { id: string }): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { username } = await ownAccount(ctx, tx);
    if ((await endOne(tx, { id, userId: ownId(ctx), now: ctx.now })) === 0)
      throw new NotFound(ACCOUNT_TEXTS.sessionEnded());
    await recordAudit(ctx, tx, { action: 'account.end-session', target: username });
  });

/** Signs the user out everywhere else. */
export const endOtherSessions = (ctx: Context): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { username } = await ownAccount(ctx, tx);
    await endSessions(ctx, tx, ownId(ctx));
    await recordAudit(ctx, tx, { action: 'account.end-other-sessions', target: username });
  });
