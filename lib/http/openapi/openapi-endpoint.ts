import { openCall } from '../call.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Handle } from '../every-method.ts';
import { finished } from '../finished.ts';
import { openApiDocument } from './document.ts';
import { securitySchemes } from './security-schemes.ts';

/** `GET …/openapi.json[?appName=…]`, for anyone: it tells of no district but the one that the caller names. */
export function openApiEndpoint(endpoints: readonly Endpoint[]): Handle {
  // Made once: anyone may ask, and only the Token URL differs.
  let made: ReturnType<typeof openApiDocument> | undefined;
  return async (server, request) => {
    const call = openCall(server, request);
    const { publicUrl } = server;
    const appName = call.url.searchParams.get('appName') || undefined;
    made ??= openApiDocument({ endpoints, publicUrl, appName: undefined });
    const components = { ...made.components, securitySchemes: securitySchemes(publicUrl, appName) };
    const document = { ...made, components };
    return finished(server, call, Response.json(document, { headers: { 'Cache-Control': 'no-cache' } }));
  };
}
