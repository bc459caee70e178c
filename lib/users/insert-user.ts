import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';

/** Adds a user's row, without rights. The username must be free, see `newUser`. */
export const insertUser = defineCommand(
  'insert a user',
  (
    orm,
    p: Params<{
      id: string;
      username: string;
      name: string;
      email: string | null;
      passwordHash: string | null;
      temporary: boolean;
      now: Date;
    }>,
  ) =>
    orm.insert(appUser).values({
      districtId: DISTRICT_ID,
      id: p.id,
      username: p.username,
      name: p.name,
      email: p.email,
      passwordHash: p.passwordHash,
      passwordTemporary: p.temporary,
      createdAt: p.now,
    }),
);
