import type { Transaction } from '../../db/client.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { recordUnsigned } from '../audit/record-unsigned.ts';
import { closeSession } from '../auth/close-session.ts';
import { findSession, type Session } from '../auth/find-session.ts';
import { openSession } from '../auth/open-session.ts';
import { rotateSession } from '../auth/rotate-session.ts';
import { hashSessionToken } from '../auth/session-cookie.ts';
import type { Context } from '../context.ts';
import { admit } from './admit.ts';
import type { Arrival } from './arrival.ts';
import { knownUsers, subjectHashOf } from './known-users.ts';
import { linkIdentity } from './link-identity.ts';
import { markTested } from './mark-tested.ts';
import { PROBLEMS, type Problem, VisitProblem } from './problems.ts';
import { type ProviderRow, readProvider } from './provider-row.ts';
import { foundNothing, tryOut } from './try-out.ts';
import { endVisit, takeVisit, type Visit } from './visits.ts';

/** What comes back with the browser. */
export interface Returned {
  /** The token of the state, without the district. */
  token: string;
  /** Of the cookie. */
  browserToken: string;
  /** The session cookie that the browser sent. */
  session: string | undefined;
  browser: string | null;
  /** Checks the provider's answer and says who it is. @throws VisitProblem */
  identify: (row: ProviderRow, visit: Visit) => Promise<Arrival>;
}

/** Where the browser goes on, and its new session cookie. */
export interface Outcome {
  /** A path below the base path. */
  to: string;
  cookie?: string;
  /** Why it led to nothing. */
  problem?: Problem;
}

const CLOCKS_DIFFER_MS = 30_000;

/**
 * Takes the provider's answer for a visit, once, from the browser that began it.
 * @param ctx of the system: the answer says who it is
 * @throws VisitProblem if there is no such visit
 */
export async function answerVisit(ctx: Context, returned: Returned): Promise<Outcome> {
  const { db, district, now } = ctx;
  const hashes = {
    tokenHash: hashSessionToken(returned.token),
    browserHash: hashSessionToken(returned.browserToken),
  };
  const visit = await db.inDistrict(district.id, (tx) => takeVisit(tx, { ...hashes, now }));
  if (!visit) throw new VisitProblem('expired');
  try {
    const row = await db.inDistrict(district.id, readProvider);
    if (!row || (visit.purpose !== 'test' && !row.enabled)) throw new VisitProblem('notOn');
    const acting = visit.purpose === 'signIn' ? undefined : await actingSession(ctx, visit, returned.session);
    const arrival = await returned.identify(row, visit);
    return await ENDS[visit.purpose](ctx, { visit, row, arrival, acting, returned });
  } catch (error) {
    if (!(error instanceof VisitProblem)) throw error;
    return refuse(ctx, visit, { problem: error.problem, reason: error.reason, username: null });
  }
}

interface Answered {
  visit: Visit;
  row: ProviderRow;
  arrival: Arrival;
  /** Of the user who began; undefined for a sign-in. */
  acting: Session | undefined;
  returned: Returned;
}

const ENDS: Record<Visit['purpose'], (ctx: Context, answered: Answered) => Promise<Outcome>> = {
  signIn: endSignIn,
  test: endTest,
  confirm: endConfirm,
  link: endLink,
};

async function endSignIn(ctx: Context, { visit, row, arrival, returned }: Answered): Promise<Outcome> {
  const { db, district, now, address = 'unknown' } = ctx;
  const ended = await db.inDistrict(district.id, async (tx) => {
    const admission = await admit(ctx, tx, { settings: row.settings, arrival });
    if ('problem' in admission) return admission;
    const { userId } = admission;
    const cookie = await openSession(tx, {
      ...{ district, userId, address, browser: returned.browser, now },
      detail: { by: 'single sign-on' },
      singleSignOn: true,
      confirmedAt: confirmedAt(arrival, now),
    });
    await endVisit(tx, { id: visit.id, userId, now });
    return { cookie };
  });
  if ('problem' in ended) return refuse(ctx, visit, ended);
  await closeSession(db, returned.session, { now, address });
  return { to: visit.returnTo, cookie: ended.cookie };
}

