import { expect, test } from 'vitest';
import { textRow, textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertUser } from '../../auth/testing/user.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid } from '../../failure.ts';
import { asUser, inboxOf, insertRecipient } from '../../notify/testing/recipient.ts';
import { failJob } from '../../worker/fail-job.ts';
import { runJob, scheduleDue } from '../../worker/start-worker.ts';
import { submitCommit } from '../commit/commit.ts';
import { approveHold } from '../guards/approve.ts';
import { saveGuards } from '../guards/save-guards.ts';
import { DEFAULT_GUARDS, type GuardSettings } from '../guards/schema.ts';
import { syncOverview } from '../overview.ts';
import { endSync } from '../run/end.ts';
import { restartSync, startSync } from '../run/start.ts';
import { syncStatus } from '../run/status.ts';
import { transferStaff } from '../transfer/transfer.ts';
import { validateSync } from '../validate/validate.ts';
import { cancelSchedule } from './cancel-schedule.ts';
import { wallTime } from './local-moment.ts';
import { scheduleCommit } from './schedule-commit.ts';
import { DEFAULT_OFF_HOURS, offHoursSchema } from './schema.ts';
import { saveOffHours } from './settings.ts';

const MINUTE = 60_000;
const person = (n: number, over: object = {}) => ({
  staffNumber: `N${n}`,
  lastName: `Staff ${n}`,
  firstName: 'Pat',
  gender: 'F',
  employments: [{ hireDate: '2020-07-25' }],
  positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' }],
  ...over,
});
const feed = (count: number, over: object = {}) => Array.from({ length: count }, (_, n) => person(n, over));
const more = (count: number) => [...feed(20), ...Array.from({ length: count }, (_, n) => person(100 + n))];

const work = (ctx: Context, jobId: string) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });

async function validated(ctx: Context, records: object[]): Promise<void> {
  await startSync(ctx);
  await transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
  await endSync(ctx);
  await work(ctx, (await validateSync(ctx)).jobId);
}

/** An admin's district as of now: jobs read the clock. */
async function adminOf(rights: readonly ['Synchronization'] | [] = ['Synchronization']): Promise<Context> {
  const ctx = await testDistrict({ now: new Date() });
  return asUser(ctx, await insertUser(ctx, { username: 'admin', rights }));
}

const asSystem = (ctx: Context): Context => ({ ...ctx, actor: { kind: 'system', name: 'Test' } });

/** A district with strict guards, in which twenty people are committed. */
async function committed(settings: Partial<GuardSettings> = {}): Promise<Context> {
  const ctx = await adminOf();
  await saveGuards(ctx, { ...DEFAULT_GUARDS, leastPeople: 2, ...settings });
  await validated(ctx, feed(20));
  await work(ctx, (await submitCommit(ctx)).jobId);
  return ctx;
}

const inMinutes = (ctx: Context, minutes: number) =>
  wallTime(new Date(ctx.now.getTime() + minutes * MINUTE), ctx.district.timeZone);
const schedule = (ctx: Context, minutes = 5) =>
  scheduleCommit(ctx, { when: 'time', at: inMinutes(ctx, minutes) });

interface Queued {
  id: string;
  startAfter: Date;
}
/** What the queue holds for the district, the latest last. */
const queued = (ctx: Context): Promise<Queued[]> =>
  textRows(
    ctx.db,
    `select data ->> 'jobId' as id, start_after as "startAfter" from pgboss.job
      where name = 'schedules' and data ->> 'districtId' = $1 order by created_on`,
    [ctx.district.id],
  );
const liveJob = async (ctx: Context): Promise<{ id: string; kind: string } | undefined> =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow(tx, `select id, kind from sync_job where district_id = $1 and status in ('queued', 'running')`, [
      tx.districtId,
    ]),
  );
/** The worker takes what is due, however often: the schedule, the validation, the commit. */
async function due(ctx: Context, now = ctx.now): Promise<void> {
  for (const { id } of await queued(ctx))
    await scheduleDue(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId: id }, now);
}
async function drain(ctx: Context): Promise<string[]> {
  const kinds: string[] = [];
  for (let job = await liveJob(ctx); job; job = await liveJob(ctx)) {
    kinds.push(job.kind);
    await work(ctx, job.id);
  }
  return kinds;
}
const audited = async (ctx: Context, ...actions: string[]) => {
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ action: string; actor: string; detail: Record<string, unknown> }>(
      tx,
      `select action, actor, detail from audit_event
        where district_id = $1 and action = any($2::text[]) order by id`,
      [tx.districtId, actions],
    ),
  );
  return rows;
};

