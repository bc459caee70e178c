import { randomInt } from 'node:crypto';
import { TOOL_RIGHTS } from '../../lib/access/rights.ts';
import { hashPassword } from '../../lib/auth/passwords.ts';
import type { Context } from '../../lib/context.ts';
import type { Transaction } from '../client.ts';
import { DISTRICT_ID } from '../conditions.ts';
import { defineCommand, type Params } from '../query.ts';
import { rowWriter } from '../rows.ts';
import { appUser, toolRight } from '../schema/access.ts';

// Without what looks alike on paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 20 characters in groups of five, 99 bits: to be read off a screen and typed. */
const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

const insertUser = defineCommand(
  'make the first admin',
  (orm, p: Params<{ id: string; username: string; passwordHash: string; at: Date }>) =>
    orm.insert(appUser).values({
      districtId: DISTRICT_ID,
      id: p.id,
      username: p.username,
      name: 'Alex Morgan',
      passwordHash: p.passwordHash,
      createdAt: p.at,
    }),
);
const rights = rowWriter(toolRight, ['id', 'userId', 'right']);

/** The user `admin` with every tool right. The password is to be had here only. */
export async function createFirstAdmin(
  ctx: Context,
  tx: Transaction,
): Promise<{ username: string; password: string }> {
  const [id, username, password] = [ctx.newId(), 'admin', newPassword()];
  await insertUser(tx, { id, username, passwordHash: await hashPassword(password), at: ctx.now });
  await rights.insert(
    tx,
    TOOL_RIGHTS.map((right) => ({ id: ctx.newId(), userId: id, right })),
  );
  return { username, password };
}
