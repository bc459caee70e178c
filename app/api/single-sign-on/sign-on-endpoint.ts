import { browserName } from '../../../lib/auth/browser-name.ts';
import { readSessionCookie, sessionCookieIn, setSessionCookie } from '../../../lib/auth/session-cookie.ts';
import type { Context, District } from '../../../lib/context.ts';
import { districtByAppName, districtByShortId } from '../../../lib/district/find-district.ts';
import { type Call, openCall } from '../../../lib/http/call.ts';
import { type Handle, nothingHere, pathOf } from '../../../lib/http/every-method.ts';
import { finished } from '../../../lib/http/finished.ts';
import { networkAddress } from '../../../lib/http/network-address.ts';
import { BASE_PATH } from '../../../lib/http/paths.ts';
import type { Server } from '../../../lib/http/server.ts';
import { describeError } from '../../../lib/log.ts';
import { newId } from '../../../lib/new-id.ts';
import { redirectUri, SIGN_ON_PATH } from '../../../lib/single-sign-on/addresses.ts';
import { answerVisit } from '../../../lib/single-sign-on/answer-visit.ts';
import { beginVisit } from '../../../lib/single-sign-on/begin-visit.ts';
import { browserCookieIn, setBrowserCookie } from '../../../lib/single-sign-on/browser-cookie.ts';
import { exchangeCode } from '../../../lib/single-sign-on/oidc/exchange-code.ts';
import { oidcProviderOf } from '../../../lib/single-sign-on/oidc-provider-of.ts';
import { type Problem, VisitProblem } from '../../../lib/single-sign-on/problems.ts';
import { safeCallbackUrl } from '../auth/callback-url.ts';

/**
 * The way to a district's identity provider and back: `/start`, and `/{shortId}/answer`. Browsers come here by links and
 * redirects, so every answer leads on to a page.
 */
export const signOnEndpoint: Handle = (server, request) => {
  const path = new URL(request.url).pathname.slice(SIGN_ON_PATH.length);
  if (path === '/start') return pathOf({ GET: led(start) })(server, request);
  const shortId = /^\/([\w-]{1,40})\/answer$/.exec(path)?.[1];
  if (!shortId) return nothingHere(server, request);
  return pathOf({ GET: led((server, call) => answer(server, call, shortId)) })(server, request);
};

/** Where the browser goes on. */
interface Lead {
  /** A path of Campus, or the provider's address. */
  to: string;
  cookie?: string;
}
type Work = (server: Server, call: Call) => Promise<Lead>;

/** `/start?appName=…&callbackUrl=…` */
async function start(server: Server, call: Call): Promise<Lead> {
  const asked = call.url.searchParams;
  const appName = asked.get('appName')?.trim() ?? '';
  call.route = `${SIGN_ON_PATH}/start`;
  return orProblemPage(appName, async () => {
    const district = await districtByAppName(server.db, appName);
    if (!district) throw new VisitProblem('notOn');
    call.district = district;
    const wanted = safeCallbackUrl(asked.get('callbackUrl') ?? undefined, server.publicUrl);
    const returnTo = wanted.slice(`${server.publicUrl}${BASE_PATH}`.length) || '/';
    const { url, browserToken } = await beginVisit(contextOf(server, call, district), {
      purpose: 'signIn',
      returnTo,
    });
    return { to: url, cookie: setBrowserCookie(browserToken, isHttps(server)) };
  });
}

/** The provider's answer, by a redirect of the browser. */
async function answer(server: Server, call: Call, shortId: string): Promise<Lead> {
  call.route = `${SIGN_ON_PATH}/{district}/answer`;
  const { headers } = call.request;
  const state = call.url.searchParams.get('state') ?? '';
  const key = readSessionCookie(state);
  const district = await districtByShortId(server.db, shortId);
  const browserToken = browserCookieIn(headers.get('cookie'), isHttps(server));
  return orProblemPage(district?.appName ?? '', async () => {
    if (!district || key?.shortId !== shortId) throw new VisitProblem('expired');
    call.district = district;
    const ctx = contextOf(server, call, district);
    // The provider compares it with the one of the start: as Campus is called from outside, not as the request says.
    const answered = new URL(redirectUri(server.publicUrl, district) + call.url.search);
    const { to, cookie, problem } = await answerVisit(ctx, {
      token: key.token,
      browserToken,
      session: sessionCookieIn(headers.get('cookie'), isHttps(server)),
      browser: browserName(headers.get('user-agent')),
      identify: (row) =>
        exchangeCode(oidcProviderOf(ctx, row), answered, {
          state,
          browserToken,
          claims: row.settings.claims,
        }),
    });
    if (problem) throw new VisitProblem(problem);
    return {
      to: `${BASE_PATH}${to === '/' ? '' : to}`,
      ...(cookie && { cookie: setSessionCookie(cookie, isHttps(server)) }),
    };
  });
}

async function orProblemPage(appName: string, work: () => Promise<Lead>): Promise<Lead> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof VisitProblem)) throw error;
    return problemPage(error.problem, appName);
  }
}

const problemPage = (problem: Problem, appName = ''): Lead => ({
  to: `${BASE_PATH}/sign-on-problem?${new URLSearchParams({ problem, ...(appName && { appName }) })}`,
});

/** The answer to a browser: a redirect, also where something unforeseen fails. HEAD does nothing. */
const led =
  (work: Work): Handle =>
  async (server, request) => {
    const call = openCall(server, request);
    if (request.method === 'HEAD') return finished(server, call, new Response(null, { status: 204 }));
    const { to, cookie } = await work(server, call).catch((error: unknown) => {
      server.log.error({ requestId: call.requestId, ...describeError(error) }, 'call failed');
      return problemPage('refused') as Lead;
    });
    const headers = new Headers({ Location: to.startsWith('/') ? server.publicUrl + to : to });
    if (cookie) headers.append('Set-Cookie', cookie);
    headers.set('Cache-Control', 'no-store');
    return finished(server, call, new Response(null, { status: 303, headers }));
  };

const isHttps = ({ publicUrl }: Server): boolean => publicUrl.startsWith('https:');

const contextOf = (server: Server, call: Call, district: District): Context => ({
  actor: { kind: 'system', name: 'Single sign-on' },
  district,
  db: server.db,
  keys: server.keys,
  now: call.startedAt,
  newId,
  requestId: call.requestId,
  publicUrl: server.publicUrl,
  providerAddresses: server.providerAddresses,
  address: networkAddress(call.request.headers),
});
