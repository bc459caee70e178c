import { SAML } from '@node-saml/node-saml';
import type { District } from '../../context.ts';
import { entityId, redirectUri } from '../addresses.ts';
import type { SamlConnection } from '../schema.ts';
import { PERSISTENT } from './names.ts';
import { requestId } from './request-id.ts';

/** Campus, as one district's provider knows it. */
export interface ServiceProvider {
  entityId: string;
  /** Where answers are posted to. */
  acsUrl: string;
}

export const serviceProviderOf = (
  publicUrl: string,
  district: Pick<District, 'shortId'>,
): ServiceProvider => ({
  entityId: entityId(publicUrl, district),
  acsUrl: redirectUri(publicUrl, district),
});

/** Where the browser goes to sign in, with a request in the URL. @param again the person must sign in there again */
export function samlRequestUrl(
  connection: SamlConnection,
  provider: ServiceProvider,
  visit: { relayState: string; token: string; again: boolean },
): Promise<string> {
  const saml = new SAML({
    ...shared(connection, provider),
    entryPoint: connection.signOnUrl,
    identifierFormat: connection.identity === null ? PERSISTENT : null,
    forceAuthn: visit.again,
    // Providers refuse people who sign in by something better than a password, if they are asked for a password.
    disableRequestedAuthnContext: true,
    generateUniqueId: () => requestId(visit.token),
  });
  return saml.getAuthorizeUrlAsync(visit.relayState, undefined, {});
}

/**
 * The assertion of an answer, as its signature covers it. Signatures are all that is checked here.
 * @param answer the posted SAMLResponse @throws if a signature is missing or wrong
 */
export async function signedAssertion(
  connection: SamlConnection,
  provider: ServiceProvider,
  { answer, responseIsSigned }: { answer: string; responseIsSigned: boolean },
): Promise<string> {
  const saml = new SAML({
    ...shared(connection, provider),
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: responseIsSigned,
    // Times and audience are checked with everything else (check-assertion.ts).
    acceptedClockSkewMs: -1,
    audience: false,
  });
  const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: answer });
  const assertion = profile?.getAssertionXml?.();
  if (assertion === undefined) throw new Error('The answer has no assertion.');
  return assertion;
}

const shared = ({ certificates }: SamlConnection, { entityId, acsUrl }: ServiceProvider) => ({
  issuer: entityId,
  callbackUrl: acsUrl,
  idpCert: certificates,
});
