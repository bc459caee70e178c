import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inboxOf, insertRecipient } from '../notify/testing/recipient.ts';
import { syncOverview } from '../sync/overview.ts';
import { startSync } from '../sync/run/start.ts';
import { listFeedRuns } from './feed-runs.ts';
import { editFeed } from './save-feed.ts';
import { testConnection } from './test-connection.ts';
import { edited, feedDistrict, run, sftpFeed, sftpSource } from './testing/feed.ts';
import { sftpServer } from './testing/sftp-server.ts';

const ROSTER = readFileSync(new URL('../staff-file/testing/roster.csv', import.meta.url), 'utf8');

const roster = async (text = ROSTER, name = 'roster.csv') => {
  const server = await sftpServer();
  await writeFile(join(server.folder, name), text);
  return { server, ctx: await feedDistrict(ROSTER) };
};

test('SYNC-12 a roster over SFTP: its rows, size and hash are kept, nine people are set aside', async () => {
  const { server, ctx } = await roster();
  const feed = await sftpFeed(ctx, server);
  expect(await run(ctx, feed)).toMatchObject({
    ...{ status: 'transferred', fileName: 'roster.csv', bytes: Buffer.byteLength(ROSTER), rows: 383 },
    ...{ runStatus: 'transferred', reason: '9 rows were set aside. The error log lists them.' },
    sha256: createHash('sha256').update(ROSTER).digest('hex'),
  });
});

test('the same file again is unchanged and is not transferred; a new one is', async () => {
  const { server, ctx } = await roster();
  const feed = await sftpFeed(ctx, server);
  const first = await run(ctx, feed);
  expect(await run(ctx, feed)).toMatchObject({ status: 'unchanged', runId: null, sha256: first.sha256 });
  await writeFile(join(server.folder, 'roster-2.csv'), ROSTER.replace('9999', '9998'));
  await utimes(join(server.folder, 'roster-2.csv'), new Date(), new Date(Date.now() + 60_000));
  const next = await run(ctx, feed);
  expect(next).toMatchObject({ status: 'transferred', fileName: 'roster-2.csv' });
  expect(next.runId).not.toBe(first.runId);
});

test('faults leave nothing staged, say why, and notify', async () => {
  const { server, ctx } = await roster();
  const admin = await insertRecipient(ctx, 'admin', 'HR Sync Commit');
  const feed = await sftpFeed(ctx, server, { leastPercent: 90, maxAgeHours: 24 });
  const change = (given: object, source: object = {}) =>
    editFeed(ctx, {
      id: feed.id,
      edit: edited(sftpSource(server, source), {
        ...{ hostKey: server.hostKey, leastPercent: 90, maxAgeHours: 24, ...given },
      }),
    });
  const failed = async (reason: RegExp) => {
    const done = await run(ctx, feed);
    expect(done).toMatchObject({ status: 'failed', runId: null, reason: expect.stringMatching(reason) });
  };
  await utimes(join(server.folder, 'roster.csv'), ctx.now, ctx.now);
  await change({ hostKey: 'A'.repeat(43) });
  await failed(/another key than the accepted one: SHA256:/);
  expect(server.signIns).toBe(0);
  await change({ secret: 'wrong' });
  await failed(/refused the username or the secret/);
  await change({ secret: server.userKey.slice(0, 200) }, { signIn: 'key' });
  await failed(/private key can’t be read/);
  await change({ secret: 'night' }, { folder: 'nowhere' });
  await failed(/could not be read/);
  await change({}, { pattern: 'other*.csv' });
  await failed(/No file matches “other\*\.csv”/);
  await change({});
  server.cutAfterBytes = 1_000;
  await failed(/connection ended before/);
  server.cutAfterBytes = Number.POSITIVE_INFINITY;
  await utimes(join(server.folder, 'roster.csv'), ctx.now, new Date(ctx.now.getTime() - 25 * 3_600_000));
  await failed(/older than 24 hours/);
  await utimes(join(server.folder, 'roster.csv'), ctx.now, ctx.now);
  expect(await run(ctx, feed)).toMatchObject({ status: 'transferred' });
  const half = ROSTER.slice(0, ROSTER.indexOf('\r\n', ROSTER.length / 2) + 2);
  await writeFile(join(server.folder, 'roster.csv'), half);
  await utimes(join(server.folder, 'roster.csv'), ctx.now, ctx.now);
  await failed(/the last one had 383/);
  await rm(join(server.folder, 'roster.csv'));
  await writeFile(join(server.folder, 'roster.csv.part'), half);
  await failed(/roster\.csv\.part” is still being written/);
  const { data } = await listFeedRuns(ctx, { feedId: feed.id, limit: 100 });
  expect((await inboxOf(ctx, admin)).length).toBe(data.filter(({ status }) => status === 'failed').length);
});

test('a synchronization that others started is left alone', async () => {
  const { server, ctx } = await roster();
  const feed = await sftpFeed(ctx, server);
  const { run: others } = await startSync({ ...ctx, actor: { kind: 'system', name: 'Alice Archer' } });
  expect(await run(ctx, feed)).toMatchObject({
    ...{ status: 'failed', runId: null },
    reason: expect.stringContaining('Alice Archer started is open'),
  });
  expect((await syncOverview(ctx)).run).toMatchObject({ runId: others.runId, status: 'transferring' });
});

test('a file that was taken is moved to the archive, also after a connection by key', async () => {
  const { server, ctx } = await roster();
  const source = sftpSource(server, { signIn: 'key', archive: 'done/2026' });
  const feed = await sftpFeed(ctx, server, { source, secret: server.userKey });
  expect(await run(ctx, feed)).toMatchObject({ status: 'transferred' });
  expect(await readdir(server.folder)).toEqual(['done']);
  expect(await readdir(join(server.folder, 'done/2026'))).toEqual(['2026-11-24T180000 roster.csv']);
});

test('Test connection shows the key of a server first, and then the file; the secret goes only to the accepted one', async () => {
  const { server, ctx } = await roster();
  const asked = { source: sftpSource(server), secret: 'night' };
  const first = await testConnection(ctx, { ...asked, hostKey: null });
  expect(first).toMatchObject({
    hostKey: server.hostKey,
    file: null,
    problem: expect.stringContaining('fingerprint'),
  });
  expect(server.signIns).toBe(0);
  expect(await testConnection(ctx, { ...asked, hostKey: server.hostKey })).toMatchObject({
    ...{ problem: null, file: { name: 'roster.csv', bytes: Buffer.byteLength(ROSTER) } },
  });
});
