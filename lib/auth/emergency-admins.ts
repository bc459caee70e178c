import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { orm as builder } from '../../db/orm.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import { identityProvider } from '../../db/schema/single-sign-on.ts';
import { Conflict } from '../failure.ts';
import { AUTH_TEXTS } from './texts.ts';

const turnedOff = builder
  .select({ off: identityProvider.passwordsOff })
  .from(identityProvider)
  .where(inDistrict(identityProvider));
const PASSWORDS_OFF = sql<boolean>`coalesce((${turnedOff}), false)`;

const passwordOf = defineQuery('whether the password signs a user in', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({
      allowed: sql<boolean>`not ${PASSWORDS_OFF} or (${appUser.emergency} and ${appUser.totpSince} is not null)`,
    })
    .from(appUser)
    .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);
const anyEmergencyAdmin = defineQuery('whether a needed emergency admin is left', (orm) => {
  const left = builder
    .select({ id: appUser.id })
    .from(appUser)
    .innerJoin(
      toolRight,
      and(inDistrict(toolRight), eq(toolRight.userId, appUser.id), eq(toolRight.right, 'User Security')),
    )
    .where(
      and(
        inDistrict(appUser),
        eq(appUser.emergency, true),
        isNull(appUser.disabledAt),
        isNotNull(appUser.passwordHash),
        isNotNull(appUser.totpSince),
      ),
    );
  return orm
    .select({ left: sql<boolean>`exists (${left})` })
    .from(identityProvider)
    .where(and(inDistrict(identityProvider), eq(identityProvider.passwordsOff, true)));
});

/** Whether a user may sign in by password: where passwords are off, emergency admins with a second factor only. */
export const mayUsePassword = async (tx: Transaction, userId: string): Promise<boolean> =>
  (await passwordOf.first(tx, { userId }))?.allowed ?? false;

/**
 * Where passwords are off, somebody must still be able to sign in when the identity provider can't be reached. Call it
 * after a change of a user, in its transaction. @throws Conflict
 */
export async function assertEmergencyAdminLeft(tx: Transaction): Promise<void> {
  if ((await anyEmergencyAdmin.first(tx))?.left === false)
    throw new Conflict(AUTH_TEXTS.lastEmergencyAdmin());
}

/** Makes these the emergency admins, no more and no fewer. */
export const setEmergencyAdmins = defineCommand(
  'set the emergency admins',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm
      .update(appUser)
      .set({ emergency: sql`${appUser.id} = any(${p.ids}::uuid[])` })
      .where(
        and(
          inDistrict(appUser),
          sql`${appUser.emergency} is distinct from (${appUser.id} = any(${p.ids}::uuid[]))`,
        ),
      ),
);

/** @returns how many districts it was: 1, or 0 where passwords were on */
export const turnPasswordsOn = defineCommand('turn passwords on', (orm) =>
  orm
    .update(identityProvider)
    .set({ passwordsOff: false })
    .where(and(inDistrict(identityProvider), eq(identityProvider.passwordsOff, true))),
);
