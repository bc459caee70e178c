import { expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { Pace } from '../../concurrency/pace.ts';
import type { Context } from '../../context.ts';
import { runJob } from '../../worker/start-worker.ts';
import { rowsOf, sentStaff, validated } from '../testing/in-district.ts';
import { submitCommit } from './commit.ts';

const PEOPLE = 600;

/** Results by outcome, and the most people whom one transaction has written. */
async function commitWhile(called: boolean, ctx: Context) {
  const staff = Array.from({ length: PEOPLE }, (_, n) =>
    sentStaff(String(10_000 + n), { lastName: `Simpson${n}` }),
  );
  await validated(ctx, ...staff);
  const { jobId } = await submitCommit(ctx);
  const pace = new Pace(async () => called);
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId }, ctx.now, pace);
  const outcomes = await rowsOf(
    ctx,
    'select outcome, count(*)::int as people from sync_result where district_id = $1 group by outcome',
  );
  const [most] = await rowsOf(
    ctx,
    'select count(*)::int as people from sync_result where district_id = $1 group by xmin::text order by 1 desc limit 1',
  );
  return { outcomes, most: most?.people };
}

test('SYNC-9 a commit writes the same while somebody calls, in transactions of at most 250 people', async () => {
  const outcomes = [{ outcome: 'created', people: PEOPLE }];
  expect(await commitWhile(true, await testDistrict())).toEqual({ outcomes, most: 250 });
  expect(await commitWhile(false, await testDistrict())).toEqual({ outcomes, most: PEOPLE });
});
