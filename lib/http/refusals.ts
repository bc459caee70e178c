import type { Scope } from '../access/scopes.ts';
import { Failure, Forbidden, TooMany, Unauthenticated } from '../failure.ts';
import { HTTP_TEXTS } from './texts.ts';

/** The path is known, the method is not. */
export class MethodNotAllowed extends Failure {
  readonly allow: string[];
  constructor(method: string, allow: string[]) {
    super(
      HTTP_TEXTS.otherMethod(
        method,
        allow.filter((m) => m !== 'OPTIONS'),
      ),
    );
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
    super(HTTP_TEXTS.tooManyCalls(limit, retryAfterSeconds), retryAfterSeconds);
  }
}

/** A valid token without the scope that the call needs. */
export class InsufficientScope extends Forbidden {
  readonly challenge: string;
  constructor(scope: Scope) {
    super(HTTP_TEXTS.scopeMissing(scope));
    this.challenge = `Bearer error="insufficient_scope", scope="${scope}"`;
  }
}
