import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser, toolRight } from '../../db/schema/access.ts';
import type { ToolRight } from '../access/rights.ts';
import { rightsOf } from '../access/rights-of-user.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { giveRights } from '../users/give-rights.ts';
import { insertUser } from '../users/insert-user.ts';
import { lockUserSecurity } from '../users/lock-user-security.ts';
import type { Arrival } from './arrival.ts';
import { decide } from './decide.ts';
import { knownUsers, subjectHashOf } from './known-users.ts';
import { linkIdentity } from './link-identity.ts';
import { personOf } from './person-of.ts';
import type { Problem } from './problems.ts';
import type { ProviderSettings } from './schema.ts';

export type Admission = { userId: string } | { problem: Problem; username: string | null };

/**
 * Finds, links or creates the user of an account of the provider, and makes the rights of its groups theirs. Somebody
 * whose groups no longer give access loses the rights, too.
 * @param ctx of the system: nobody is signed in yet
 */
export async function admit(
  ctx: Context,
  tx: Transaction,
  { settings, arrival }: { settings: ProviderSettings; arrival: Arrival },
): Promise<Admission> {
  await lockUserSecurity(ctx, tx);
  const person = personOf(settings, arrival.claims);
  const subjectHash = subjectHashOf(arrival);
  const known = await knownUsers(tx, { subjectHash, username: person.username });
  const decision = decide(person, { ...known, linksByUsername: settings.linksByUsername });
  if (decision.outcome === 'refuse') {
    const { problem, user } = decision;
    if (problem === 'noGroup' && user) await refreshRights(ctx, tx, { ...user, rights: [] });
    return { problem, username: user?.username ?? null };
  }
  if (decision.outcome === 'create') {
    const id = ctx.newId();
    const { username, name } = decision;
    const { rights, email } = person;
    await insertUser(tx, { id, username, name, email, passwordHash: null, temporary: false, now: ctx.now });
    await giveRights(ctx, tx, { userId: id, rights });
    await linkIdentity(tx, { id: ctx.newId(), userId: id, subjectHash, now: ctx.now });
    const detail = { rights, by: 'single sign-on' };
    await recordAudit(ctx, tx, { action: 'user.create', target: username, detail });
    return { userId: id };
  }
  const { user } = decision;
  if (decision.outcome === 'link') {
    await linkIdentity(tx, { id: ctx.newId(), userId: user.id, subjectHash, now: ctx.now });
    await recordAudit(ctx, tx, { action: 'single-sign-on.linked', target: user.username });
  }
  await refreshRights(ctx, tx, { ...user, rights: person.rights });
  return { userId: user.id };
}

const otherAdmin = defineQuery(
  'another enabled user with User Security',
  (orm, p: Params<{ userId: string }>) =>
    orm
      .select({ id: appUser.id })
      .from(toolRight)
      .innerJoin(
        appUser,
        and(inDistrict(appUser), eq(appUser.id, toolRight.userId), isNull(appUser.disabledAt)),
      )
      .where(and(inDistrict(toolRight), eq(toolRight.right, 'User Security'), ne(appUser.id, p.userId)))
      .limit(1),
);

/** The last user with User Security keeps it: a wrong group must not leave a district without any. */
async function refreshRights(
  ctx: Context,
  tx: Transaction,
  { id, username, admin, rights }: { id: string; username: string; admin: boolean; rights: ToolRight[] },
): Promise<void> {
  const keeps = admin && !rights.includes('User Security') && !(await otherAdmin.first(tx, { userId: id }));
  const now: ToolRight[] = keeps ? [...rights, 'User Security'] : rights;
  const before = await rightsOf(tx, { kind: 'user', id, username, name: username });
  const given = now.filter((right) => !before.includes(right));
  const taken = before.filter((right) => !now.includes(right));
  if (given.length === 0 && taken.length === 0) return;
  await giveRights(ctx, tx, { userId: id, rights: now });
  const detail = { given, taken };
  await recordAudit(ctx, tx, { action: 'single-sign-on.rights', target: username, detail });
}
