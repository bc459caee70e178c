import { DISTRICT_ID } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { appUser } from '../../../db/schema/access.ts';
import type { ToolRight } from '../../access/rights.ts';
import type { Context } from '../../context.ts';
import { giveRights } from '../../users/give-rights.ts';
import { openSession } from '../open-session.ts';
import { hashPassword } from '../passwords.ts';

export const PASSWORD = 'rusty kettle under nine willows';
let hashed: Promise<string> | undefined;

export interface GivenUser {
  username?: string;
  name?: string;
  email?: string | null;
  rights?: readonly ToolRight[];
  disabledAt?: Date | null;
}

const insertRow = defineCommand(
  'test: insert a user',
  (
    orm,
    p: Params<{
      id: string;
      username: string;
      name: string;
      email: string | null;
      passwordHash: string;
      disabledAt: Date | null;
    }>,
  ) =>
    orm.insert(appUser).values({
      districtId: DISTRICT_ID,
      id: p.id,
      username: p.username,
      name: p.name,
      email: p.email,
      passwordHash: p.passwordHash,
      disabledAt: p.disabledAt,
    }),
);

/** A user who may sign in with PASSWORD: by default `pat`, Pat Simpson, without any right. */
export async function insertUser(ctx: Context, given: GivenUser = {}): Promise<string> {
  hashed ??= hashPassword(PASSWORD);
  const id = ctx.newId();
  const passwordHash = await hashed;
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await insertRow(tx, {
      id,
      username: given.username ?? 'pat',
      name: given.name ?? 'Pat Simpson',
      email: given.email ?? null,
      passwordHash,
      disabledAt: given.disabledAt ?? null,
    });
    await giveRights(ctx, tx, { userId: id, rights: given.rights ?? [] });
  });
  return id;
}

/** The cookie of a new user who signed in at the context's moment. */
export async function signedIn(ctx: Context, given: GivenUser = {}): Promise<string> {
  const userId = await insertUser(ctx, given);
  return ctx.db.inDistrict(ctx.district.id, (tx) =>
    openSession(tx, { district: ctx.district, userId, address: '192.0.2.7', now: ctx.now }),
  );
}
