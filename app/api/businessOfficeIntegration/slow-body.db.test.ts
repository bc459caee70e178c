import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { textRow } from '../../../db/sql-text.ts';
import { send, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { createClient } from '../../../lib/oauth/create-client.ts';
import { tokenEndpoint } from '../../../lib/oauth/token-endpoint.ts';
import { api } from './api.ts';

const SYNC = '/staffMembers/sync';
const PATH = `/campus/api/businessOfficeIntegration${SYNC}/transfer`;
const line = (staffNumber: string) =>
  `${JSON.stringify({ staffNumber, lastName: 'Simpson', firstName: 'Pat', gender: 'F' })}\n`;

let http: Server | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  http?.close();
});

async function started(): Promise<Vendor> {
  const vendor = await testVendor(api);
  await vendor.call('POST', `${SYNC}/start`);
  return vendor;
}

/** The API on a port. */
async function listen({ server }: Vendor): Promise<number> {
  http = createServer(async (request, response) => {
    const sent = new Request(`http://localhost${request.url}`, {
      method: 'POST',
      headers: request.headers as Record<string, string>,
      body: Readable.toWeb(request) as ReadableStream,
      duplex: 'half',
    } as RequestInit);
    const answer = await api(server, sent);
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  }).listen(0);
  await once(http, 'listening');
  return (http.address() as AddressInfo).port;
}

/** Sends the beginning of a transfer and nothing more; `answer` is what comes back. */
async function slowUpload(port: number, token: string, first: string): Promise<{ answer: () => string }> {
  const socket = connect(port, 'localhost');
  sockets.push(socket);
  let text = '';
  socket.on('data', (data) => {
    text += data;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(
    `POST ${PATH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n` +
      'Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n' +
      `${first.length.toString(16)}\r\n${first}\r\n`,
  );
  return { answer: () => text };
}

/** Tokens of further clients of the district. */
async function tokensOf({ ctx, server }: Vendor, clients: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let i = 0; i < clients; i += 1) {
    const { clientId, clientSecret } = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      createClient(ctx, tx, { name: `HR ${i}` }),
    );
    const answer = await send(server, tokenEndpoint, `/oauth2/token?appName=${ctx.district.appName}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    tokens.push(answer.body.access_token);
  }
  return tokens;
}

const left = ({ ctx }: Vendor) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<{ staff: number; calls: number }>(
      tx,
      `select (select count(*) from staged_staff where district_id = $1) as staff,
              (select count(*) from staged_call where district_id = $1) as calls`,
      [tx.districtId],
    ),
  );

test('four slow uploads of one district hold up no transfer of another, and none of their own connections', async () => {
  const [slow, other] = [await started(), await started()];
  const port = await listen(slow);
  const tokens = await tokensOf(slow, 4);
  const uploads = await Promise.all(tokens.map((token, i) => slowUpload(port, token, line(`slow${i}`))));
  await sleep(300);
  const began = performance.now();
  for (let call = 0; call < 3; call += 1)
    expect(
      await other.call('POST', `${SYNC}/transfer`, line(String(call)), {
        'content-type': 'application/x-ndjson',
      }),
    ).toMatchObject({ status: 200, body: { staffTransferred: call + 1 } });
  // Far less than the 30 s after which the uploads end.
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(uploads.map(({ answer }) => answer())).toEqual(['', '', '', '']);
});

test('a body that pauses is answered 408, stages nothing, and gives its turn to the next', async () => {
  const vendor = await started();
  vendor.server.pace = { windowMs: 2_000, bytesPerSecond: 1 };
  const port = await listen(vendor);
  const token = await vendor.token();
  const upload = await slowUpload(port, token, line('1'));
  // Long enough for the upload to have its turn, on a busy machine too.
  await sleep(1_000);
  const next = await vendor.call('POST', `${SYNC}/transfer`, [JSON.parse(line('2'))]);
  expect(next).toMatchObject({ status: 200, body: { received: 1, staffTransferred: 1 } });
  expect(upload.answer()).toMatch(/^HTTP\/1\.1 408 [\s\S]*No byte of the body arrived/);
  expect(await left(vendor)).toEqual({ staff: 1, calls: 1 });
  expect((await vendor.errorLog()).map(({ status }) => status)).toEqual([408]);
});

/** A JSON call of which only the beginning arrives, before `then`. */
const cutCall = async (
  vendor: Vendor,
  path: string,
  then?: (stream: ReadableStreamDefaultController) => void,
) => {
  let sent = false;
  const body = new ReadableStream({
    pull(stream) {
      if (sent) return then?.(stream);
      sent = true;
      stream.enqueue(new TextEncoder().encode('{"staffNumber":"7","ssn":"219-09-99'));
    },
  });
  return api(
    vendor.server,
    new Request(`http://localhost/campus/api/businessOfficeIntegration${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await vendor.token()}`, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit),
  );
};
const hangUp = (stream: ReadableStreamDefaultController) =>
  stream.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));

test('a JSON body that pauses is 408, too', async () => {
  const vendor = await started();
  vendor.server.pace = { windowMs: 100, bytesPerSecond: 1 };
  const answer = await cutCall(vendor, '/staffMembers');
  expect(answer.status).toBe(408);
  expect(answer.headers.get('connection')).toBe('close');
});

test.each([
  ['that is read', '/staffMembers', 400],
  ['that nobody reads', '/nowhere', 404],
])(
  'ERR-1 a JSON body %s and is cut off is in the error log with what arrived, masked',
  async (_, path, status) => {
    const vendor = await started();
    expect((await cutCall(vendor, path, hangUp)).status).toBe(status);
    const log = await vendor.errorLog();
    expect(log).toMatchObject([{ status, payload: expect.stringMatching(/^\{"staffNumber":"7",.*\*/) }]);
    expect(log[0]?.payload).not.toContain('219');
  },
);
