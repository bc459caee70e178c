import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { Handler } from './front.ts';
import { RunningCalls } from './running-calls.ts';

async function served(handle: Handler) {
  const calls = new RunningCalls();
  const watched = calls.watch(handle);
  const server = createServer((request, response) => {
    watched(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = async (): Promise<IncomingMessage> => {
    const [answer] = await once(get({ port, host: '127.0.0.1', agent }), 'response');
    answer.resume();
    return answer;
  };
  return { calls, server, ask };
}

test('the end waits for a running call, which is answered whole, and its connection ends with it', async () => {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const { calls, server, ask } = await served(async (_, response) => {
    begun.resolve();
    await goOn.promise;
    response.end('done');
  });
  const answer = ask();
  await begun.promise;
  let ended = false;
  const ending = calls.end(server, 60).then(() => {
    ended = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(ended).toBe(false);
  await expect(ask()).rejects.toThrow(/ECONNREFUSED/);
  goOn.resolve();
  const { statusCode, headers } = await answer;
  expect([statusCode, headers.connection]).toEqual([200, 'close']);
  await ending;
});

test('a connection that had begun its answer is closed once it is idle', async () => {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const { calls, server, ask } = await served(async (_, response) => {
    response.write('half ');
    begun.resolve();
    await goOn.promise;
    response.end('done');
  });
  const answer = ask();
  await begun.promise;
  await answer;
  const ending = calls.end(server, 60);
  goOn.resolve();
  const started = Date.now();
  await ending;
  expect(Date.now() - started).toBeLessThan(5_000);
});

test('after the time a call loses its connection, and the end waits until it has cleaned up', async () => {
  const steps: string[] = [];
  const begun = Promise.withResolvers<void>();
  const { calls, server, ask } = await served(async (request) => {
    begun.resolve();
    await once(request.socket, 'close');
    await new Promise((resolve) => setTimeout(resolve, 300));
    steps.push('cleaned up');
  });
  const cut = ask().catch((error: Error) => steps.push(error.message));
  await begun.promise;
  await calls.end(server, 0.2);
  await cut;
  expect(steps.sort()).toEqual(['cleaned up', 'socket hang up']);
});
