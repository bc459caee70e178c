import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Database } from '../../db/client.ts';
import { rowsOf } from '../sync/testing/in-district.ts';
import { listFeedRuns } from './feed-runs.ts';
import { runFeed } from './run-feed.ts';
import { runFeedNow } from './run-now.ts';
import { feedDistrict, sftpFeed } from './testing/feed.ts';
import { sftpServer } from './testing/sftp-server.ts';

const FILE = 'staffNumber,lastName,firstName,gender\r\n1,Simpson,Pat,F\r\n2,Brown,Allison,F';

test('a run that is delivered again while its first worker still stages the file: the second one stages it, once', async () => {
  const server = await sftpServer();
  await writeFile(join(server.folder, 'roster.csv'), FILE);
  const ctx = await feedDistrict(FILE);
  const feed = await sftpFeed(ctx, server, { setsAside: false, policy: 'validate' });
  const { runId: feedRunId } = await runFeedNow(ctx, { id: feed.id });

  const [secondStages, firstEnded] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const workerThat = (waits: () => Promise<void>) => {
    const stagingInDistrict: Database['stagingInDistrict'] = async (districtId, work) => {
      await waits();
      return ctx.db.stagingInDistrict(districtId, work);
    };
    return () => runFeed({ ...ctx, db: { ...ctx.db, stagingInDistrict } }, { feedRunId }, 1);
  };
  const second = workerThat(() => {
    secondStages.resolve();
    return firstEnded.promise;
  });
  let other: Promise<void> | undefined;
  const first = workerThat(() => {
    other ??= second();
    return secondStages.promise;
  });
  await first();
  firstEnded.resolve();
  await other;

  const { data } = await listFeedRuns(ctx, { feedId: feed.id, limit: 1 });
  expect(data[0]).toMatchObject({ status: 'validating', runStatus: 'transferred', reason: null });
  expect(
    await rowsOf(ctx, 'select staff_transferred, set_aside from sync_run where district_id = $1'),
  ).toEqual([{ staff_transferred: 2, set_aside: 0 }]);
  expect(await rowsOf(ctx, 'select message from error_log where district_id = $1')).toEqual([]);
});

test('a connection that breaks while the file is staged: the next try stages it', async () => {
  const server = await sftpServer();
  await writeFile(join(server.folder, 'roster.csv'), FILE);
  const ctx = await feedDistrict(FILE);
  const feed = await sftpFeed(ctx, server);
  const { runId: feedRunId } = await runFeedNow(ctx, { id: feed.id });
  const stagingInDistrict = () => Promise.reject(new Error('Connection terminated unexpectedly'));
  const broken = { ...ctx, db: { ...ctx.db, stagingInDistrict } };
  await expect(runFeed(broken, { feedRunId }, 1)).rejects.toThrow('Connection terminated');
  await runFeed(ctx, { feedRunId }, 1);
  const { data } = await listFeedRuns(ctx, { feedId: feed.id, limit: 1 });
  expect(data[0]).toMatchObject({ status: 'transferred', runStatus: 'transferred', reason: null });
});
