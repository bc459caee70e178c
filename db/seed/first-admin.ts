import { randomInt } from 'node:crypto';
import { TOOL_RIGHTS } from '../../lib/access/rights.ts';
import { hashPassword } from '../../lib/auth/passwords.ts';
import type { Context } from '../../lib/context.ts';
import { arrayLiteral } from '../array.ts';
import type { Transaction } from '../client.ts';

// Without what looks alike on paper.
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
  await tx.run(
    `insert into app_user (district_id, id, username, name, password_hash, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [tx.districtId, id, username, 'Alex Morgan', await hashPassword(password), ctx.now],
  );
  await tx.run(
    `insert into tool_right (district_id, id, user_id, "right")
     select $1, r.id, $2, r.name from unnest($3::uuid[], $4::text[]) r(id, name)`,
    [tx.districtId, id, arrayLiteral(TOOL_RIGHTS.map(ctx.newId)), arrayLiteral(TOOL_RIGHTS)],
  );
  return { username, password };
}
