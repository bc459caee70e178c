import { tracer } from '../../db/tracer.ts';
import type { Call } from './call.ts';
import { nameSpan } from './name-span.ts';
import type { Server } from './server.ts';

/** Adds the headers of every answer, and writes the call's line in the server's log. */
export function finished(server: Server, call: Call, response: Response): Response {
  response.headers.set('X-Request-Id', call.requestId);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  for (const [name, value] of Object.entries(call.limits ?? {})) response.headers.set(name, value);
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store');
  if (call.route) nameSpan(call.request.method, call.route);
  const span = tracer()?.current();
  span?.set({ 'campus.district': call.district?.shortId });
  const milliseconds = Math.round(performance.now() - call.started);
  server.requestLog?.note({
    districtId: call.district?.id,
    clientId: call.clientId,
    proven: call.proven !== false,
    occurredAt: call.startedAt,
    method: call.request.method,
    path: call.instance,
    route: call.route,
    status: response.status,
    milliseconds,
    requestId: call.requestId,
  });
  server.log.info({
    requestId: call.requestId,
    method: call.request.method,
    path: call.route,
    status: response.status,
    milliseconds,
    district: call.district?.shortId,
    client: call.clientId,
    user: call.userId,
    trace: span?.traceId,
  });
  return call.request.method === 'HEAD' ? new Response(null, response) : response;
}
