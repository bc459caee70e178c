import { readForm, twice } from '../http/form.ts';
import { mediaType } from '../http/media-type.ts';
import type { Received } from '../http/receive.ts';
import { OAuthError } from './oauth-error.ts';

/** Real requests are far smaller. */
export const MAX_FORM_BYTES = 16 * 1024;

export type Parameters = ReadonlyMap<string, string>;

const invalidRequest = (description: string, status?: number) =>
  new OAuthError('invalid_request', description, status);

/** The parameters of a received form (RFC 6749 §3.2), each once; one without a value counts as left out. */
export function formParameters(headers: Headers, body: Received): Parameters {
  if (!body.whole) throw invalidRequest(`The body is larger than ${MAX_FORM_BYTES / 1024} KiB.`, 413);
  const { type, charset } = mediaType(headers.get('content-type'));
  if (type !== 'application/x-www-form-urlencoded')
    throw invalidRequest('Send the body as a form: Content-Type: application/x-www-form-urlencoded.');
  if (charset && charset !== 'utf-8' && charset !== 'utf8') throw invalidRequest('Send the form as UTF-8.');
  if (headers.has('content-encoding')) throw invalidRequest('Send the form uncompressed.');
  const pairs = readForm(new TextDecoder().decode(body.bytes));
  if (!pairs)
    throw invalidRequest(
      'The form is not properly encoded: every % must begin an encoded character of UTF-8.',
    );
  const [repeated] = twice(pairs);
  if (repeated !== undefined) throw invalidRequest(`The parameter ${repeated.slice(0, 50)} is given twice.`);
  return new Map(pairs.filter(([, value]) => value !== ''));
}
