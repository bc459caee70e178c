import { openCall } from '../call.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Handle } from '../every-method.ts';
import { finished } from '../finished.ts';
import { openApiDocument } from './document.ts';

/** `GET …/openapi.json[?appName=…]`, for anyone: it tells of no district but the one that the caller names. */
export const openApiEndpoint =
  (endpoints: readonly Endpoint[]): Handle =>
  async (server, request) => {
    const call = openCall(server, request);
    const appName = call.url.searchParams.get('appName') || undefined;
    const document = openApiDocument({ endpoints, publicUrl: server.publicUrl, appName });
    return finished(server, call, Response.json(document, { headers: { 'Cache-Control': 'no-cache' } }));
  };
