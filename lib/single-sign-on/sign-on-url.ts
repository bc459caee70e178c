import { writeSessionCookie } from '../auth/session-cookie.ts';
import type { Context } from '../context.ts';
import { redirectUri } from './addresses.ts';
import { authorizationUrl } from './oidc/authorization-url.ts';
import { oidcProviderOf } from './oidc-provider-of.ts';
import type { ProviderRow } from './provider-row.ts';
import { samlRequestUrl, serviceProviderOf } from './saml/service-provider.ts';

/**
 * Where the browser goes to sign in, as the provider's protocol has it.
 * @param again the person must sign in there again
 * @throws VisitProblem
 */
export function signOnUrl(
  ctx: Context,
  row: ProviderRow,
  { token, browserToken, again }: { token: string; browserToken: string; again: boolean },
): Promise<string> {
  const { district, publicUrl = '' } = ctx;
  const { connection } = row.settings;
  const state = writeSessionCookie({ shortId: district.shortId, token });
  return connection.protocol === 'saml'
    ? samlRequestUrl(connection, serviceProviderOf(publicUrl, district), { relayState: state, token, again })
    : authorizationUrl(oidcProviderOf(ctx, row, connection), {
        state,
        browserToken,
        redirectUri: redirectUri(publicUrl, district),
        again,
      });
}
