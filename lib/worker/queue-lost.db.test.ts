import { expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase, type Transaction } from '../../db/client.ts';
import { textRow, textRows, textRun } from '../../db/sql-text.ts';
import { testDatabase } from '../../db/testing/database.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertUser } from '../auth/testing/user.ts';
import type { Context } from '../context.ts';
import { runFeedNow } from '../feeds/run-now.ts';
import { createFeed } from '../feeds/save-feed.ts';
import { edited, feedDistrict, sftpSource } from '../feeds/testing/feed.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { asUser, insertRecipient } from '../notify/testing/recipient.ts';
import { createStaffMember } from '../staff/create.ts';
import { endSync } from '../sync/run/end.ts';
import { startSync } from '../sync/run/start.ts';
import { syncStatus } from '../sync/run/status.ts';
import { scheduleCommit } from '../sync/schedule/schedule-commit.ts';
import { transferStaff } from '../sync/transfer/transfer.ts';
import { validateSync } from '../sync/validate/validate.ts';
import { queueLostOf } from './queue-lost.ts';
import { QueuedJobs } from './queued-jobs.ts';
import { runJob } from './start-worker.ts';

const PAT = { staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' };

/** Submits a validation of one person. @returns its job */
async function submitted(ctx: Context): Promise<string> {
  await startSync(ctx);
  await transferStaff(ctx, { records: [{ value: PAT }], pointer: '/staffMembers' });
  await endSync(ctx);
  return (await validateSync(ctx)).jobId;
}

const queueOf = ({ district }: Context) =>
  textRows<{ queue: string; job: string; state: string; priority: number }>(
    testDatabase(),
    `select name as queue, data->>'jobId' as job, state::text, priority from pgboss.job
      where data->>'districtId' = $1 order by name, data->>'jobId'`,
    [district.id],
  );
const forgetJobs = ({ district }: Context) =>
  textRun(testDatabase(), "delete from pgboss.job where data->>'districtId' = $1", [district.id]);

/** What a worker does now and then, in this district. */
const look = async ({ district }: Context, db = testDatabase()) =>
  queueLostOf(db, district.id, await QueuedJobs.all(db));

/** Two workers that both see that something is missing, before either has queued it. */
async function lookTogether(ctx: Context) {
  const other = openDatabase(inject('appUrl'), { max: 2 });
  onTestFinished(() => other.close());
  const looks = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await textRow(tx, 'select pg_advisory_xact_lock(hashtextextended($1::text, 4))', [tx.districtId]);
    const started = [look(ctx), look(ctx, other)];
    await expect.poll(async () => (await waiting(tx))?.number, { timeout: 30_000 }).toBe(2);
    return started;
  });
  return (await Promise.all(looks)).flat();
}
/** Sessions that wait for the lock that this transaction has. */
const waiting = (tx: Transaction) =>
  textRow<{ number: number }>(
    tx,
    `select count(*) as number from pg_locks w join pg_locks h using (locktype, classid, objid, objsubid)
      where h.pid = pg_backend_pid() and w.locktype = 'advisory' and h.granted and not w.granted`,
  );

test('SYNC-1 a job that the queue does not know is queued again, once by two workers, and its run goes on', async () => {
  const ctx = await testDistrict();
  const jobId = await submitted(ctx);
  expect(await look(ctx)).toEqual([]);
  const before = await queueOf(ctx);
  expect(before).toMatchObject([{ queue: 'sync', job: jobId, state: 'created' }]);

  await forgetJobs(ctx);
  expect(await lookTogether(ctx)).toMatchObject([{ queue: 'sync', jobId }]);
  expect(await queueOf(ctx)).toEqual(before);
  expect(await look(ctx)).toEqual([]);

  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
  expect((await syncStatus(ctx)).status).toBe('validated');
  await forgetJobs(ctx);
  expect(await look(ctx)).toEqual([]);
});

test.each(['completed', 'cancelled'])(
  'SYNC-1 a live job that is %s in the queue is queued again',
  async (state) => {
    const ctx = await testDistrict();
    const jobId = await submitted(ctx);
    const set = `update pgboss.job set state = '${state}', completed_on = now() where data->>'districtId' = $1`;
    await textRun(testDatabase(), set, [ctx.district.id]);
    expect(await look(ctx)).toMatchObject([{ queue: 'sync', jobId }]);
  },
);

test('SYNC-1 a job that a worker has, or that pg-boss gave up, is not queued again', async () => {
  const ctx = await testDistrict();
  await submitted(ctx);
  for (const set of ["state = 'active'", "state = 'retry'", "state = 'created', name = 'sync-failed'"]) {
    await textRun(testDatabase(), `update pgboss.job set ${set} where data->>'districtId' = $1`, [
      ctx.district.id,
    ]);
    expect(await look(ctx)).toEqual([]);
  }
});

test('SYNC-1 a job that was submitted just now is left alone: the queue may follow', async () => {
  const ctx = await testDistrict({ now: new Date() });
  await submitted(ctx);
  await forgetJobs(ctx);
  expect(await look(ctx)).toEqual([]);
});

test('scheduled commits, e-mails, notices, feeds and their runs are queued again as they were', async () => {
  const ctx = await feedDistrict('Staff Number,Last Name\n1,Simpson');
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId: await submitted(ctx) });
  const userId = await insertUser(ctx, { username: 'admin', rights: ['Synchronization'] });
  const admin = asUser(ctx, userId);
  await insertRecipient(ctx, 'robin', 'HR-Staff');
  await forgetJobs(ctx);

  await scheduleCommit(admin, { when: 'time', at: '2026-11-24T22:30' });
  const source = sftpSource({ port: 1 } as Parameters<typeof sftpSource>[0]);
  const feed = await createFeed(admin, edited(source, { hostKey: 'accepted', secret: 'night' }));
  await runFeedNow(admin, { id: feed.id });
  for (const staffNumber of ['1', '2']) await createStaffMember(ctx, { ...PAT, staffNumber });
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    queueMail(ctx, tx, [userId], {
      ...{ type: 'invitation', subject: 'A', body: 'B', link: '/invitation', eventKey: 'event:1' },
    }),
  );
  const before = await queueOf(ctx);
  expect(before.map(({ queue }) => queue)).toEqual([
    'feed-runs',
    'feed-times',
    'mail',
    'notices',
    'schedules',
  ]);
  expect(await look(ctx)).toEqual([]);
  await forgetJobs(ctx);
  expect(await look(ctx)).toHaveLength(5);
  expect(await queueOf(ctx)).toEqual(before);
});
