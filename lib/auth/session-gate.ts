import { parse } from 'node:querystring';
import { rightGivers } from '../access/right-givers.ts';
import { missingRight, TOOL_RIGHTS, type ToolRight } from '../access/rights.ts';
import { Forbidden, Unauthenticated } from '../failure.ts';
import type { Gate } from '../http/gate.ts';
import { findSession } from './find-session.ts';
import { lastFirst } from './last-first.ts';
import { isCrossSite } from './same-origin.ts';
import { sessionCookieName } from './session-cookie.ts';

/** The admin API's gate: a session, a call from one of Campus' own pages, and the endpoint's tool right. */
export const sessionGate: Gate = async (server, request) => {
  if (isCrossSite(request, server.publicUrl))
    return { refusal: new Forbidden('This call must come from a page of Campus itself.') };
  const session = await findSession(server.db, cookieOf(request, server.publicUrl), {
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
    actor: { kind: 'user', id: user.id, name: lastFirst(user.name), sessionId: session.id },
    refusalFor(access) {
      if ('scope' in access)
        return new Forbidden('This call is for clients with a token, not for people who are signed in.');
      if ('right' in access && access.right === 'any') return undefined;
      const wanted = 'oneOf' in access ? access.oneOf : [access.right as ToolRight];
      if (wanted.some((right) => rights.includes(right))) return undefined;
      return new Forbidden(missingRight(wanted, givers));
    },
  };
};

function cookieOf(request: Request, publicUrl: string): string | undefined {
  const cookies = parse(request.headers.get('cookie') ?? '', '; ');
  const value = cookies[sessionCookieName(publicUrl.startsWith('https:'))];
  return Array.isArray(value) ? value[0] : value;
}
