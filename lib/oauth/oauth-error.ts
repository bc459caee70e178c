import { OAUTH_TEXTS } from './texts.ts';
/** RFC 6749 §5.2, and the codes for a server that can't answer now (§4.1.2.1). */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable'
  | 'server_error';

const STATUSES: Partial<Record<OAuthErrorCode, number>> = {
  invalid_client: 401,
  temporarily_unavailable: 503,
  server_error: 500,
};

/** A refused token or revocation request. `description` is for the developer who must correct it. */
export class OAuthError extends Error {
  override name = 'OAuthError';
  readonly code: OAuthErrorCode;
  readonly status: number;
  readonly retryAfterSeconds: number;
  constructor(
    code: OAuthErrorCode,
    description: string,
    status = STATUSES[code] ?? 400,
    retryAfterSeconds = 5,
  ) {
    super(description);
    this.code = code;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One answer for an unknown client, another district's, a wrong secret and an unknown appName (CRED-3). */
export const invalidClient = (): OAuthError => new OAuthError('invalid_client', OAUTH_TEXTS.clientUnknown());

export function oauthErrorResponse(error: OAuthError): Response {
  const headers = new Headers();
  if (error.status === 401) headers.set('WWW-Authenticate', 'Basic realm="Campus", charset="UTF-8"');
  if (error.status === 503 || error.status === 429)
    headers.set('Retry-After', String(error.retryAfterSeconds));
  // RFC 6749 §5.2 allows neither quotes nor backslashes nor anything beyond ASCII.
  const description = error.message.replace(/["\\]|[^ -~]/g, "'");
  return Response.json(
    { error: error.code, error_description: description },
    { status: error.status, headers },
  );
}
