import { decodeFormValue, readForm, twice } from '../http/form.ts';
import { mediaType } from '../http/media-type.ts';
import type { Received } from '../http/receive.ts';
import { OAuthError } from './oauth-error.ts';
import { OAUTH_TEXTS } from './texts.ts';

/** Real requests are far smaller. */
export const MAX_FORM_BYTES = 16 * 1024;

export type Parameters = ReadonlyMap<string, string>;

const invalidRequest = (description: string, status?: number) =>
  new OAuthError('invalid_request', description, status);

const CREDENTIALS = new Set(['client_id', 'client_secret']);

/**
 * A Client ID or Client Secret as it was meant. One that is not properly encoded, such as a secret with a stray `%`, is
 * taken as it was sent: it is a wrong one, not a malformed request (CRED-3). It never holds NUL, which Postgres refuses.
 */
export const credentialOf = (text: string): string =>
  decodeFormValue(text) ?? text.replaceAll('\0', '\u{fffd}');

/** The parameters of a received form (RFC 6749 §3.2), each once; one without a value counts as left out. */
export function formParameters(headers: Headers, body: Received): Parameters {
  if (!body.whole) throw invalidRequest(OAUTH_TEXTS.bodyTooLarge(MAX_FORM_BYTES / 1024), 413);
  const { type, charset } = mediaType(headers.get('content-type'));
  if (type !== 'application/x-www-form-urlencoded') throw invalidRequest(OAUTH_TEXTS.sendForm());
  if (charset && charset !== 'utf-8' && charset !== 'utf8') throw invalidRequest(OAUTH_TEXTS.sendUtf8());
  if (headers.has('content-encoding')) throw invalidRequest(OAUTH_TEXTS.sendUncompressed());
  const pairs = readForm(new TextDecoder().decode(body.bytes), (value, name) =>
    CREDENTIALS.has(name) ? credentialOf(value) : decodeFormValue(value),
  );
  if (!pairs) throw invalidRequest(OAUTH_TEXTS.formNotEncoded());
  const [repeated] = twice(pairs);
  if (repeated !== undefined) throw invalidRequest(OAUTH_TEXTS.parameterTwice(repeated.slice(0, 50)));
  return new Map(pairs.filter(([, value]) => value !== ''));
}
