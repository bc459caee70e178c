import type { District } from '../context.ts';
import type { SentLines } from './lines.ts';
import { calledPath } from './paths.ts';
import type { Received } from './receive.ts';
import { requestIdFor } from './request-id.ts';
import type { Server } from './server.ts';

/** One request on its way, and what is known of it so far: if it fails, its error log entry is made from this. */
export interface Call {
  request: Request;
  url: URL;
  /** The path as called. */
  instance: string;
  requestId: string;
  startedAt: Date;
  /** On the process's own clock, for the duration. */
  started: number;
  /** The path with its parameters in braces, for logs that shall hold none of their values. */
  route?: string;
  params?: Record<string, string>;
  /** Whose it is, known of many a refused call too: its error log is told. */
  district?: District;
  clientId?: string;
  /** What its answer says of the client's rate limit. */
  limits?: Record<string, string>;
  body?: Received;
  /** A body that is read as it comes; what failed of it is kept for the error log. */
  lines?: SentLines;
  /** Once the body was read as JSON; the value is undefined for an empty one. */
  json?: { value: unknown };
}

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
