import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client';
import { visitKeys } from '../visit-keys.ts';
import { discoverProvider, type OidcProvider } from './provider.ts';

/** Where the browser goes to sign in. @param again the person must sign in there again @throws VisitProblem */
export async function authorizationUrl(
  provider: OidcProvider,
  visit: { state: string; browserToken: string; redirectUri: string; again: boolean },
): Promise<string> {
  const configuration = await discoverProvider(provider);
  const { nonce, verifier } = visitKeys(visit.browserToken);
  return buildAuthorizationUrl(configuration, {
    redirect_uri: visit.redirectUri,
    scope: provider.connection.scopes,
    state: visit.state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(visit.again && { prompt: 'login', max_age: '0' }),
  }).href;
}
