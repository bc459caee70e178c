import { createHash } from 'node:crypto';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, lower } from '../../db/conditions.ts';
import { orm as builder } from '../../db/orm.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import { linkedIdentity } from '../../db/schema/single-sign-on.ts';
import type { Arrival } from './arrival.ts';
import type { KnownUser } from './decide.ts';

const security = builder
  .select({ id: toolRight.id })
  .from(toolRight)
  .where(and(inDistrict(toolRight), eq(toolRight.userId, appUser.id), eq(toolRight.right, 'User Security')));
const anyLink = builder
  .select({ id: linkedIdentity.id })
  .from(linkedIdentity)
  .where(and(inDistrict(linkedIdentity), eq(linkedIdentity.userId, appUser.id)));

const KNOWN = {
  id: appUser.id,
  username: appUser.username,
  disabled: sql<boolean>`${appUser.disabledAt} is not null`,
  emergency: appUser.emergency,
  admin: sql<boolean>`exists (${security})` as SQL<boolean>,
  linked: sql<boolean>`exists (${anyLink})` as SQL<boolean>,
};

const bySubject = defineQuery('the user of an identity', (orm, p: Params<{ subjectHash: Buffer }>) =>
  orm
    .select(KNOWN)
    .from(linkedIdentity)
    .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, linkedIdentity.userId)))
    .where(and(inDistrict(linkedIdentity), eq(linkedIdentity.subjectHash, p.subjectHash))),
);
/** The database may hold two usernames that differ only in case: the one as sent wins. */
const byUsername = defineQuery(
  'a user by username, for single sign-on',
  (orm, p: Params<{ username: string }>) =>
    orm
      .select(KNOWN)
      .from(appUser)
      .where(and(inDistrict(appUser), eq(lower(appUser.username), sql`lower(${p.username})`)))
      .orderBy(desc(eq(appUser.username, p.username)))
      .limit(1),
);

/** What Campus stores of an account of the provider. */
export const subjectHashOf = ({ issuer, subject }: Pick<Arrival, 'issuer' | 'subject'>): Buffer =>
  createHash('sha256').update(`${issuer}\0${subject}`).digest();

/** The users that an account of the provider may be: the linked one, and the one with its username. */
export async function knownUsers(
  tx: Transaction,
  { subjectHash, username }: { subjectHash: Buffer; username: string | null },
): Promise<{ linked: KnownUser | undefined; named: KnownUser | undefined }> {
  const [linked, named] = await Promise.all([
    bySubject.first(tx, { subjectHash }),
    username === null ? undefined : byUsername.first(tx, { username }),
  ]);
  return { linked, named };
}
