import { clip } from '../wire/pointer.ts';
import { credentialOf, type Parameters } from './form-parameters.ts';
import { OAuthError } from './oauth-error.ts';
import { OAUTH_TEXTS } from './texts.ts';

export interface ClientAuthentication {
  clientId: string;
  clientSecret: string;
}

const invalidRequest = (description: string) => new OAuthError('invalid_request', description);

/**
 * The client's credentials, by HTTP Basic or by the form (RFC 6749 §2.3.1, CRED-2), never by both. The form may repeat
 * the `client_id` of Basic.
 */
export function clientAuthentication(headers: Headers, form: Parameters): ClientAuthentication {
  const authorization = headers.get('authorization');
  const formId = form.get('client_id');
  const formSecret = form.get('client_secret');
  if (authorization !== null) {
    if (formSecret !== undefined) throw invalidRequest(OAUTH_TEXTS.bothWays());
    const basic = basicCredentials(authorization);
    if (formId !== undefined && formId !== basic.clientId) throw invalidRequest(OAUTH_TEXTS.otherClientId());
    return basic;
  }
  if (formId === undefined) throw invalidRequest(OAUTH_TEXTS.noCredentials());
  if (formSecret === undefined) throw new OAuthError('invalid_client', OAUTH_TEXTS.noSecret());
  return { clientId: formId, clientSecret: formSecret };
}

/** Both halves are form-encoded before they are joined, so that they may hold a colon. */
function basicCredentials(authorization: string): ClientAuthentication {
  const base64 = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  if (!base64) throw invalidRequest(OAUTH_TEXTS.basicNeeded());
  const [id = '', ...rest] = Buffer.from(base64, 'base64').toString().split(':');
  const clientId = credentialOf(id);
  const clientSecret = credentialOf(rest.join(':'));
  if (!clientId || !clientSecret) throw invalidRequest(OAUTH_TEXTS.basicNotEncoded());
  return { clientId, clientSecret };
}

/** The Client ID in a request, authenticated or not. It decides which error log records it and which URL is shown. */
export function claimedClientId(headers: Headers, form: Parameters): string | undefined {
  try {
    const { clientId } = basicCredentials(headers.get('authorization') ?? '');
    return clip(clientId);
  } catch {
    const clientId = form.get('client_id');
    return clientId && clip(clientId);
  }
}
