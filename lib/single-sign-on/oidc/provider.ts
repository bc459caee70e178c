import type { BlockList } from 'node:net';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import { providerFetch } from '../fetch.ts';
import type { OidcConnection } from '../schema.ts';
import { asVisitProblem } from './visit-problem.ts';

const CLOCKS_DIFFER_SECONDS = 30;

export interface OidcProvider {
  connection: OidcConnection;
  secret: string;
  /** Private addresses that the operator allows. */
  allowed: BlockList;
}

/**
 * Reads how the provider is spoken with, from its metadata, whose issuer must be the one that was entered. The signature
 * of an ID token is checked even though it comes straight from the provider. @throws VisitProblem
 */
export async function discoverProvider({
  connection,
  secret,
  allowed,
}: OidcProvider): Promise<Configuration> {
  const issuer = new URL(connection.issuer);
  const options = {
    [customFetch]: providerFetch(allowed) as never,
    // The fetch above has its own rule for http.
    execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    timeout: 10,
  };
  const metadata = { client_secret: secret, [clockTolerance]: CLOCKS_DIFFER_SECONDS };
  try {
    const found = await discovery(issuer, connection.clientId, metadata, authentication(secret), options);
    const methods = found.serverMetadata().token_endpoint_auth_methods_supported;
    if (!methods || methods.includes('client_secret_basic')) return found;
    return await discovery(issuer, connection.clientId, metadata, ClientSecretPost(secret), options);
  } catch (error) {
    throw asVisitProblem(error);
  }
}

/** What every provider must understand (RFC 6749 §2.3.1). */
const authentication = (secret: string) => ClientSecretBasic(secret);
