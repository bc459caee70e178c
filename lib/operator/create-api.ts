import { isCrossSite } from '../auth/same-origin.ts';
import { AUTH_TEXTS } from '../auth/texts.ts';
import { Forbidden, NotFound, Unauthenticated } from '../failure.ts';
import { type Call, openCall } from '../http/call.ts';
import type { EndpointFor } from '../http/endpoint.ts';
import type { Handle } from '../http/every-method.ts';
import { finished } from '../http/finished.ts';
import { networkAddress } from '../http/network-address.ts';
import { problemOf, problemResponse } from '../http/problem.ts';
import { readQuery } from '../http/query.ts';
import { readBody } from '../http/read-body.ts';
import { routeTable } from '../http/route-table.ts';
import { runEndpoint } from '../http/run-endpoint.ts';
import type { Server } from '../http/server.ts';
import { HTTP_TEXTS } from '../http/texts.ts';
import { describeError } from '../log.ts';
import { newId } from '../new-id.ts';
import type { OperatorContext } from './context.ts';
import { operatorCookieIn } from './cookie.ts';
import { operatorOf } from './session.ts';
import { OPERATOR_TEXTS } from './texts.ts';

/**
 * The API of the operator's page. It has the contracts of the others (lib/http/api.ts), but no district: no client, limit,
 * error log or Idempotency-Key. Every call needs an operator's live session and comes from one of Campus' own pages.
 */
export function createOperatorApi({
  base,
  endpoints,
}: {
  base: string;
  endpoints: readonly EndpointFor<OperatorContext>[];
}): Handle {
  const find = routeTable<OperatorContext>(endpoints);

  return async (server, request) => {
    const call = openCall(server, request);
    const response = await serve(server, call).catch((error: unknown) => {
      const problem = problemOf(error);
      if (problem.status >= 500)
        server.log.error({ requestId: call.requestId, ...describeError(error) }, 'call failed');
      return problemResponse(problem, call);
    });
    return finished(server, call, response);
  };

  async function serve(server: Server, call: Call): Promise<Response> {
    const { request } = call;
    const found = find(request.method, call.instance.slice(base.length));
    if ('options' in found)
      return new Response(null, { status: 204, headers: { Allow: found.options.join(', ') } });
    if ('failure' in found) throw found.failure;
    const { endpoint, params } = found.match;
    call.route = base + endpoint.path;
    const ctx = await contextOf(server, call);
    if (endpoint.params?.safeParse(params).success === false) throw new NotFound(HTTP_TEXTS.noSuchId());
    const query = readQuery(endpoint.query, call.url.search);
    const sent = await readBody(endpoint, call, server.pace);
    const input = { params, query, headers: request.headers, sent };
    return runEndpoint(endpoint, ctx, input, server.publicUrl + base);
  }
}

/** @throws Forbidden for another site's page, Unauthenticated */
async function contextOf(
  { db, keys, publicUrl }: Server,
  { request, startedAt, requestId }: Call,
): Promise<OperatorContext> {
  if (isCrossSite(request, publicUrl)) throw new Forbidden(AUTH_TEXTS.otherSite());
  const token = operatorCookieIn(request.headers.get('cookie'), publicUrl.startsWith('https:'));
  const active = request.headers.get('x-unattended') === null;
  const operator = await operatorOf(db, token, { active });
  if (!operator) throw new Unauthenticated(OPERATOR_TEXTS.notSignedIn());
  const address = networkAddress(request.headers);
  return { operator, db, keys, now: startedAt, newId, requestId, address };
}
