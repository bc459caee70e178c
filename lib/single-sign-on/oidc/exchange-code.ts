import { authorizationCodeGrant, type Configuration, fetchUserInfo } from 'openid-client';
import type { Arrival } from '../arrival.ts';
import type { Claims } from '../person-of.ts';
import { VisitProblem } from '../problems.ts';
import type { ProviderSettings } from '../schema.ts';
import { visitKeys } from '../visit-keys.ts';
import { discoverProvider, type OidcProvider } from './provider.ts';
import { asVisitProblem } from './visit-problem.ts';

/**
 * Exchanges the code for an ID token, from server to server, and checks it: state, nonce, PKCE, issuer, audience, times
 * and signature. What the ID token lacks is read from the userinfo endpoint. @throws VisitProblem
 */
export async function exchangeCode(
  provider: OidcProvider,
  answered: URL,
  visit: { state: string; browserToken: string; claims: ProviderSettings['claims'] },
): Promise<Arrival> {
  const configuration = await discoverProvider(provider);
  const { nonce, verifier } = visitKeys(visit.browserToken);
  try {
    const tokens = await authorizationCodeGrant(configuration, answered, {
      pkceCodeVerifier: verifier,
      expectedState: visit.state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const token = tokens.claims();
    if (!token) throw new VisitProblem('refused', 'The provider sends no ID token.');
    const lacks = Object.values(visit.claims).some((name) => !(name in token));
    const more = lacks ? await userInfo(configuration, tokens.access_token, token.sub) : {};
    return {
      issuer: token.iss,
      subject: token.sub,
      claims: { ...more, ...token },
      signedInAt: typeof token.auth_time === 'number' ? new Date(token.auth_time * 1000) : undefined,
    };
  } catch (error) {
    throw asVisitProblem(error);
  }
}

async function userInfo(configuration: Configuration, accessToken: string, subject: string): Promise<Claims> {
  if (!configuration.serverMetadata().userinfo_endpoint) return {};
  return { ...(await fetchUserInfo(configuration, accessToken, subject)) };
}
