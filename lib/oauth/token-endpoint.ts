import type { District } from '../context.ts';
import { documentedAppName } from '../district/documented-app-name.ts';
import { districtByAppName } from '../district/find-district.ts';
import type { Call } from '../http/call.ts';
import { readForm, twice } from '../http/form.ts';
import { TOKEN_PATH } from '../http/paths.ts';
import type { Server } from '../http/server.ts';
import { authenticateClient } from './authenticate-client.ts';
import { clientAuthentication } from './client-authentication.ts';
import type { Parameters } from './form-parameters.ts';
import { issueToken } from './issue-token.ts';
import { namedDistrict, oauthEndpoint } from './oauth-endpoint.ts';
import { OAuthError } from './oauth-error.ts';
import { OAUTH_TEXTS } from './texts.ts';

/** `POST /campus/oauth2/token?appName=…` (CRED-2, CRED-3; RFC 6749 §3.2). */
export const tokenEndpoint = oauthEndpoint(async (server, call, form) => {
  const appName = applicationOf(call);
  if (appName === undefined) throw await noApplication(server, call, form);
  call.district = await districtByAppName(server.db, appName);
  const token = await issueToken(server, { headers: call.request.headers, form, district: call.district });
  return Response.json(token, { headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache' } });
}, ofTokenUrl);

/** The district that the Token URL names, or else the Client ID. */
async function ofTokenUrl(server: Server, call: Call): Promise<District | undefined> {
  const [appName, ...others] = call.url.searchParams.getAll('appName');
  const named = appName && others.length === 0 ? await districtByAppName(server.db, appName) : undefined;
  return named ?? namedDistrict(server, call);
}

/** The query's appName, undefined when there is none. Other parameters are ignored (RFC 6749 §3.2). */
function applicationOf(call: Call): string | undefined {
  const pairs = readForm(call.url.search.slice(1));
  if (!pairs) throw new OAuthError('invalid_request', OAUTH_TEXTS.queryNotEncoded());
  if (twice(pairs).includes('appName')) throw new OAuthError('invalid_request', OAUTH_TEXTS.appNameTwice());
  return new Map(pairs).get('appName') || undefined;
}

/** Shows the Token URL to use; the name of a district only to a client of it, or where there is one district. */
async function noApplication(server: Server, call: Call, form: Parameters): Promise<OAuthError> {
  call.district = await namedDistrict(server, call);
  const own = call.district && (await isClientOf(server, call, call.district, form));
  const named = own ? call.district?.appName : undefined;
  const appName = await documentedAppName(server.db, named);
  const url = `${server.publicUrl}${TOKEN_PATH}?appName=${encodeURIComponent(appName)}`;
  return new OAuthError('invalid_request', OAUTH_TEXTS.noApplication(url));
}

const isClientOf = (server: Server, call: Call, { id }: District, form: Parameters): Promise<boolean> =>
  server.db.inDistrict(id, async (tx) => {
    try {
      const credentials = clientAuthentication(call.request.headers, form);
      await authenticateClient(tx, server.keys, credentials, server.now());
      return true;
    } catch (error) {
      if (error instanceof OAuthError) return false;
      throw error;
    }
  });
