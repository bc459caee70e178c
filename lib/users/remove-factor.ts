import type { Transaction } from '../../db/client.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { User } from './schema.ts';

export const removeFactor = (tx: Transaction, userId: string): Promise<number> =>
  tx.run(
    `update app_user set totp_cipher = null, totp_since = null, totp_step = null
      where district_id = $1 and id = $2`,
    [tx.districtId, userId],
  );

/** For somebody whose phone is lost: signing in asks for no code until they set up another. @throws NotFound */
export const removeSecondFactor = (ctx: Context, { id }: { id: string }): Promise<User> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const { username } = await readUser(ctx, tx, id);
    await removeFactor(tx, id);
    await recordAudit(ctx, tx, { action: 'user.remove-second-factor', target: username });
    return readUser(ctx, tx, id);
  });
