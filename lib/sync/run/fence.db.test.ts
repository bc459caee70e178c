import { expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { Pace } from '../../concurrency/pace.ts';
import type { Context } from '../../context.ts';
import { failJob } from '../../worker/fail-job.ts';
import { runJob } from '../../worker/start-worker.ts';
import { sentStaff, validated, work } from '../testing/in-district.ts';
import { validateSync } from '../validate/validate.ts';
import { jobById } from './jobs.ts';

type Job = { jobId: string };

const addressOf = (ctx: Context, { jobId }: Job) => ({ districtId: ctx.district.id, jobId });

/** A validation in the midst of which something else happens. */
const workWhile = (ctx: Context, job: Job, meanwhile: () => Promise<void>): Promise<void> =>
  runJob(
    ctx.db,
    ctx.keys,
    addressOf(ctx, job),
    ctx.now,
    new Pace(async () => {
      await meanwhile();
      return false;
    }),
  );

const statusOf = (ctx: Context, { jobId }: Job) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => (await jobById(tx, jobId))?.status);

test.each<[string, (ctx: Context, ended: Job) => Promise<void>]>([
  ['is delivered again', work],
  ['is given up by the queue', (ctx, ended) => failJob(ctx.db, addressOf(ctx, ended))],
])('SYNC-10 a validation that has ended and %s takes nothing from the one that runs', async (_, again) => {
  const ctx = await testDistrict();
  await validated(ctx, sentStaff('1'));
  const ended = await validateSync(ctx);
  await work(ctx, ended);
  const running = await validateSync(ctx);
  await workWhile(ctx, running, () => again(ctx, ended));
  expect([await statusOf(ctx, ended), await statusOf(ctx, running)]).toEqual(['completed', 'completed']);
});

test('SYNC-10 a validation that runs and is delivered again ends once, by the one that came last', async () => {
  const ctx = await testDistrict();
  await validated(ctx, sentStaff('1'));
  const job = await validateSync(ctx);
  let others = 0;
  await workWhile(ctx, job, async () => {
    others += 1;
    if (others === 1) await work(ctx, job);
  });
  expect(others).toBeGreaterThan(0);
  expect(await statusOf(ctx, job)).toBe('completed');
});
