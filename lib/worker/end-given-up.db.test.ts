import { expect, onTestFinished, test } from 'vitest';
import { textRow, textRun } from '../../db/sql-text.ts';
import { testDatabase } from '../../db/testing/database.ts';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import { startBoss } from '../jobs/queue.ts';
import { inboxOf, insertRecipient } from '../notify/testing/recipient.ts';
import { submitCommit } from '../sync/commit/commit.ts';
import { endSync } from '../sync/run/end.ts';
import { startSync } from '../sync/run/start.ts';
import { transferStaff } from '../sync/transfer/transfer.ts';
import { validateSync } from '../sync/validate/validate.ts';
import { endGivenUp } from './end-given-up.ts';
import { runJob } from './start-worker.ts';

const PAT = { staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' };

async function commitJob(ctx: Context): Promise<string> {
  await startSync(ctx);
  await transferStaff(ctx, { records: [{ value: PAT }], pointer: '/staffMembers' });
  await endSync(ctx);
  const { jobId } = await validateSync(ctx);
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
  return (await submitCommit(ctx)).jobId;
}

/** As if a worker had taken the job for its last try, and then died without a word. */
const diedInLastTry = (jobId: string): Promise<number> =>
  textRun(
    testDatabase(),
    `update pgboss.job set state = 'active', retry_count = retry_limit, started_on = now() - interval '1 minute',
       heartbeat_on = now() - interval '1 minute' where name = 'sync' and data->>'jobId' = $1`,
    [jobId],
  );

const stateOf = (ctx: Context, jobId: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow(
      tx,
      `select r.status as run, j.status as job from sync_job j
         join sync_run r on r.district_id = $1 and r.id = j.run_id where j.district_id = $1 and j.id = $2`,
      [tx.districtId, jobId],
    ),
  );

test('SYNC-1 a job whose worker died in its last try, too, is ended by another worker: validated again, admins notified', {
  timeout: 60_000,
}, async () => {
  const ctx = await testDistrict();
  const admin = await insertRecipient(ctx, 'admin', 'HR Sync Commit');
  const jobId = await commitJob(ctx);
  expect(await diedInLastTry(jobId)).toBe(1);
  expect(await stateOf(ctx, jobId)).toEqual({ run: 'committing', job: 'queued' });

  // Not a whole worker, which would take the jobs of other tests.
  const boss = await startBoss(ctx.db, { supervise: true });
  onTestFinished(() => boss.stop({ graceful: false }));
  await endGivenUp(boss, ctx.db);
  await expect
    .poll(() => stateOf(ctx, jobId), { timeout: 50_000 })
    .toEqual({ run: 'validated', job: 'failed' });
  expect((await inboxOf(ctx, admin)).map(({ subject }) => subject)).toEqual([
    'The commit of a staff synchronization failed',
  ]);
});
