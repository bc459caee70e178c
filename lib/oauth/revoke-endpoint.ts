import { and, eq, isNull } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { accessToken } from '../../db/schema/client.ts';
import { authenticateClient } from './authenticate-client.ts';
import { clientAuthentication } from './client-authentication.ts';
import { tokenHash } from './credentials.ts';
import { namedDistrict, oauthEndpoint } from './oauth-endpoint.ts';
import { invalidClient, OAuthError } from './oauth-error.ts';
import { OAUTH_TEXTS } from './texts.ts';

const revokeToken = defineCommand(
  'revoke an access token',
  (orm, p: Params<{ clientId: string; tokenHash: Buffer; now: Date }>) =>
    orm
      .update(accessToken)
      .set({ revokedAt: asStored(p.now, accessToken.revokedAt) })
      .where(
        and(
          inDistrict(accessToken),
          eq(accessToken.clientId, p.clientId),
          eq(accessToken.tokenHash, p.tokenHash),
          isNull(accessToken.revokedAt),
        ),
      ),
);

/**
 * `POST /campus/oauth2/revoke` (RFC 7009). Revokes a token of the client. An unknown token or another client's gets the
 * same answer and stays unchanged. It takes no appName, because the Client ID names its district.
 */
export const revokeEndpoint = oauthEndpoint(async (server, call, form) => {
  const credentials = clientAuthentication(call.request.headers, form);
  const token = form.get('token');
  call.district = await namedDistrict(server, call);
  if (!call.district) throw invalidClient();
  const now = server.now();
  await server.db.inDistrict(call.district.id, async (tx) => {
    const client = await authenticateClient(tx, server.keys, credentials, now);
    if (token === undefined) throw new OAuthError('invalid_request', OAUTH_TEXTS.noToken());
    await revokeToken(tx, { clientId: client.id, tokenHash: tokenHash(token), now });
  });
  return new Response(null, { status: 200, headers: { 'Cache-Control': 'no-store' } });
});
