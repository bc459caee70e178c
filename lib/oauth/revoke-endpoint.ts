import type { Transaction } from '../../db/client.ts';
import { authenticateClient } from './authenticate-client.ts';
import { clientAuthentication } from './client-authentication.ts';
import { tokenHash } from './credentials.ts';
import { namedDistrict, oauthEndpoint } from './oauth-endpoint.ts';
import { invalidClient, OAuthError } from './oauth-error.ts';

/**
 * `POST /campus/oauth2/revoke` (RFC 7009). The client's own token is worth nothing from here on; a token that is
 * unknown or another client's is answered alike, and stays as it is. No appName: the Client ID names its district.
 */
export const revokeEndpoint = oauthEndpoint(async (server, call, form) => {
  const credentials = clientAuthentication(call.request.headers, form);
  const token = form.get('token');
  call.district = await namedDistrict(server, call);
  if (!call.district) throw invalidClient();
  const now = server.now();
  await server.db.inDistrict(call.district.id, async (tx) => {
    const client = await authenticateClient(tx, server.keys, credentials, now);
    if (token === undefined) throw new OAuthError('invalid_request', 'The parameter token is missing.');
    await revokeToken(tx, { clientId: client.id, token, now });
  });
  return new Response(null, { status: 200, headers: { 'Cache-Control': 'no-store' } });
});

const revokeToken = (
  tx: Transaction,
  { clientId, token, now }: { clientId: string; token: string; now: Date },
) =>
  tx.run(
    `update access_token set revoked_at = $4
      where district_id = $1 and client_id = $2 and token_hash = $3 and revoked_at is null`,
    [tx.districtId, clientId, tokenHash(token), now],
  );