test('SYNC-12 a commit scheduled for a time waits in the queue, then is validated again and committed', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(3));
  const scheduled = await schedule(ctx, 5);
  expect(scheduled).toMatchObject({ when: 'time', scheduledBy: 'Robin', beginning: false, failure: null });
  expect((await queued(ctx)).map(({ startAfter }) => startAfter.toISOString())).toEqual([scheduled.dueAt]);
  expect((await syncOverview(ctx)).schedule).toEqual(scheduled);
  await due(ctx, new Date(scheduled.dueAt));
  expect((await syncOverview(ctx)).schedule).toMatchObject({ beginning: true });
  expect(await drain(ctx)).toEqual(['validate', 'commit']);
  expect(await syncStatus(ctx)).toMatchObject({ status: 'committed' });
  expect((await syncOverview(ctx)).schedule).toBeNull();
  expect(await audited(ctx, 'sync.schedule', 'sync.commit')).toMatchObject([
    { action: 'sync.schedule', actor: 'Robin', detail: { when: 'time', dueAt: scheduled.dueAt } },
    { action: 'sync.commit', actor: 'Robin', detail: { scheduledFor: scheduled.dueAt } },
  ]);
  // The queue may hand a job out again.
  await due(ctx, new Date(scheduled.dueAt));
  expect(await liveJob(ctx)).toBeUndefined();
});

test('SYNC-12 in the next off-hours window, as the district has set it', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(3));
  await saveOffHours(ctx, { days: [7, 1, 1], begins: '01:00', ends: '03:00' });
  const scheduled = await scheduleCommit(
    { ...ctx, now: new Date('2026-11-24T18:00:00Z') },
    { when: 'offHours' },
  );
  // 2026-11-29 is a Sunday.
  expect(scheduled).toMatchObject({
    dueAt: '2026-11-29T07:00:00.000Z',
    latestAt: '2026-11-29T09:00:00.000Z',
  });
  expect(await audited(ctx, 'sync.offHours')).toMatchObject([
    { detail: { before: DEFAULT_OFF_HOURS, after: { days: [1, 7] } } },
  ]);
  const within = await scheduleCommit(
    { ...ctx, now: new Date('2026-11-29T08:00:00Z') },
    { when: 'offHours' },
  );
  expect(within).toMatchObject({ dueAt: '2026-11-29T08:00:00.000Z', latestAt: '2026-11-29T09:00:00.000Z' });
});

test('SYNC-12 off hours that are no window are refused', () => {
  expect(offHoursSchema.safeParse({ days: [1], begins: '22:00', ends: '22:00' }).success).toBe(false);
  expect(offHoursSchema.safeParse({ days: [], begins: '22:00', ends: '23:00' }).success).toBe(false);
  expect(offHoursSchema.safeParse({ days: [1], begins: '24:00', ends: '23:00' }).success).toBe(false);
});

test.each([
  ['tooEarly', '2026-11-24T12:00'],
  ['tooLate', '2026-12-24T12:01'],
  ['invalidDate', '2026-11-31T12:00'],
  ['invalidDate', '2026-11-24T25:00'],
])('SYNC-12 a time that can’t be is refused as %s: %s', async (code, at) => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  const noon = { ...ctx, now: new Date('2026-11-24T18:00:00Z') };
  const refusal = await scheduleCommit(noon, { when: 'time', at }).catch((error) => error);
  expect(refusal).toBeInstanceOf(Invalid);
  expect(refusal.errors).toMatchObject([{ pointer: '/at', code }]);
  expect(await queued(ctx)).toEqual([]);
});

test('SYNC-12 a time that the clocks leave out is refused', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  const before = { ...ctx, now: new Date('2027-03-10T18:00:00Z') };
  await expect(scheduleCommit(before, { when: 'time', at: '2027-03-14T02:30' })).rejects.toThrow(Invalid);
  expect((await scheduleCommit(before, { when: 'time', at: '2027-03-14T03:30' })).dueAt).toBe(
    '2027-03-14T08:30:00.000Z',
  );
});

