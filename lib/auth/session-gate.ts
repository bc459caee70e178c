import { rightGivers } from '../access/right-givers.ts';
import { missingRight, TOOL_RIGHTS, type ToolRight } from '../access/rights.ts';
import { Forbidden, Unauthenticated } from '../failure.ts';
import type { Gate } from '../http/gate.ts';
import { findSession } from './find-session.ts';
import { isFresh, passwordNeeded } from './fresh-sign-in.ts';
import { lastFirst } from './last-first.ts';
import { isCrossSite } from './same-origin.ts';
import { sessionCookieIn } from './session-cookie.ts';

/** The admin API's gate: a session, a call from one of Campus' own pages, and the endpoint's tool right. */
export const sessionGate: Gate = async (server, request) => {
  if (isCrossSite(request, server.publicUrl))
    return { refusal: new Forbidden('This call must come from a page of Campus itself.') };
  const https = server.publicUrl.startsWith('https:');
  const session = await findSession(server.db, sessionCookieIn(request.headers.get('cookie'), https), {
    now: server.now(),
    active: request.headers.get('x-unattended') === null,
  });
  if (!session)
    return {
      refusal: new Unauthenticated('You are not signed in, or were away for too long. Sign in again.'),
    };
  const { district, user, rights } = session;
  const givers =
    rights.length < TOOL_RIGHTS.length ? await server.db.inDistrict(district.id, rightGivers) : [];
  return {
    district,
    actor: { kind: 'user', ...user, name: lastFirst(user.name), sessionId: session.id },
    refusalFor(access) {
      if ('scope' in access)
        return new Forbidden('This call is for clients with a token, not for people who are signed in.');
      const wanted = 'oneOf' in access ? access.oneOf : [access.right];
      if (!wanted.some((right) => right === 'any' || rights.includes(right)))
        return new Forbidden(missingRight(wanted as ToolRight[], givers));
      if ('confirmed' in access && !isFresh(session.confirmedAt, server.now()))
        return passwordNeeded(session.secondFactor);
    },
  };
};
