import { isCrossSite } from '../../../lib/auth/same-origin.ts';
import { AUTH_TEXTS } from '../../../lib/auth/texts.ts';
import { Forbidden, NotFound } from '../../../lib/failure.ts';
import { openCall } from '../../../lib/http/call.ts';
import type { Handle } from '../../../lib/http/every-method.ts';
import { finished } from '../../../lib/http/finished.ts';
import { networkAddress } from '../../../lib/http/network-address.ts';
import { problemOf, problemResponse } from '../../../lib/http/problem.ts';
import { receive } from '../../../lib/http/receive.ts';
import { describeError } from '../../../lib/log.ts';
import { setOperatorCookie } from '../../../lib/operator/cookie.ts';
import { openOperatorLink } from '../../../lib/operator/session.ts';
import { OPERATOR_TEXTS } from '../../../lib/operator/texts.ts';

/** A token has 43. */
const MAX_TOKEN_BYTES = 100;

/** `POST /campus/api/operator/open`, the end of a link as its body: the operator's session, once. Without a sign-in. */
export const openOperatorEndpoint: Handle = async (server, request) => {
  const call = openCall(server, request);
  try {
    if (isCrossSite(request, server.publicUrl)) throw new Forbidden(AUTH_TEXTS.otherSite());
    const { bytes } = await receive(request, { limit: MAX_TOKEN_BYTES, pace: server.pace });
    const link = Buffer.from(bytes).toString('latin1');
    const token = await openOperatorLink(server.db, { link, address: networkAddress(request.headers) });
    if (!token) throw new NotFound(OPERATOR_TEXTS.noSuchLink());
    const https = server.publicUrl.startsWith('https:');
    return finished(
      server,
      call,
      new Response(null, { status: 204, headers: { 'Set-Cookie': setOperatorCookie(token, https) } }),
    );
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status >= 500)
      server.log.error({ requestId: call.requestId, ...describeError(error) }, 'call failed');
    return finished(server, call, problemResponse(problem, call));
  }
};
