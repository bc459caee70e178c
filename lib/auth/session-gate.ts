import { rightGivers } from '../access/right-givers.ts';
import { missingRight, TOOL_RIGHTS, type ToolRight } from '../access/rights.ts';
import { Forbidden, Unauthenticated } from '../failure.ts';
import type { Gate } from '../http/gate.ts';
import { lastFirst } from '../text/last-first.ts';
import { findSession } from './find-session.ts';
import { isFresh, passwordNeeded, signOnNeeded } from './fresh-sign-in.ts';
import { isCrossSite } from './same-origin.ts';
import { factorNeeded } from './second-factor-policy.ts';
import { sessionCookieIn } from './session-cookie.ts';
import { AUTH_TEXTS } from './texts.ts';

/** The admin API's gate: a session, a call from one of Campus' own pages, and the endpoint's tool right. */
export const sessionGate: Gate = async (server, request) => {
  if (isCrossSite(request, server.publicUrl)) return { refusal: new Forbidden(AUTH_TEXTS.otherSite()) };
  const https = server.publicUrl.startsWith('https:');
  const session = await findSession(server.db, sessionCookieIn(request.headers.get('cookie'), https), {
    now: server.now(),
    active: request.headers.get('x-unattended') === null,
  });
  if (!session) return { refusal: new Unauthenticated(AUTH_TEXTS.notSignedInOrAway()) };
  const { district, user, rights } = session;
  const givers =
    rights.length < TOOL_RIGHTS.length ? await server.db.inDistrict(district.id, rightGivers) : [];
  return {
    district,
    actor: { kind: 'user', ...user, name: lastFirst(user.name), sessionId: session.id },
    refusalFor(access) {
      if ('scope' in access || 'operator' in access) return new Forbidden(AUTH_TEXTS.clientsOnly());
      if (session.factorNeeded && !('beforeFactor' in access)) return factorNeeded();
      const wanted = 'oneOf' in access ? access.oneOf : [access.right];
      if (!wanted.some((right) => right === 'any' || rights.includes(right)))
        return new Forbidden(missingRight(wanted as ToolRight[], givers));
      if ('confirmed' in access && !isFresh(session.confirmedAt, server.now()))
        return session.singleSignOn ? signOnNeeded() : passwordNeeded(session.secondFactor);
    },
  };
};
