import { and, eq } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';

/** Replaces the hash that a user's password is checked by. */
export const storePassword = defineCommand(
  'store a password hash',
  (orm, p: Params<{ userId: string; passwordHash: string }>) =>
    orm
      .update(appUser)
      .set({ passwordHash: asStored(p.passwordHash, appUser.passwordHash) })
      .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);
