import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CampusMetrics } from '../../lib/metrics/campus-metrics.ts';

export interface MetricsSettings {
  port: number;
  host: string | undefined;
  /** Whether this process can do its work; of web without regard to workers. */
  isReady: () => Promise<boolean>;
}

/**
 * Serves `/metrics`, `/live` and `/ready` of a process on a port of its own, which no proxy passes on: it needs no
 * credentials and says nothing of a district or a person.
 */
export async function serveMetrics(
  metrics: CampusMetrics,
  { port, host, isReady }: MetricsSettings,
): Promise<Server> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => end(response, 500, 'failed\n'));
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET') return end(response, 405, 'GET only\n');
    switch (request.url) {
      case '/metrics':
        return end(response, 200, await metrics.text(), metrics.registry.contentType);
      case '/live':
        return end(response, 200, 'ok\n');
      case '/ready': {
        const ready = await isReady();
        return end(response, ready ? 200 : 503, ready ? 'ok\n' : 'not ready\n');
      }
      default:
        return end(response, 404, 'not found\n');
    }
  };
  server.listen({ port, host });
  await once(server, 'listening');
  // It must not keep a process alive that is to end.
  server.unref();
  return server;
}

function end(response: ServerResponse, status: number, body: string, type = 'text/plain'): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(body);
}
