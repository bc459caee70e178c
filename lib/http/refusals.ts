import type { Scope } from '../access/scopes.ts';
import { Failure, Forbidden, TooMany, Unauthenticated } from '../failure.ts';

/** The path is known, the method is not. */
export class MethodNotAllowed extends Failure {
  readonly allow: string[];
  constructor(method: string, allow: string[]) {
    super(`${method} is not used on this path. Use ${allow.filter((m) => m !== 'OPTIONS').join(' or ')}.`);
    this.allow = allow;
  }
}

/** A media type, charset or encoding of the body that this API does not read. */
export class UnsupportedMedia extends Failure {}

/** The bearer token is missing or not valid. By RFC 6750 §3 only an invalid one gets a reason in the challenge. */
export class BearerRefused extends Unauthenticated {
  readonly challenge: string;
  constructor(detail: string, error?: 'invalid_token') {
    super(detail);
    this.challenge = error ? `Bearer error="${error}", error_description="${detail}"` : 'Bearer';
  }
}

/** A client has reached its limit of calls per minute. */
export class TooManyCalls extends TooMany {
  constructor(limit: number, retryAfterSeconds: number) {
    super(
      `This client has made its ${limit} calls of this minute. Go on after ${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}.`,
      retryAfterSeconds,
    );
  }
}

/** A valid token without the scope that the call needs. */
export class InsufficientScope extends Forbidden {
  readonly challenge: string;
  constructor(scope: Scope) {
    super(`This call needs the scope ${scope}, which the token does not have. Request a token with it.`);
    this.challenge = `Bearer error="insufficient_scope", scope="${scope}"`;
  }
}
