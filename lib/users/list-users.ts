import type { Transaction } from '../../db/client.ts';
import { TOOL_RIGHTS, type ToolRight } from '../access/rights.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { PAGE_SIZE, type User, type UsersFound } from './schema.ts';

interface Row {
  id: string;
  username: string;
  name: string;
  rights: ToolRight[];
  disabled: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
  secondFactor: boolean;
}

const USER = `select u.id, u.username, u.name, u.disabled_at is not null as disabled,
    u.created_at as "createdAt", u.last_sign_in_at as "lastSignInAt", u.totp_since is not null as "secondFactor",
    array(select r.right from tool_right r where r.district_id = $1 and r.user_id = u.id) as rights
  from app_user u where u.district_id = $1`;

/** One page of the district's users, by name; `search` is a part of name or username. */
export const listUsers = (
  ctx: Context,
  { search, page }: { search: string; page: number },
): Promise<UsersFound> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const part = `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
    const fits = '(u.name ilike $2 or u.username ilike $2)';
    const [rows, counted] = await Promise.all([
      tx.rows<Row>(
        `${USER} and ${fits} order by lower(u.name), u.username, u.id limit $3::int offset $4::int`,
        [tx.districtId, part, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE],
      ),
      tx.row<{ total: number }>(
        `select count(*) as total from app_user u where u.district_id = $1 and ${fits}`,
        [tx.districtId, part],
      ),
    ]);
    return {
      data: rows.slice(0, PAGE_SIZE).map((row) => userOf(ctx, row)),
      more: rows.length > PAGE_SIZE,
      total: counted?.total ?? 0,
    };
  });

/** One user as they are now, in the caller's transaction. @throws NotFound */
export async function readUser(ctx: Context, tx: Transaction, id: string): Promise<User> {
  const row = await tx.row<Row>(`${USER} and u.id = $2`, [tx.districtId, id]);
  if (!row) throw new NotFound('There is no such user in this district.');
  return userOf(ctx, row);
}

const userOf = (ctx: Context, row: Row): User => ({
  ...row,
  rights: TOOL_RIGHTS.filter((right) => row.rights.includes(right)),
  createdAt: row.createdAt.toISOString(),
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  self: ctx.actor.kind === 'user' && ctx.actor.id === row.id,
});
