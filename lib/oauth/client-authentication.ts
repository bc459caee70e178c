import { clip } from '../wire/pointer.ts';
import { credentialOf, type Parameters } from './form-parameters.ts';
import { OAuthError } from './oauth-error.ts';

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
    if (formSecret !== undefined)
      throw invalidRequest('Authenticate the client by Basic or by the form, not by both.');
    const basic = basicCredentials(authorization);
    if (formId !== undefined && formId !== basic.clientId)
      throw invalidRequest('The client_id of the form is not the one in the Authorization header.');
    return basic;
  }
  if (formId === undefined)
    throw invalidRequest(
      'Send the Client ID and the Client Secret, by Basic or as client_id and client_secret.',
    );
  if (formSecret === undefined) throw new OAuthError('invalid_client', 'The Client Secret is missing.');
  return { clientId: formId, clientSecret: formSecret };
}

/** Both halves are form-encoded before they are joined, so that they may hold a colon. */
function basicCredentials(authorization: string): ClientAuthentication {
  const base64 = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  if (!base64)
    throw invalidRequest('The Authorization header must be Basic with base64 of client_id:client_secret.');
  const [id = '', ...rest] = Buffer.from(base64, 'base64').toString().split(':');
  const clientId = credentialOf(id);
  const clientSecret = credentialOf(rest.join(':'));
  if (!clientId || !clientSecret)
    throw invalidRequest('The Authorization header must hold client_id:client_secret, each form-encoded.');
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
