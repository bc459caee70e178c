import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { callerAddress } from '../../lib/http/network-address.ts';
import { requestIdFor } from '../../lib/http/request-id.ts';
import { OPEN_CONNECTIONS } from '../../lib/limits.ts';
import { fixedHeaders, type Transport } from './fixed-headers.ts';
import { pathOf, problemOf, type Refusal, refuse } from './refusal.ts';

const MINUTE_MS = 60_000;
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;
const MAX_DISCARDED_MS = 30_000;

/** RFC 8414 looks for the metadata of issuer `{origin}/campus` here, outside the base path that Next serves. */
const METADATA = '/.well-known/oauth-authorization-server';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontSettings extends Transport {
  /** How many of our own proxies are in front of this server: `callerAddress`. */
  trustedProxies: number;
}

/**
 * The HTTP server in front of Next's handler. It answers the requests that Next answers wrongly, gives every answer its
 * fixed headers, and tells Next where a request came from.
 */
export function createFront(handle: Handler, { trustedProxies, ...transport }: FrontSettings): Server {
  const fixed = Object.entries(fixedHeaders(transport));
  const server = createServer(
    {
      headersTimeout: 30_000,
      // Half a million staff by gzip over a line of 1 MBit a second. A body that pauses ends sooner (lib/http/body-clock.ts).
      requestTimeout: 10 * MINUTE_MS,
      keepAliveTimeout: 65_000,
      // Next accepts upgrades and never answers them. Without this it would be stuck; now it is an ordinary request.
      shouldUpgradeCallback: () => false,
    },
    (request, response) => {
      const requestId = requestIdFor(request.headers['x-request-id']);
      request.headers['x-request-id'] = requestId;
      const { headers, socket } = request;
      const forwarded = [headers['x-forwarded-for']].flat().join(',');
      headers['x-forwarded-for'] = callerAddress(forwarded, socket.remoteAddress, trustedProxies);
      response.setHeader('X-Request-Id', requestId);
      withHeaders(response, fixed);
      const target = originForm(request.url ?? '/');
      const refusal = refuse(request.method ?? '', target, headers);
      if (refusal) return answer(response, refusal, pathOf(target), requestId);
      if (pathOf(target) === '/') return redirect(response, '/campus');
      request.url = toNext(target);
      response.once('finish', () => discardRest(request));
      handle(request, response).catch(() => response.destroy());
    },
  );
  server.maxConnections = OPEN_CONNECTIONS;
  server.on('clientError', refuseUnreadable);
  server.on('checkExpectation', (request, response) => {
    const requestId = requestIdFor(request.headers['x-request-id']);
    response.setHeader('X-Request-Id', requestId);
    withHeaders(response, fixed);
    answer(response, UNEXPECTED, pathOf(originForm(request.url ?? '/')), requestId);
  });
  return server;
}

/**
 * Adds the headers that the answer has not set itself, just before they are sent. Next appends its own to what is there,
 * so headers set earlier would be sent twice.
 */
function withHeaders(response: ServerResponse, headers: [name: string, value: string][]): void {
  const writeHead = response.writeHead;
  response.writeHead = (...given: unknown[]) => {
    for (const [name, value] of headers) if (!response.hasHeader(name)) response.setHeader(name, value);
    return Reflect.apply(writeHead, response, given);
  };
}

/**
 * Discards the rest of a body that was answered before its end, for example because it is too large. An unread rest would
 * block the client's next request on the same connection. A client that sends too much, or too long, is disconnected.
 */
function discardRest(request: IncomingMessage): void {
  if (request.complete) return;
  let left = MAX_DISCARDED_BYTES;
  const late = setTimeout(() => request.socket.destroy(), MAX_DISCARDED_MS);
  request.once('close', () => clearTimeout(late));
  request.removeAllListeners('data').removeAllListeners('readable');
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.socket.destroy();
  });
  request.resume();
}

/** A target in absolute form (RFC 9112 §3.2.2) means the same as its path. */
function originForm(target: string): string {
  const absolute = /^https?:\/\/[^/?#]+/i.exec(target);
  if (!absolute) return target;
  const rest = target.slice(absolute[0].length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Next redirects a trailing slash with 308, which API clients rarely follow. */
function toNext(target: string): string {
  const path = pathOf(target);
  const query = target.slice(path.length);
  if (path === `${METADATA}/campus`) return `/campus${METADATA}${query}`;
  return /^\/campus\/(api|oauth2)\/./.test(path) ? path.replace(/\/$/, '') + query : target;
}

function answer(response: ServerResponse, refusal: Refusal, instance: string, requestId: string): void {
  response.writeHead(refusal.status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...refusal.headers,
  });
  response.end(problemOf(refusal, instance, requestId));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { Location: location }).end();
}

const UNEXPECTED: Refusal = { status: 417, detail: 'Only `Expect: 100-continue` is understood.' };

const UNREADABLE: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The headers are larger than 16 KiB.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, detail: 'The chunk extensions are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request did not arrive in time. Send it again.' },
};

/** Browsers ignore HSTS in what is no HTTP. */
const PLAIN: Transport = { https: false, hstsSubdomains: false };

/** What is no HTTP has no response object: its answer is written by hand, and the connection ends. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const refusal = UNREADABLE[error.code ?? ''] ?? {
    status: 400,
    detail: 'This is not a readable HTTP request.',
  };
  const requestId = requestIdFor(undefined);
  const body = problemOf(refusal, '/', requestId);
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      ...Object.entries(fixedHeaders(PLAIN)).map(([name, value]) => `${name}: ${value}`),
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
