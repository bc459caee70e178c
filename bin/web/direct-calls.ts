import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createRequest } from '@remix-run/node-fetch-server';
import compression from 'compression';
import type { FindAnswer } from '../../lib/http/direct-calls.ts';
import type { Handler } from './front.ts';
import { pathOf } from './refusal.ts';

/** As Next does it for everything else. Its types ask for Express' requests, of which it needs only what Node's have. */
const compress = compression() as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Answers what `find` knows; `handle` answers everything else. */
export function withDirectCalls(find: FindAnswer, handle: Handler): Handler {
  return async (request, response) => {
    const answer = find(pathOf(request.url ?? ''));
    if (!answer) return handle(request, response);
    // The caller's Host header says nothing that Campus relies on, and may be no host at all.
    const given = await answer(createRequest(request, response, { host: 'localhost', protocol: 'http:' }));
    if (response.destroyed) return void given.body?.cancel();
    compress(request, response, () => {});
    response.statusCode = given.status;
    response.setHeaders(given.headers);
    if (!given.body) return void response.end();
    await send(given.body, response);
  };
}

/**
 * Most bodies are one piece. Then its length is known before it is sent, so clients learn it, and what is too short to gain by
 * it is not compressed.
 */
async function send(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const pieces = body.values();
  const first = await pieces.next();
  const second = first.done ? first : await pieces.next();
  if (second.done) {
    response.setHeader('Content-Length', first.value?.byteLength ?? 0);
    return void response.end(first.value);
  }
  await pipeline(async function* () {
    yield first.value;
    yield second.value;
    yield* pieces;
  }, response);
}
