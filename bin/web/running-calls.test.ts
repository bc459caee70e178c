import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
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

const WAITING = 30;
/** Of a thread of its own: connects and sends while the server's thread is busy. Says how each call ended. */
const CLIENT = `
  const { connect } = require('node:net');
  const { parentPort, workerData: { port, waiting, sent } } = require('node:worker_threads');
  const all = Array.from({ length: waiting }, () => new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST / HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\nContent-Length: 0\\r\\n\\r\\n');
      Atomics.add(sent, 0, 1);
      Atomics.notify(sent, 0);
    });
    socket.on('data', (bytes) => { answer += bytes; });
    socket.on('error', (error) => resolve(error.code));
    socket.on('close', () => resolve(answer.slice(9, 12)));
  }));
  Promise.all(all).then((ended) => parentPort.postMessage(ended));
`;

test('calls whose connection waited to be accepted when the end began are answered', async () => {
  const { calls, server } = await served(async (_, response) => void response.end('done'));
  const { port } = server.address() as AddressInfo;
  const sent = new Int32Array(new SharedArrayBuffer(4));
  const client = new Worker(CLIENT, { eval: true, workerData: { port, waiting: WAITING, sent } });
  const ended = once(client, 'message');
  // This thread accepts nothing until all have connected.
  for (let seen = 0; seen < WAITING; seen = Atomics.load(sent, 0)) Atomics.wait(sent, 0, seen, 1_000);
  await calls.end(server, 60);
  expect(await ended).toEqual([Array(WAITING).fill('200')]);
});
