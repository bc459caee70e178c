import { randomInt } from 'node:crypto';
import { TOOL_RIGHTS } from '../../lib/access/rights.ts';
import { hashPassword } from '../../lib/auth/passwords.ts';
import type { Context } from '../../lib/context.ts';
import { giveRights } from '../../lib/users/give-rights.ts';
import { insertUser } from '../../lib/users/insert-user.ts';
import type { Transaction } from '../client.ts';

// Without characters that look the same on paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 20 characters in groups of five, 99 bits: to be read off a screen and typed. */
const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

/** The user `admin` with every tool right. The password is to be had here only. */
export async function createFirstAdmin(
  ctx: Context,
  tx: Transaction,
): Promise<{ username: string; password: string }> {
  const [id, username, password] = [ctx.newId(), 'admin', newPassword()];
  const passwordHash = await hashPassword(password);
  await insertUser(tx, {
    id,
    username,
    name: 'Alex Morgan',
    email: null,
    passwordHash,
    temporary: false,
    now: ctx.now,
  });
  await giveRights(ctx, tx, { userId: id, rights: TOOL_RIGHTS });
  return { username, password };
}
