import { expect, onTestFinished, test } from 'vitest';
import { startBoss } from '../jobs/queue.ts';
import { listFeedRuns } from './feed-runs.ts';
import { runAndWait } from './run-and-wait.ts';
import { runFeed } from './run-feed.ts';
import { createFeed } from './save-feed.ts';
import { edited, feedDistrict } from './testing/feed.ts';

test('the command waits until the worker has ended the run, and finds a feed by its name alone', async () => {
  const ctx = await feedDistrict('Emp,Last,First,Sex\n1,Brown,Ann,F\n');
  const source = { kind: 'folder', folder: '', pattern: '*.csv', archive: null } as const;
  const feed = await createFeed(ctx, edited(source));
  // Alive, but takes no jobs: this test does.
  const boss = await startBoss(ctx.db, { supervise: true });
  onTestFinished(() => boss.stop({ graceful: false }));

  await expect(runAndWait(ctx, { name: 'Day' })).rejects.toThrow('no feed “Day”');
  const ended = runAndWait(ctx, { name: 'night' }, 10);
  const queued = async () => (await listFeedRuns(ctx, { feedId: feed.id, limit: 1 })).data[0]?.id;
  await expect.poll(queued).toBeDefined();
  await runFeed(ctx, { feedRunId: (await queued()) as string }, 1);
  expect(await ended).toMatchObject({
    ...{ status: 'failed', trigger: 'command', reason: expect.stringContaining('folder') },
  });
});
