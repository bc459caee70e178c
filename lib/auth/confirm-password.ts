import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser, session } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Invalid, Unauthenticated } from '../failure.ts';
import { verifyPassword } from './passwords.ts';
import { rotateSession } from './rotate-session.ts';
import { readFactor, takeCode } from './second-factor.ts';
import { AUTH_TEXTS } from './texts.ts';
import { MAX_TYPED_PASSWORD_CHARS } from './typed-password.ts';
import { underLimit } from './under-limit.ts';

/** What users enter to prove that it is still they who use the session. */
interface Proof {
  password: string;
  /** Of the authenticator app; needed by a user with a second factor. */
  code?: string;
}

const userOfSession = defineQuery('the user of a session', (orm, p: Params<{ sessionId: string | null }>) =>
  orm
    .select({ id: appUser.id, username: appUser.username, passwordHash: appUser.passwordHash })
    .from(session)
    .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, session.userId)))
    .where(and(inDistrict(session), eq(session.id, p.sessionId), isNull(session.revokedAt))),
);

type SignedIn = NonNullable<Awaited<ReturnType<typeof userOfSession.first>>>;

/**
 * Checks the user's own password, and a code if they have a second factor. A wrong one counts as a failed sign-in and
 * is audited. A right one opens the calls that need it (`confirmed`) for ten minutes, and changes the session's cookie.
 *
 * @param passwordAt the pointer of the errors about the password
 * @returns the new cookie's value
 * @throws Invalid at `passwordAt` or /code, Conflict while the account has to wait
 */
export async function confirmPassword(ctx: Context, proof: Proof, passwordAt = '/password'): Promise<string> {
  const sessionId = ctx.actor.kind === 'user' ? (ctx.actor.sessionId ?? null) : null;
  const inTransaction = <R>(work: (tx: Transaction) => Promise<R>) =>
    ctx.db.inDistrict(ctx.district.id, work);
  const user = await inTransaction((tx) => userOfSession.first(tx, { sessionId }));
  if (!user || !sessionId) throw new Unauthenticated(AUTH_TEXTS.notSignedIn());
  let wrong: 'password' | 'code' = 'password';
  const right = await underLimit(ctx, user.username, async () => {
    if (!(await isPassword(user, proof.password))) return undefined;
    wrong = 'code';
    return (await inTransaction((tx) => isCode(ctx, tx, user, proof.code))) || undefined;
  });
  if (right) return inTransaction((tx) => rotateSession(ctx, tx, sessionId));
  const detail = { reason: wrong };
  await inTransaction((tx) =>
    recordAudit(ctx, tx, { action: 'account.confirm-failed', target: user.username, detail }),
  );
  if (wrong === 'password') throw invalidAt(passwordAt, AUTH_TEXTS.wrongPassword());
  throw wrongCode();
}

const isPassword = async ({ passwordHash }: SignedIn, password: string): Promise<boolean> =>
  password.length <= MAX_TYPED_PASSWORD_CHARS && (await verifyPassword(passwordHash, password));

/** Whether the code is right; true for a user without a second factor. */
async function isCode(ctx: Context, tx: Transaction, { id }: SignedIn, code = ''): Promise<boolean> {
  const factor = await readFactor(tx, id);
  if (!factor?.since) return true;
  return (await takeCode(tx, ctx.keys, { userId: id, factor, code, now: ctx.now })) !== undefined;
}

/** The refusal of a wrong code, at /code. */
export const wrongCode = (): Invalid => invalidAt('/code', AUTH_TEXTS.wrongCode());

const invalidAt = (pointer: string, message: string): Invalid =>
  new Invalid(message, [{ pointer, code: 'invalid', message }]);
