import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { Forbidden } from '../failure.ts';
import type { Account } from './schema.ts';

/** The user who acts. @throws Forbidden for a client or a job */
export function ownId({ actor }: Context): string {
  if (actor.kind !== 'user') throw new Forbidden('Only somebody who is signed in has an account.');
  return actor.id;
}

/** One's own account as it is now. */
export const readAccount = (ctx: Context): Promise<Account> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => ownAccount(ctx, tx));

export async function ownAccount(ctx: Context, tx: Transaction): Promise<Account> {
  const row = await tx.row<{ username: string; name: string; since: Date | null }>(
    'select username, name, totp_since as since from app_user where district_id = $1 and id = $2',
    [tx.districtId, ownId(ctx)],
  );
  if (!row) throw new Forbidden('This account is gone.');
  return {
    username: row.username,
    name: row.name,
    secondFactorSince: row.since?.toISOString() ?? null,
  };
}