test('SYNC-12 only an admin schedules, and only where a commit is allowed', async () => {
  const ctx = await adminOf();
  await expect(schedule(asSystem(ctx))).rejects.toThrow(Forbidden);
  await expect(schedule(ctx)).rejects.toThrow(Conflict);
  await validated(ctx, feed(1));
  await validateSync(ctx);
  await expect(schedule(ctx)).rejects.toThrow(Conflict);
});

test('SYNC-12 cancelled, it does not begin; scheduled again, only the last one does', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  await expect(cancelSchedule(ctx)).rejects.toThrow(Conflict);
  await schedule(ctx, 5);
  await cancelSchedule(ctx);
  await due(ctx);
  expect(await liveJob(ctx)).toBeUndefined();
  expect(await audited(ctx, 'sync.unschedule')).toHaveLength(1);
  const [first] = await queued(ctx);
  const last = await schedule(ctx, 10);
  await schedule(ctx, 20);
  expect((await syncOverview(ctx)).schedule?.dueAt).not.toBe(last.dueAt);
  const ids = (await queued(ctx)).map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  for (const id of [first?.id, ids[1]] as string[])
    await scheduleDue(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId: id });
  expect(await liveJob(ctx)).toBeUndefined();
});

test('SYNC-12 cancelled while it is validated again, the validation ends and nothing is committed', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  await schedule(ctx);
  await due(ctx);
  await cancelSchedule(ctx);
  expect(await drain(ctx)).toEqual(['validate']);
  expect(await syncStatus(ctx)).toMatchObject({ status: 'validated' });
});

test('SYNC-5 it goes with its validation and with its run', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  await schedule(ctx);
  await work(ctx, (await validateSync(ctx)).jobId);
  expect((await syncOverview(ctx)).schedule).toBeNull();
  await due(ctx);
  expect(await liveJob(ctx)).toBeUndefined();
  await schedule(ctx);
  await restartSync(ctx);
  await due(ctx);
  expect(await liveJob(ctx)).toBeUndefined();
  expect(await syncStatus(ctx)).toMatchObject({ status: 'transferring' });
});

test('SYNC-6 a commit that is asked for before is carried out at once, instead of the scheduled one', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  const { dueAt } = await schedule(ctx);
  await work(ctx, (await submitCommit(ctx)).jobId);
  expect((await audited(ctx, 'sync.commit'))[0]?.detail).toMatchObject({ insteadOfScheduled: dueAt });
  await due(ctx);
  expect(await liveJob(ctx)).toBeUndefined();
  expect(await syncStatus(ctx)).toMatchObject({ status: 'committed' });
});

test('SYNC-10 NOT-4 a worker that comes back too late does not begin it; the page and a message say so', async () => {
  const ctx = await adminOf();
  const recipient = await insertRecipient(asSystem(ctx), 'commits', 'HR Sync Commit');
  await validated(ctx, feed(1));
  const { latestAt } = await schedule(ctx);
  const late = new Date(Date.parse(latestAt) + 1);
  // Also while the worker is still away.
  expect((await syncOverview({ ...ctx, now: late })).schedule?.failure).toContain('worker was not running');
  await due(ctx, late);
  await due(ctx, late);
  expect(await liveJob(ctx)).toBeUndefined();
  expect((await syncOverview(ctx)).schedule?.failure).toContain('had passed');
  expect((await inboxOf(ctx, recipient)).map(({ subject }) => subject)).toEqual([
    'A scheduled commit did not start',
  ]);
  expect(await syncStatus(ctx)).toMatchObject({ status: 'validated' });
});

test('SYNC-10 until then it does: within an hour of its time', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  const { dueAt, latestAt } = await schedule(ctx);
  expect(Date.parse(latestAt) - Date.parse(dueAt)).toBe(60 * MINUTE);
  await due(ctx, new Date(latestAt));
  expect(await drain(ctx)).toEqual(['validate', 'commit']);
});

