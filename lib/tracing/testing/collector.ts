import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface SeenSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Record<string, unknown>;
  status: { code?: number; message?: string };
}

interface Sent {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: (Omit<SeenSpan, 'attributes'> & { attributes: Attribute[] })[] }[];
  }[];
}
interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

/** A collector of OTLP on loopback. It keeps what it was sent. */
export async function startCollector() {
  let status = 200;
  const requests: { url: string; type: string; body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    requests.push({ url: request.url ?? '', type: request.headers['content-type'] ?? '', body });
    response.writeHead(status, { 'content-type': request.headers['content-type'] }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sent = (): Sent[] => requests.map(({ body }) => JSON.parse(String(body)));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`,
    requests,
    /** Answers with another status from now on. */
    answer: (given: number) => {
      status = given;
    },
    text: () => requests.map(({ body }) => body.toString('latin1')).join('\n'),
    resources: () =>
      sent().flatMap(({ resourceSpans }) => resourceSpans.map(({ resource }) => named(resource.attributes))),
    spans: (): SeenSpan[] =>
      sent()
        .flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans))
        .flatMap(({ spans }) => spans)
        .map((span) => ({ ...span, attributes: named(span.attributes) })),
    close: () => void server.close().closeAllConnections(),
  };
}

const named = (attributes: Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
