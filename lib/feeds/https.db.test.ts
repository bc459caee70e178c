import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Context } from '../context.ts';
import { certificate } from '../crypto/testing/certificate.ts';
import { addressList } from '../outgoing/addresses.ts';
import { createFeed, editFeed } from './save-feed.ts';
import type { FeedEdit } from './schema.ts';
import { edited, feedDistrict, run } from './testing/feed.ts';

const CERTIFICATE = certificate();
const STAFF = 'Emp,Last,First,Sex\n1,Brown,Ann,F\n2,Roe,Jo,M\n';

async function serving(answer: (asked: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer(CERTIFICATE, answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const district = (): Promise<Context> => feedDistrict(STAFF, { ca: CERTIFICATE.cert });
const feedOf = (ctx: Context, url: string, given: Partial<FeedEdit> = {}) =>
  createFeed(ctx, edited({ kind: 'https', url, header: null }, given));

test('a file at an address, with a header that is sent to its server only', async () => {
  const ctx = await district();
  const origin = await serving(({ headers }, response) => {
    if (headers['x-api-key'] !== 'night') return response.writeHead(401).end();
    response.setHeader('content-disposition', 'attachment; filename="staff.csv"');
    return response.end(STAFF);
  });
  const source = { kind: 'https', url: `${origin}/export`, header: 'X-Api-Key' } as const;
  const feed = await createFeed(ctx, edited(source, { secret: 'night' }));
  expect(JSON.stringify(feed)).not.toContain('"night"');
  expect(await run(ctx, feed)).toMatchObject({ status: 'transferred', fileName: 'staff.csv', rows: 2 });

  const others: string[] = [];
  const other = await serving(({ headers }, response) => {
    others.push(String(headers['x-api-key']));
    response.end(STAFF);
  });
  const moved = editFeed(ctx, { id: feed.id, edit: edited({ ...source, url: `${other}/export` }) });
  await expect(moved).rejects.toMatchObject({ errors: [{ pointer: '/secret' }] });
  await editFeed(ctx, { id: feed.id, edit: edited({ ...source, url: `${origin}/other.csv` }) });
  // Read with the kept secret: it is the same file.
  expect((await run(ctx, feed)).status).toBe('unchanged');
  expect(others).toEqual([]);
});

test('what is no file: another answer, a redirect, half of a file, a server that is not there or not trusted', async () => {
  const ctx = await district();
  let url = '';
  const origin = await serving((asked, response) => {
    if (asked.url === '/moved') return response.writeHead(302, { location: `${url}/staff.csv` }).end();
    if (asked.url === '/half') {
      response.writeHead(200, { 'content-length': '1000' });
      return response.write(STAFF, () => response.destroy());
    }
    return response.writeHead(asked.url === '/gone' ? 404 : 200).end();
  });
  url = origin;
  const feed = await feedOf(ctx, origin);
  const reasonAt = async (at: string, by: Context = ctx) => {
    await editFeed(ctx, { id: feed.id, edit: edited({ kind: 'https', url: at, header: null }) });
    const { status, reason, runId } = await run(by, feed);
    expect([status, runId]).toEqual(['failed', null]);
    return reason;
  };
  expect(await reasonAt(`${origin}/gone`)).toContain('answered 404');
  expect(await reasonAt(`${origin}/moved`)).toContain('points to another address');
  expect(await reasonAt(`${origin}/half`)).toContain('ended before the file “half.csv” was complete');
  expect(await reasonAt(`${origin}/staff.csv`)).toContain('is empty');
  expect(await reasonAt('https://127.0.0.1:1/staff.csv')).toContain('did not answer');
  const untrusting = await feedDistrict(STAFF);
  expect(await reasonAt(`${origin}/staff.csv`, { ...ctx, feedAccess: untrusting.feedAccess })).toContain(
    'did not answer',
  );
});

test('a private address is reached only if the operator allows it, by whatever name', async () => {
  const ctx = await district();
  const asked: string[] = [];
  const origin = await serving(({ url = '' }, response) => {
    asked.push(url);
    response.end(STAFF);
  });
  const { port } = new URL(origin);
  const closed = { ...ctx, feedAccess: { ...ctx.feedAccess, privateAddresses: addressList([]) } };
  const feed = await feedOf(ctx, origin);
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
    const url = `https://${host}:${port}/staff.csv`;
    await editFeed(ctx, { id: feed.id, edit: edited({ kind: 'https', url, header: null }) });
    expect([host, (await run(closed as Context, feed)).reason]).toEqual([
      host,
      expect.stringContaining('private network'),
    ]);
  }
  expect(asked).toEqual([]);
});
