import type { District } from '../context.ts';
import type { SentLines } from './lines.ts';
import { calledPath } from './paths.ts';
import type { Received } from './receive.ts';
import { requestIdFor } from './request-id.ts';
import type { SentBytes } from './sent-bytes.ts';
import type { SentTable } from './sent-table.ts';
import type { Server } from './server.ts';

/** A request and what is known of it so far. If it fails, its error log entry is made from this. */
export interface Call {
  request: Request;
  url: URL;
  /** The path as called. */
  instance: string;
  requestId: string;
  startedAt: Date;
  /** By `performance.now()`, to measure the duration. */
  started: number;
  /** The path with its parameters in braces, for logs that must not hold their values. */
  route?: string;
  params?: Record<string, string>;
  /** Often known even if the call is refused: then its error log records the call. */
  district?: District;
  clientId?: string;
  /** Who is signed in. */
  userId?: string;
  /** Whether the credentials are good: only then its error log gets an entry for this call alone. */
  proven?: boolean;
  /** What an OAuth request gave as its Client ID, which may be anything. */
  claimedClientId?: string;
  /** The answer's headers about the client's rate limit. */
  limits?: Record<string, string>;
  body?: Received;
  /** A body that is read while it arrives. It keeps the failed lines for the error log. */
  lines?: SentLines;
  /** A table that is read while it arrives. It keeps the faulty rows for the error log. */
  table?: SentTable;
  /** A file that is read while it arrives. It keeps its beginning for the error log. */
  file?: SentBytes;
  /** Set once the body was read as JSON; the value is undefined for an empty body. */
  json?: { value: unknown };
}

/** Starts a request: its path as called, its id (the client's own, if it sent a usable one) and its start time. */
export function openCall(server: Server, request: Request): Call {
  const url = new URL(request.url);
  return {
    request,
    url,
    instance: calledPath(url),
    requestId: requestIdFor(request.headers.get('x-request-id')),
    startedAt: server.now(),
    started: performance.now(),
  };
}
