import { openCall } from '../http/call.ts';
import type { Handle } from '../http/every-method.ts';
import { finished } from '../http/finished.ts';
import { readiness } from './readiness.ts';

/** `GET /campus/api/health/live`: the process answers. */
export const liveEndpoint: Handle = async (server, request) =>
  finished(server, openCall(server, request), Response.json({ status: 'ok' }));

/** `GET /campus/api/health/ready`: 200 only if everything the process needs works, else 503 and what does not. */
export const readyEndpoint: Handle = async (server, request) => {
  const call = openCall(server, request);
  const checks = await readiness(server.db);
  const ready = Object.values(checks).every(Boolean);
  const body = { status: ready ? 'ok' : 'unavailable', ...checks };
  const headers: HeadersInit = ready ? {} : { 'Retry-After': '5' };
  return finished(server, call, Response.json(body, { status: ready ? 200 : 503, headers }));
};
