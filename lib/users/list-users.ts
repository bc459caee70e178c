import { and, count, eq, type Placeholder, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, lower } from '../../db/conditions.ts';
import { hasWords } from '../../db/has-words.ts';
import { orm } from '../../db/orm.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import { linkedIdentity } from '../../db/schema/single-sign-on.ts';
import { USER_KEY } from '../../db/user-key.ts';
import { TOOL_RIGHTS, type ToolRight } from '../access/rights.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { nameWords } from '../text/name-words.ts';
import { PAGE_SIZE, type User, type UsersFound } from './schema.ts';
import { USER_TEXTS } from './texts.ts';

const rights = orm
  .select({ all: sql<ToolRight[]>`coalesce(array_agg(${toolRight.right}), '{}')` })
  .from(toolRight)
  .where(and(inDistrict(toolRight), eq(toolRight.userId, appUser.id)));

const link = orm
  .select({ id: linkedIdentity.id })
  .from(linkedIdentity)
  .where(and(inDistrict(linkedIdentity), eq(linkedIdentity.userId, appUser.id)));

const USER = {
  id: appUser.id,
  username: appUser.username,
  name: appUser.name,
  email: appUser.email,
  disabled: sql<boolean>`${appUser.disabledAt} is not null`,
  createdAt: appUser.createdAt,
  lastSignInAt: appUser.lastSignInAt,
  secondFactor: sql<boolean>`${appUser.totpSince} is not null`,
  singleSignOn: sql<boolean>`exists (${link})`,
  rights: sql<ToolRight[]>`(${rights})`,
};

const named = (words: Placeholder) => and(inDistrict(appUser), hasWords(USER_KEY, words));

const usersOnPage = defineQuery(
  'users by name, a page',
  (orm, p: Params<{ words: readonly string[]; limit: number; offset: number }>) =>
    orm
      .select(USER)
      .from(appUser)
      .where(named(p.words))
      .orderBy(lower(appUser.name), appUser.username, appUser.id)
      .limit(p.limit)
      .offset(p.offset),
);
const usersNamed = defineQuery(
  'how many users have such a name',
  (orm, p: Params<{ words: readonly string[] }>) =>
    orm.select({ total: count() }).from(appUser).where(named(p.words)),
);
const userById = defineQuery('a user by id', (orm, p: Params<{ id: string }>) =>
  orm
    .select(USER)
    .from(appUser)
    .where(and(inDistrict(appUser), eq(appUser.id, p.id))),
);

/** One page of the district's users, by name; `search` has words that name or username contain (SRCH-2). */
export const listUsers = (
  ctx: Context,
  { search, page }: { search: string; page: number },
): Promise<UsersFound> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const words = nameWords(search);
    const [rows, counted] = await Promise.all([
      usersOnPage(tx, { words, limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }),
      usersNamed.first(tx, { words }),
    ]);
    return {
      data: rows.slice(0, PAGE_SIZE).map((row) => userOf(ctx, row)),
      more: rows.length > PAGE_SIZE,
      total: counted?.total ?? 0,
    };
  });

/** One user, read in the caller's transaction. @throws NotFound */
export async function readUser(ctx: Context, tx: Transaction, id: string): Promise<User> {
  const row = await userById.first(tx, { id });
  if (!row) throw new NotFound(USER_TEXTS.noSuchUser());
  return userOf(ctx, row);
}

type UserRow = NonNullable<Awaited<ReturnType<typeof userById.first>>>;

const userOf = (ctx: Context, row: UserRow): User => ({
  ...row,
  rights: TOOL_RIGHTS.filter((right) => row.rights.includes(right)),
  createdAt: row.createdAt.toISOString(),
  lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  self: ctx.actor.kind === 'user' && ctx.actor.id === row.id,
});
