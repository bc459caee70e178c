import { SCOPES } from '../access/scopes.ts';
import { documentedAppName } from '../district/documented-app-name.ts';
import { openCall } from '../http/call.ts';
import type { Handle } from '../http/every-method.ts';
import { finished } from '../http/finished.ts';
import { BASE_PATH, TOKEN_PATH } from '../http/paths.ts';

/** Authorization server metadata (RFC 8414). The token endpoint names the appName. */
export function serverMetadata(publicUrl: string, appName: string) {
  const issuer = `${publicUrl}${BASE_PATH}`;
  const methods = ['client_secret_basic', 'client_secret_post'];
  return {
    issuer,
    token_endpoint: `${publicUrl}${TOKEN_PATH}?appName=${encodeURIComponent(appName)}`,
    token_endpoint_auth_methods_supported: methods,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    scopes_supported: SCOPES,
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    revocation_endpoint_auth_methods_supported: methods,
    service_documentation: `${issuer}/api/businessOfficeIntegration/docs`,
  };
}

/** `GET /campus/.well-known/oauth-authorization-server[?appName=…]`. */
export const metadataEndpoint: Handle = async (server, request) => {
  const call = openCall(server, request);
  const appName = await documentedAppName(server.db, call.url.searchParams.get('appName'));
  return finished(server, call, Response.json(serverMetadata(server.publicUrl, appName)));
};
