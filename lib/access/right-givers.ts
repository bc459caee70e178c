import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';

const holdersOfUserSecurity = defineQuery('names of users with User Security', (orm) =>
  orm
    .select({ name: appUser.name })
    .from(toolRight)
    .innerJoin(
      appUser,
      and(inDistrict(appUser), eq(appUser.id, toolRight.userId), isNull(appUser.disabledAt)),
    )
    .where(and(inDistrict(toolRight), eq(toolRight.right, 'User Security')))
    .orderBy(appUser.name)
    .limit(3),
);

/** Names of up to three users who can give tool rights. */
export const rightGivers = async (tx: Transaction): Promise<string[]> =>
  (await holdersOfUserSecurity(tx)).map(({ name }) => name);
