import { isAway } from '../../db/away.ts';
import { isClientId } from '../../db/mask/names.ts';
import { notBefore } from '../concurrency/not-before.ts';
import type { District } from '../context.ts';
import { districtByShortId } from '../district/find-district.ts';
import { recordFailedCall } from '../error-log/record-failed-call.ts';
import { TooSlow, Unreadable } from '../failure.ts';
import { type Call, openCall } from '../http/call.ts';
import { finished } from '../http/finished.ts';
import { type Received, receive } from '../http/receive.ts';
import type { Server } from '../http/server.ts';
import { describeError } from '../log.ts';
import { claimedClientId } from './client-authentication.ts';
import { shortIdOf } from './credentials.ts';
import { formParameters, MAX_FORM_BYTES, type Parameters } from './form-parameters.ts';
import { OAuthError, oauthErrorResponse } from './oauth-error.ts';
import { OAUTH_TEXTS } from './texts.ts';

/** A district that exists took 3 ms longer, mostly for its error log. */
const REFUSED_MS = 60;

type Work = (server: Server, call: Call, form: Parameters) => Promise<Response>;
type DistrictOf = (server: Server, call: Call) => Promise<District | undefined>;

/**
 * A POST of a form, answered as RFC 6749 says: its own error document, nothing cached.
 * @param districtOf whose error log records a refusal before `work` knows the district
 */
export const oauthEndpoint =
  (work: Work, districtOf: DistrictOf = namedDistrict) =>
  async (server: Server, request: Request): Promise<Response> => {
    const call = openCall(server, request);
    try {
      // A form that can't be read is logged with the Client ID of the header.
      claim(call, claimedClientId(request.headers, new Map()));
      const onCut = (part: Received) => {
        call.body = part;
      };
      call.body = await receive(request, { limit: MAX_FORM_BYTES, pace: server.pace, onCut });
      const form = formParameters(request.headers, call.body);
      claim(call, claimedClientId(request.headers, form));
      return finished(server, call, await work(server, call, form));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status >= 500)
        server.log.error({ requestId: call.requestId, ...describeError(error) }, 'call failed');
      const tooMany = await record(server, call, refusal, districtOf);
      if (refusal.status === 401) await notBefore(call.started, REFUSED_MS);
      return finished(server, call, oauthErrorResponse(tooMany ?? refusal));
    }
  };

function claim(call: Call, clientId: string | undefined): void {
  call.claimedClientId = clientId;
  // What is no Client ID may be a secret in its place, so it is in no log.
  if (isClientId(clientId ?? '')) call.clientId = clientId;
}

function refusalOf(error: unknown): OAuthError {
  if (error instanceof OAuthError) return error;
  if (error instanceof TooSlow) return new OAuthError('invalid_request', error.message, 408);
  if (error instanceof Unreadable) return new OAuthError('invalid_request', error.message);
  if (isAway(error)) return new OAuthError('temporarily_unavailable', OAUTH_TEXTS.databaseAway());
  return new OAuthError('server_error', OAUTH_TEXTS.ourFault());
}

/** Records the refusal in the error log of the Token URL's district, or else of the one that the Client ID begins with (ERR-1). */
async function record(
  server: Server,
  call: Call,
  refusal: OAuthError,
  districtOf: DistrictOf,
): Promise<OAuthError | undefined> {
  if (refusal.status === 503) return undefined;
  try {
    call.district ??= await districtOf(server, call);
  } catch {
    return undefined;
  }
  const detail = `${refusal.code}: ${refusal.message}`;
  call.proven = PROVEN.includes(refusal.code);
  const tooMany = await recordFailedCall(server, call, {
    status: refusal.status,
    detail,
    headers: {},
    errors: [],
    facts: {},
  });
  return (
    tooMany && new OAuthError('temporarily_unavailable', tooMany.message, 429, tooMany.retryAfterSeconds)
  );
}

/** Errors that a client gets after it was authenticated. */
const PROVEN: readonly string[] = ['unsupported_grant_type', 'invalid_scope'];

/** The district that the Client ID begins with. */
export async function namedDistrict(
  server: Server,
  { claimedClientId }: Call,
): Promise<District | undefined> {
  const shortId = claimedClientId && shortIdOf(claimedClientId);
  return shortId ? districtByShortId(server.db, shortId) : undefined;
}
