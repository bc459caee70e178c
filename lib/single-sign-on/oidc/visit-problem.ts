import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { VisitProblem } from '../problems.ts';

/** What an admin reads about an answer that openid-client refuses, by its code. */
const REASONS: Record<string, string> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED:
    'The ID token has expired or is not valid yet. Compare the clocks of both servers.',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED:
    'The ID token is for another issuer, client or sign-in than this one. Check the issuer and the client ID.',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED:
    'The provider’s metadata names another issuer. Enter the issuer exactly as the provider writes it.',
  OAUTH_KEY_SELECTION_FAILED: 'The ID token is signed with a key that the provider does not publish.',
  OAUTH_RESPONSE_IS_NOT_JSON: 'This address has no metadata of an OpenID Connect provider. Check the issuer.',
  OAUTH_RESPONSE_IS_NOT_CONFORM:
    'This address has no metadata of an OpenID Connect provider. Check the issuer.',
  OAUTH_MISSING_SERVER_METADATA: 'The provider’s metadata lacks an address that sign-in needs.',
  OAUTH_UNSUPPORTED_OPERATION: 'The ID token is not signed in a way that Campus accepts.',
};

const CLIENT_REFUSED = 'The provider refuses the client ID or the client secret.';

/** An error of openid-client as a problem. What is none of its errors stays as it is. */
export function asVisitProblem(error: unknown): unknown {
  const problem = visitProblemIn(error);
  if (problem) return problem;
  if (error instanceof AuthorizationResponseError)
    return new VisitProblem('denied', `The provider answered “${plain(error.error)}”.`);
  // RFC 6749 §5.2: a refused client may be answered with 401 and a challenge in place of the error.
  if (error instanceof WWWAuthenticateChallengeError) return new VisitProblem('refused', CLIENT_REFUSED);
  if (error instanceof ResponseBodyError)
    return new VisitProblem(
      'refused',
      error.error === 'invalid_client'
        ? CLIENT_REFUSED
        : `The provider’s token endpoint answered “${plain(error.error)}”.`,
    );
  const code = codeOf(error);
  if (code === undefined) return error;
  return new VisitProblem(
    'refused',
    REASONS[code] ?? 'The provider’s answer does not follow OpenID Connect, or belongs to another sign-in.',
  );
}

/** Our fetch throws a problem, which the library may wrap. */
function visitProblemIn(error: unknown): VisitProblem | undefined {
  if (error instanceof VisitProblem) return error;
  return error instanceof Error && error.cause ? visitProblemIn(error.cause) : undefined;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const own = (error as { code?: unknown }).code;
  const known = typeof own === 'string' && own.startsWith('OAUTH_') ? own : codeOf(error.cause);
  return known ?? (error instanceof ClientError ? 'OAUTH' : undefined);
}

/** An error code as the standards have them; the browser brought it, so it may be anything. */
const plain = (code: string): string => (/^[\w.-]{1,60}$/.test(code) ? code : 'an unknown error');
