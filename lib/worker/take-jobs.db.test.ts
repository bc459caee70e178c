import { expect, test } from 'vitest';
import type { DistrictId } from '../../db/district-id.ts';
import { type JobAddress, SMALL_JOB_PRIORITY } from '../jobs/queue.ts';
import { newId } from '../new-id.ts';
import { takeBySize } from './take-by-size.ts';
import { takeJobs } from './take-jobs.ts';
import { emptyQueue } from './testing/empty-queue.ts';

const address = (jobId: string): JobAddress => ({ districtId: newId() as DistrictId, jobId });

test('two large jobs and four small ones run at a time, and neither kind takes the slots of the other', async () => {
  const { boss, queue } = await emptyQueue();
  const sendSmall = (n: number) => boss.send(queue, address(`small ${n}`), { priority: SMALL_JOB_PRIORITY });
  for (const n of [1, 2, 3]) await boss.send(queue, address(`large ${n}`), { priority: 0 });
  for (const n of [1, 2, 3]) await sendSmall(n);
  const began: string[] = [];
  const { promise: end, resolve: endAll } = Promise.withResolvers<void>();
  await takeBySize(boss, queue, async ({ jobId }) => {
    began.push(jobId);
    await end;
  });
  await expect.poll(() => began.length, { timeout: 30_000 }).toBe(5);
  // The last slot was free all the time, though a large job waits.
  for (const n of [4, 5]) await sendSmall(n);
  await expect.poll(() => began.length, { timeout: 30_000 }).toBe(6);
  expect(began.sort()).toEqual(['large 1', 'large 2', 'small 1', 'small 2', 'small 3', 'small 4']);
  endAll();
  await expect.poll(() => began.slice(6).sort(), { timeout: 30_000 }).toEqual(['large 3', 'small 5']);
});

test('a slot that has ended a job takes the next one at once', async () => {
  const { boss, queue } = await emptyQueue();
  for (const n of [1, 2, 3]) await boss.send(queue, address(`${n}`));
  const done: string[] = [];
  // Much longer than the test waits.
  await takeJobs(boss, queue, { pollSeconds: 600 }, async ({ jobId }) => done.push(jobId));
  await expect.poll(() => done, { timeout: 30_000 }).toEqual(['1', '2', '3']);
});
