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
import { ownMetadata } from '../../../lib/single-sign-on/saml/own-metadata.ts';
import { serviceProviderOf } from '../../../lib/single-sign-on/saml/service-provider.ts';
import { keptArrival, takePost } from '../../../lib/single-sign-on/take-post.ts';
import { safeCallbackUrl } from '../auth/callback-url.ts';
import { samlForm } from './saml-form.ts';

/**
 * The way to a district's identity provider and back: `/start`, `/{shortId}/answer`, and for SAML `/{shortId}/metadata`.
 * Browsers come here by links, redirects and a provider's form, so every answer but the metadata leads on to a page.
 */
export const signOnEndpoint: Handle = (server, request) => {
  const path = new URL(request.url).pathname.slice(SIGN_ON_PATH.length);
  if (path === '/start') return pathOf({ GET: led(start) })(server, request);
  const [, shortId, place] = /^\/([\w-]{1,40})\/(answer|metadata)$/.exec(path) ?? [];
  if (!shortId) return nothingHere(server, request);
  if (place === 'metadata')
    return pathOf({ GET: (server, request) => metadata(server, request, shortId) })(server, request);
  return pathOf({
    GET: led((server, call) => answer(server, call, shortId)),
    POST: led((server, call) => posted(server, call, shortId)),
  })(server, request);
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

/**
 * A SAML provider's answer, posted by its page. The browser sends no cookie with it, and comes again with its cookie by the
 * redirect to `answer`.
 */
async function posted(server: Server, call: Call, shortId: string): Promise<Lead> {
  call.route = `${SIGN_ON_PATH}/{district}/answer`;
  const district = await districtByShortId(server.db, shortId);
  return orProblemPage(district?.appName ?? '', async () => {
    const form = await samlForm(server, call.request);
    const key = readSessionCookie(form.relayState);
    if (!key) throw new VisitProblem('unsolicited');
    if (!district || key.shortId !== shortId) throw new VisitProblem('expired');
    call.district = district;
    await takePost(contextOf(server, call, district), { token: key.token, answer: form.answer });
    return { to: `${call.url.pathname}?${new URLSearchParams({ state: form.relayState })}` };
  });
}

/** Campus' own SAML metadata for a district's provider: they are no secret. */
async function metadata(server: Server, request: Request, shortId: string): Promise<Response> {
  const district = await districtByShortId(server.db, shortId);
  if (!district) return nothingHere(server, request);
  const call = openCall(server, request);
  call.route = `${SIGN_ON_PATH}/{district}/metadata`;
  const headers = {
    'Content-Type': 'application/samlmetadata+xml',
    'Content-Disposition': `attachment; filename="campus-${district.shortId}.xml"`,
  };
  const xml = ownMetadata(serviceProviderOf(server.publicUrl, district));
  return finished(server, call, new Response(xml, { headers }));
}

/** The provider's answer: OpenID Connect's by a redirect of the browser, SAML's as it was kept. */
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
      identify: async (row, visit) => {
        const { connection, claims } = row.settings;
        if (connection.protocol === 'saml') return keptArrival(row, visit);
        const provider = oidcProviderOf(ctx, row, connection);
        return exchangeCode(provider, answered, { state, browserToken, claims });
      },
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
