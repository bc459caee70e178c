import { and, eq, exists, isNull } from 'drizzle-orm';
import { inDistrict, isOneOf, ONE } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import { RECIPIENT_RIGHTS } from './types.ts';

/** Of a user in a query: not disabled, and with one of the tool rights for it (NOT-2). */
export const mayBeNotified = and(
  isNull(appUser.disabledAt),
  exists(
    orm
      .select(ONE)
      .from(toolRight)
      .where(
        and(
          inDistrict(toolRight),
          eq(toolRight.userId, appUser.id),
          isOneOf(toolRight.right, RECIPIENT_RIGHTS),
        ),
      ),
  ),
);