/** When the person last proved who they are: a provider may have known them for hours. */
const confirmedAt = ({ signedInAt }: Arrival, now: Date): Date | null =>
  signedInAt && signedInAt < now ? signedInAt : null;

async function endTest(ctx: Context, { visit, row, arrival }: Answered): Promise<Outcome> {
  const { db, district, now } = ctx;
  await db.inDistrict(district.id, async (tx) => {
    const found = await tryOut(tx, { settings: row.settings, arrival });
    await markTested(tx, { settings: row.settings, now });
    await endVisit(tx, { id: visit.id, userId: visit.userId, found, now });
  });
  return { to: `${visit.returnTo}?test=${visit.id}` };
}

async function endConfirm(ctx: Context, answered: Answered): Promise<Outcome> {
  const { visit, arrival, acting } = answered;
  if (arrival.signedInAt && arrival.signedInAt.getTime() < visit.startedAt.getTime() - CLOCKS_DIFFER_MS)
    throw new VisitProblem('stale');
  const cookie = await asActing(ctx, answered, async (as, tx) => {
    const { linked } = await knownUsers(tx, { subjectHash: subjectHashOf(arrival), username: null });
    if (!acting || linked?.id !== acting.user.id) throw new VisitProblem('otherAccount');
    return rotateSession(as, tx, acting.id);
  });
  return { to: visit.returnTo, cookie };
}

async function endLink(ctx: Context, answered: Answered): Promise<Outcome> {
  const { visit, arrival } = answered;
  const subjectHash = subjectHashOf(arrival);
  await asActing(ctx, answered, async (as, tx) => {
    const { user } = answered.acting as Session;
    const known = await knownUsers(tx, { subjectHash, username: user.username });
    if (known.named?.emergency) throw new VisitProblem('emergency');
    if (known.linked && known.linked.id !== user.id) throw new VisitProblem('linkedToOther');
    await linkIdentity(tx, { id: ctx.newId(), userId: user.id, subjectHash, now: ctx.now });
    await recordAudit(as, tx, { action: 'single-sign-on.linked', target: user.username });
  });
  return { to: visit.returnTo };
}

/** Works as the user who began, and ends the visit in the same transaction. */
const asActing = <R>(
  ctx: Context,
  { visit, acting }: Answered,
  work: (as: Context, tx: Transaction) => Promise<R>,
): Promise<R> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const session = acting as Session;
    const as: Context = { ...ctx, actor: { kind: 'user', ...session.user, sessionId: session.id } };
    const done = await work(as, tx);
    await endVisit(tx, { id: visit.id, userId: session.user.id, now: ctx.now });
    return done;
  });

/** The session that began the visit. @throws VisitProblem if its user is no longer signed in here */
async function actingSession(ctx: Context, visit: Visit, cookie: string | undefined): Promise<Session> {
  const session = await findSession(ctx.db, cookie, { now: ctx.now });
  if (session?.district.id !== ctx.district.id || session.user.id !== visit.userId)
    throw new VisitProblem('otherUser');
  return session;
}

/** Ends a visit that leads to nothing. Who has tested reads why on the page of the settings, an admin in the audit log. */
async function refuse(
  ctx: Context,
  visit: Visit,
  { problem, reason, username }: { problem: Problem; reason?: string | undefined; username: string | null },
): Promise<Outcome> {
  const { db, district, now, address = 'unknown' } = ctx;
  const isTest = visit.purpose === 'test';
  await db.inDistrict(district.id, async (tx) => {
    const found = isTest ? foundNothing(reason ?? PROBLEMS[problem]) : null;
    await endVisit(tx, { id: visit.id, userId: visit.userId, problem, found, now });
    if (isTest) return;
    const detail = { problem, ...(reason !== undefined && { reason }) };
    await recordUnsigned(
      tx,
      { address, now },
      { action: 'single-sign-on.refused', target: username, detail },
    );
  });
  return isTest ? { to: `${visit.returnTo}?test=${visit.id}` } : { to: visit.returnTo, problem };
}