test('SYNC-10 a validation that ends after the last moment: nothing is committed, its report stays', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  const { validatedAt } = await syncStatus(ctx);
  await schedule(ctx);
  await due(ctx);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, 'update commit_schedule set latest_at = $2 where district_id = $1', [
      tx.districtId,
      new Date(Date.now() - 1),
    ]),
  );
  expect(await drain(ctx)).toEqual(['validate']);
  const { run, schedule: left } = await syncOverview(ctx);
  expect(run?.validatedAt).not.toBe(validatedAt);
  expect(left).toMatchObject({ beginning: false });
  expect(left?.failure).toContain('had passed');
  await work(ctx, (await submitCommit(ctx)).jobId);
  expect((await syncOverview(ctx)).schedule).toBeNull();
});

test('SYNC-10 a validation at its time that can’t be carried out: nothing is committed, and the page says so', async () => {
  const ctx = await adminOf();
  await validated(ctx, feed(1));
  await schedule(ctx);
  await due(ctx);
  const job = await liveJob(ctx);
  await failJob(ctx.db, { districtId: ctx.district.id, jobId: job?.id as string });
  expect((await syncOverview(ctx)).schedule).toMatchObject({ beginning: false });
  expect((await syncOverview(ctx)).schedule?.failure).toContain('The job failed.');
});

test('the commit does not start when the user who scheduled it may no longer synchronize', async () => {
  const ctx = await adminOf([]);
  await validated(ctx, feed(1));
  await schedule(ctx);
  await due(ctx);
  expect(await liveJob(ctx)).toBeUndefined();
  expect((await syncOverview(ctx)).schedule?.failure).toContain('no longer allowed to synchronize');
});

test('SYNC-13 scheduling counts as asking: above a limit it is held, and the scheduler is the one who asked', async () => {
  const ctx = await committed({ secondPerson: true });
  const other = asUser(ctx, await insertUser(ctx, { username: 'other', rights: ['Synchronization'] }));
  await validated(ctx, more(3));
  const refusal = await schedule(ctx).catch((error) => error);
  expect(refusal).toBeInstanceOf(Conflict);
  expect(refusal.facts).toMatchObject({ held: { limits: [{ limit: 'created', found: 3 }] } });
  expect(await queued(ctx)).toEqual([]);
  await expect(approveHold(ctx, { reason: 'me' })).rejects.toThrow(Forbidden);
  await approveHold(other, { reason: 'A new school opens.' });
  await schedule(ctx);
  await due(ctx);
  expect(await drain(ctx)).toEqual(['validate', 'commit']);
});

test('SYNC-13 validated again at its time and above a limit, it is held, and recipients are notified', async () => {
  const ctx = await committed({ secondPerson: true });
  const recipient = await insertRecipient(asSystem(ctx), 'commits', 'HR Sync Commit');
  await validated(ctx, feed(20));
  await schedule(ctx);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `with touched as (update person set rev = rev + 1
          where district_id = $1 and staff_number_key in ('n1', 'n2', 'n3') returning id)
       update identity set last_name = 'Other' where district_id = $1 and current and person_id in (select id from touched)`,
      [tx.districtId],
    ),
  );
  await due(ctx);
  expect(await drain(ctx)).toEqual(['validate']);
  const { run, schedule: left, hold } = await syncOverview(ctx);
  expect(run?.status).toBe('validated');
  expect(left).toBeNull();
  // The user who scheduled it is the one who asked for the commit.
  expect(hold).toMatchObject({
    requestedBy: 'Robin',
    mayApprove: false,
    limits: [{ limit: 'renamed', found: 3 }],
  });
  expect((await inboxOf(ctx, recipient)).map(({ subject }) => subject)).toEqual([
    'The commit of a staff synchronization waits for approval',
  ]);
});

test('SYNC-13 what was approved and has grown by more than the limit is held again', async () => {
  const ctx = await committed();
  await validated(ctx, more(3));
  await schedule(ctx).catch(() => {});
  await approveHold(ctx, { reason: 'A new school opens.' });
  await schedule(ctx);
  // Five of twenty-three are gone from Campus' numbers by then: HR's would be created.
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `update person set staff_number = null
        where district_id = $1 and staff_number_key in ('n1', 'n2', 'n3', 'n4', 'n5')`,
      [tx.districtId],
    ),
  );
  await due(ctx);
  expect(await drain(ctx)).toEqual(['validate']);
  expect((await syncOverview(ctx)).hold).toMatchObject({
    approvedAt: null,
    limits: [{ limit: 'created', found: 8 }],
  });
});
