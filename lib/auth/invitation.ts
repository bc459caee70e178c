import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { appUser, invitation } from '../../db/schema/access.ts';
import type { Context } from '../context.ts';
import { newOneTimeLink } from './one-time-link.ts';
import { hashSessionToken } from './session-cookie.ts';

const insertInvitation = defineCommand(
  'insert an invitation',
  (orm, p: Params<{ id: string; userId: string; tokenHash: Buffer; now: Date; expiresAt: Date }>) =>
    orm.insert(invitation).values({
      districtId: DISTRICT_ID,
      id: p.id,
      userId: p.userId,
      tokenHash: p.tokenHash,
      createdAt: p.now,
      expiresAt: p.expiresAt,
    }),
);
const withdraw = defineCommand(
  'withdraw the invitations of a user',
  (orm, p: Params<{ userId: string; now: Date }>) =>
    orm
      .update(invitation)
      .set({ withdrawnAt: asStored(p.now, invitation.withdrawnAt) })
      .where(
        and(
          inDistrict(invitation),
          eq(invitation.userId, p.userId),
          isNull(invitation.usedAt),
          isNull(invitation.withdrawnAt),
        ),
      ),
);
const invitationOf = defineQuery(
  'an invitation by its token, with its user',
  (orm, p: Params<{ tokenHash: Buffer }>) =>
    orm
      .select({
        userId: appUser.id,
        username: appUser.username,
        name: appUser.name,
        expiresAt: invitation.expiresAt,
        usedAt: invitation.usedAt,
        withdrawn: sql<boolean>`${invitation.withdrawnAt} is not null or ${appUser.disabledAt} is not null`,
      })
      .from(invitation)
      .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, invitation.userId)))
      .where(and(inDistrict(invitation), eq(invitation.tokenHash, p.tokenHash))),
);
const takeOnce = defineCommand('use an invitation once', (orm, p: Params<{ tokenHash: Buffer; now: Date }>) =>
  orm
    .update(invitation)
    .set({ usedAt: asStored(p.now, invitation.usedAt) })
    .where(
      and(
        inDistrict(invitation),
        eq(invitation.tokenHash, p.tokenHash),
        isNull(invitation.usedAt),
        isNull(invitation.withdrawnAt),
        gt(invitation.expiresAt, p.now),
      ),
    ),
);

/** The end of the link (invitationLink), and until when it works. */
export interface Invitation {
  token: string;
  expiresAt: string;
}

/** Makes a link by which the user chooses their password. It works once; all earlier ones stop working. */
export async function makeInvitation(ctx: Context, tx: Transaction, userId: string): Promise<Invitation> {
  await withdrawInvitations(ctx, tx, userId);
  const { token, stored } = newOneTimeLink(ctx);
  await insertInvitation(tx, { id: ctx.newId(), userId, ...stored });
  return { token, expiresAt: stored.expiresAt.toISOString() };
}

/** Makes the user's links stop working. */
export async function withdrawInvitations(ctx: Context, tx: Transaction, userId: string): Promise<void> {
  await withdraw(tx, { userId, now: ctx.now });
}

/** Whose link it is, and why it does not work, if so; undefined for an unknown one. */
export async function readInvitation(
  tx: Transaction,
  { token, now }: { token: string; now: Date },
): Promise<
  { userId: string; username: string; name: string; refused?: 'used' | 'withdrawn' | 'expired' } | undefined
> {
  const row = await invitationOf.first(tx, { tokenHash: hashSessionToken(token) });
  if (!row) return undefined;
  const { usedAt, withdrawn, expiresAt, ...user } = row;
  if (usedAt) return { ...user, refused: 'used' };
  if (withdrawn) return { ...user, refused: 'withdrawn' };
  return expiresAt <= now ? { ...user, refused: 'expired' } : user;
}

/** @returns whether the link still worked: of two who use it at once, one gets false */
export const takeInvitation = async (
  tx: Transaction,
  { token, now }: { token: string; now: Date },
): Promise<boolean> => (await takeOnce(tx, { tokenHash: hashSessionToken(token), now })) === 1;
