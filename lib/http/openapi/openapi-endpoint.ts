import { documentedAppName } from '../../district/documented-app-name.ts';
import { openCall } from '../call.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Handle } from '../every-method.ts';
import { finished } from '../finished.ts';
import { openApiDocument } from './document.ts';
import { securitySchemes } from './security-schemes.ts';

/** `GET …/openapi.json[?appName=…]`, for anyone: of a district it says no more than its appName. */
export function openApiEndpoint(endpoints: readonly Endpoint[]): Handle {
  // Made once: anyone may ask, and only the Token URL differs.
  let made: ReturnType<typeof openApiDocument> | undefined;
  return async (server, request) => {
    const call = openCall(server, request);
    const { publicUrl } = server;
    const appName = await documentedAppName(server.db, call.url.searchParams.get('appName'));
    made ??= openApiDocument({ endpoints, publicUrl, appName: undefined });
    const components = { ...made.components, securitySchemes: securitySchemes(publicUrl, appName) };
    const document = { ...made, components };
    return finished(server, call, Response.json(document, { headers: { 'Cache-Control': 'no-cache' } }));
  };
}
