import type { ToolRight } from '../../access/rights.ts';
import type { Context } from '../../context.ts';
import { openSession } from '../open-session.ts';
import { hashPassword } from '../passwords.ts';

export const PASSWORD = 'correct horse battery staple';
let hashed: Promise<string> | undefined;

export interface GivenUser {
  username?: string;
  name?: string;
  rights?: readonly ToolRight[];
  disabledAt?: Date | null;
}

/** Someone who may sign in with PASSWORD: by default `pat`, Pat Simpson, without any right. */
export async function insertUser(ctx: Context, given: GivenUser = {}): Promise<string> {
  hashed ??= hashPassword(PASSWORD);
  const id = ctx.newId();
  const passwordHash = await hashed;
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await tx.run(
      `insert into app_user (district_id, id, username, name, password_hash, disabled_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        tx.districtId,
        id,
        given.username ?? 'pat',
        given.name ?? 'Pat Simpson',
        passwordHash,
        given.disabledAt ?? null,
      ],
    );
    await tx.run(
      `insert into tool_right (district_id, id, user_id, "right")
       select $1, r.id, $2, r.name from unnest($3::uuid[], $4::text[]) r(id, name)`,
      [tx.districtId, id, (given.rights ?? []).map(ctx.newId), given.rights ?? []],
    );
  });
  return id;
}

/** The cookie of someone who has signed in at the context's moment. */
export async function signedIn(ctx: Context, given: GivenUser = {}): Promise<string> {
  const userId = await insertUser(ctx, given);
  return ctx.db.inDistrict(ctx.district.id, (tx) =>
    openSession(tx, { district: ctx.district, userId, address: '192.0.2.7', now: ctx.now }),
  );
}
