import { STATUS_CODES } from 'node:http';
import { isAway } from '../../db/away.ts';
import {
  Conflict,
  Failure,
  type FieldError,
  Forbidden,
  Invalid,
  NotFound,
  Stale,
  TooLarge,
  TooMany,
  TooSlow,
  Unauthenticated,
  Unavailable,
  Unreadable,
} from '../failure.ts';
import { count } from '../text/numbers.ts';
import { BearerRefused, InsufficientScope, MethodNotAllowed, UnsupportedMedia } from './refusals.ts';
import { HTTP_TEXTS } from './texts.ts';

/** Every failure's status. API.md, *Conventions*. */
const STATUSES = [
  [Unreadable, 400],
  [Unauthenticated, 401],
  [Forbidden, 403],
  [NotFound, 404],
  [MethodNotAllowed, 405],
  [TooSlow, 408],
  [Conflict, 409],
  [Stale, 412],
  [TooLarge, 413],
  [UnsupportedMedia, 415],
  [Invalid, 422],
  [TooMany, 429],
  [Unavailable, 503],
] as const;

/** An answer with more errors lists the first ones and the total number. */
const MAX_LISTED_ERRORS = 1000;
const RETRY_AFTER_SECONDS = 5;

/** The content of a problem document (RFC 9457). */
export interface Problem {
  status: number;
  detail: string;
  headers: Record<string, string>;
  /** All errors; the document and the error log have the first thousand. */
  errors: FieldError[];
  facts: Record<string, unknown>;
}

/** The answer to a failed request. The only place that turns failures into statuses. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Failure) {
    const status = STATUSES.find(([kind]) => error instanceof kind)?.[1] ?? 500;
    const { message: detail, errors, facts } = error;
    return { status, detail, headers: headersOf(error), errors, facts };
  }
  if (isAway(error)) return problemOf(new Unavailable(HTTP_TEXTS.databaseAway()));
  return { status: 500, detail: HTTP_TEXTS.ourFault(), headers: {}, errors: [], facts: {} };
}

function headersOf(failure: Failure): Record<string, string> {
  if (failure instanceof MethodNotAllowed) return { Allow: failure.allow.join(', ') };
  if (failure instanceof BearerRefused || failure instanceof InsufficientScope)
    return { 'WWW-Authenticate': failure.challenge };
  if (failure instanceof TooSlow) return { Connection: 'close' };
  if (failure instanceof TooMany) return { 'Retry-After': String(failure.retryAfterSeconds) };
  if (failure instanceof Unavailable) return { 'Retry-After': String(RETRY_AFTER_SECONDS) };
  return {};
}

/** The problem as it is logged: to mask and store 100,000 errors kept all other calls waiting for half a minute. */
export function loggedProblem(problem: Problem): Problem {
  const { errors, detail } = problem;
  if (errors.length <= MAX_LISTED_ERRORS) return problem;
  const [total, listed] = [errors.length, MAX_LISTED_ERRORS].map((n) => count(n));
  return {
    ...problem,
    detail: `${detail} There are ${total} errors; the first ${listed} are listed.`,
    errors: errors.slice(0, MAX_LISTED_ERRORS),
  };
}

/** @param instance the path that was called */
export function problemResponse(problem: Problem, call: { instance: string; requestId: string }): Response {
  const { status, detail, errors, facts } = problem;
  const document = {
    ...facts,
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail,
    instance: call.instance,
    requestId: call.requestId,
    ...(errors.length > 0 && { errors: errors.slice(0, MAX_LISTED_ERRORS) }),
    ...(errors.length > MAX_LISTED_ERRORS && { totalErrors: errors.length }),
  };
  return new Response(JSON.stringify(document), {
    status,
    headers: { ...problem.headers, 'Content-Type': 'application/problem+json' },
  });
}
