import { and, eq } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';

/** Replaces the hash that a user's password is checked by. @param passwordHash null: no password signs the user in @param temporary whether somebody else chose it */
export const storePassword = defineCommand(
  'store a password hash',
  (orm, p: Params<{ userId: string; passwordHash: string | null; temporary: boolean }>) =>
    orm
      .update(appUser)
      .set({
        passwordHash: asStored(p.passwordHash, appUser.passwordHash),
        passwordTemporary: asStored(p.temporary, appUser.passwordTemporary),
      })
      .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);
