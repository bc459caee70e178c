import { and, eq } from 'drizzle-orm';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { linkedIdentity } from '../../db/schema/single-sign-on.ts';

/** Links an account of the provider with a user, in place of the one that the user had. */
export const linkIdentity = defineCommand(
  'link an identity with a user',
  (orm, p: Params<{ id: string; userId: string; subjectHash: Buffer; now: Date }>) => {
    const set = {
      subjectHash: asStored(p.subjectHash, linkedIdentity.subjectHash),
      linkedAt: asStored(p.now, linkedIdentity.linkedAt),
    };
    return orm
      .insert(linkedIdentity)
      .values({ districtId: DISTRICT_ID, id: p.id, userId: p.userId, ...set })
      .onConflictDoUpdate({ target: [linkedIdentity.districtId, linkedIdentity.userId], set });
  },
);

/** @returns how many there were: 0 or 1 */
export const unlinkUser = defineCommand('unlink a user', (orm, p: Params<{ userId: string }>) =>
  orm.delete(linkedIdentity).where(and(inDistrict(linkedIdentity), eq(linkedIdentity.userId, p.userId))),
);
