import { expect, test } from 'vitest';
import { textRow, textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { createStaffMember } from '../staff/create.ts';
import { createPosition } from '../staff/position.ts';
import { updateStaffMember } from '../staff/update.ts';
import { submitCommit } from '../sync/commit/commit.ts';
import { cancelSync } from '../sync/run/cancel.ts';
import { endSync } from '../sync/run/end.ts';
import { startSync } from '../sync/run/start.ts';
import { transferStaff } from '../sync/transfer/transfer.ts';
import { validateSync } from '../sync/validate/validate.ts';
import { failJob } from '../worker/fail-job.ts';
import { runJob } from '../worker/start-worker.ts';
import { endNoticeWindow } from './end-window.ts';
import { asUser, inboxOf, insertRecipient } from './testing/recipient.ts';

const pat = (over: object = {}) => ({
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  ...over,
});
const position = { schoolNumber: '010', assignmentCode: '20', startDate: '2026-08-01' };
const update = (ctx: Context, json: object, staffNumber = '10058') =>
  updateStaffMember(ctx, { staffNumber, json, ifMatch: null });
const minutesLater = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
});

async function validated(ctx: Context, ...records: object[]): Promise<void> {
  await startSync(ctx);
  await transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
}
const address = (ctx: Context, { jobId }: { jobId: string }) => ({ districtId: ctx.district.id, jobId });
const work = (ctx: Context, job: { jobId: string }) => runJob(ctx.db, ctx.keys, address(ctx, job));

/** The window that gathers now, and when the queue will end it. */
const windowOf = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<{ id: string | null; queuedFor: Date | null }>(
      tx,
      `select w.window_id as id,
              (select j.start_after from pgboss.job j
                where j.name = 'notices' and j.data ->> 'jobId' = w.window_id::text) as "queuedFor"
         from staff_notice_window w where w.district_id = $1`,
      [tx.districtId],
    ),
  );
async function endWindow(ctx: Context): Promise<void> {
  const window = await windowOf(ctx);
  await endNoticeWindow(ctx.db, ctx.district, { windowId: window?.id as string });
}

test('NOT-1 NOT-4 a commit sends one message with counts, failures and link, and none of HR-Staff', async () => {
  const ctx = await testDistrict();
  const id = await insertRecipient(ctx, 'both', 'HR Sync Commit', 'HR-Staff', 'HR Sync Commit');
  const other = await insertRecipient(ctx, 'staff', 'HR-Staff');
  await insertPerson(ctx, { staffNumber: '2', lastName: 'Brown' });
  await insertPerson(ctx, { staffNumber: '3' });
  await insertPerson(ctx, { staffNumber: '3' });
  await validated(ctx, pat(), pat({ staffNumber: '2' }), pat({ staffNumber: '3' }));
  expect(await inboxOf(ctx, id)).toEqual([]);
  const { runId, jobId } = await submitCommit(ctx);
  await work(ctx, { jobId });
  await work(ctx, { jobId });
  await failJob(ctx.db, address(ctx, { jobId }));
  const messages = await inboxOf(ctx, id);
  expect(messages).toMatchObject([
    { type: 'HR Sync Commit', link: `/business-office/synchronization/${runId}`, read: false },
  ]);
  expect(messages[0]?.subject).toBe('Staff synchronization committed, 1 failed');
  expect(messages[0]?.body).toMatch(
    /^1 created, 1 updated, 0 unchanged, 0 excluded, 1 failed of 3 staff members\./,
  );
  expect(messages[0]?.body).toMatch(/\n3: 2 people in Campus have the staff number "3"/);
  expect(await inboxOf(ctx, other)).toEqual([]);
});

test('NOT-4 a commit that failed as a whole, and one that was cancelled, send one message each', async () => {
  const ctx = await testDistrict();
  const id = await insertRecipient(ctx, 'commits', 'HR Sync Commit');
  await validated(ctx, pat());
  const failed = await submitCommit(ctx);
  await failJob(ctx.db, address(ctx, failed));
  await failJob(ctx.db, address(ctx, failed));
  await submitCommit(ctx);
  await cancelSync(ctx);
  const messages = await inboxOf(ctx, id);
  expect(messages.map(({ subject }) => subject).sort()).toEqual([
    'The commit of a staff synchronization failed',
    'The commit of a staff synchronization was cancelled',
  ]);
  for (const { body } of messages)
    expect(body).toContain('1 staff member was not processed. What was committed before is kept.');
});

test('NOT-1 HR creates, updates and gives a position: each sends its own message when five minutes lie between', async () => {
  const ctx = await testDistrict();
  const id = await insertRecipient(ctx, 'staff', 'HR-Staff');
  const commits = await insertRecipient(ctx, 'commits', 'HR Sync Commit');
  const { staffMember } = await createStaffMember(ctx, pat());
  await update(minutesLater(ctx, 6), { workPhone: '7635550100' });
  await createPosition(minutesLater(ctx, 12), { staffNumber: '10058', json: position, ifMatch: null });
  expect(await inboxOf(ctx, id)).toMatchObject([
    { type: 'HR-Staff', subject: 'HR updated District Assignments of Simpson, Pat' },
    { type: 'HR-Staff', subject: 'HR updated Simpson, Pat' },
    { type: 'HR-Staff', subject: 'HR created Simpson, Pat', link: `/staff/${staffMember.id}` },
  ]);
  expect(await inboxOf(ctx, commits)).toEqual([]);
});

test('NOT-4 HR-Staff: the first at once, what follows in five minutes as one message, then the first again', async () => {
  const ctx = await testDistrict();
  const id = await insertRecipient(ctx, 'staff', 'HR-Staff');
  await createStaffMember(ctx, pat());
  expect((await windowOf(ctx))?.queuedFor).toEqual(minutesLater(ctx, 5).now);
  for (const minutes of [1, 2, 3])
    await createStaffMember(minutesLater(ctx, minutes), pat({ staffNumber: `A${minutes}` }));
  await update(minutesLater(ctx, 4), { workPhone: '7635550100' }, 'A3');
  expect(await inboxOf(ctx, id)).toHaveLength(1);
  const { id: windowId } = (await windowOf(ctx)) as { id: string };
  await endWindow(ctx);
  await endNoticeWindow(ctx.db, ctx.district, { windowId });
  const [rest, first, ...more] = await inboxOf(ctx, id);
  expect(more).toEqual([]);
  expect(first?.subject).toBe('HR created Simpson, Pat');
  expect(rest).toMatchObject({ subject: 'HR changed 3 staff members', link: '/staff' });
  expect(rest?.body).toBe(
    '3 created, 1 updated, from 12:01 PM to 12:04 PM.\n\nSimpson, Pat (A1)\nSimpson, Pat (A2)\nSimpson, Pat (A3)',
  );
  await update(minutesLater(ctx, 4.5), { cellPhone: '7635550100' });
  expect((await inboxOf(ctx, id)).map(({ subject }) => subject)).toContain('HR updated Simpson, Pat');
});

test('NOT-4 many calls at once: one sends its message at once, the others share one message, none is lost', async () => {
  const ctx = await testDistrict();
  const id = await insertRecipient(ctx, 'staff', 'HR-Staff');
  await Promise.all(
    Array.from({ length: 12 }, (_, i) => createStaffMember(ctx, pat({ staffNumber: `B${i}` }))),
  );
  expect(await inboxOf(ctx, id)).toHaveLength(1);
  await endWindow(ctx);
  const bodies = (await inboxOf(ctx, id)).map(({ body }) => body);
  expect(bodies).toHaveLength(2);
  expect(bodies.join()).toContain('11 created');
});

test('NOT-4 windows that end while calls arrive lose none and tell none twice', async () => {
  const ctx = await testDistrict();
  const id = await insertRecipient(ctx, 'staff', 'HR-Staff');
  const ender = async () => {
    for (let i = 0; i < 15; i += 1) {
      const window = await windowOf(ctx);
      if (window?.id) await endNoticeWindow(ctx.db, ctx.district, { windowId: window.id });
    }
  };
  await Promise.all([
    ender(),
    ...Array.from({ length: 20 }, (_, i) => createStaffMember(ctx, pat({ staffNumber: `C${i}` }))),
  ]);
  if ((await windowOf(ctx))?.id) await endWindow(ctx);
  const messages = await inboxOf(ctx, id);
  const counts = messages.map(({ subject, body }) =>
    subject.startsWith('HR created') ? 1 : Number(/^(\d+) created/.exec(body)?.[1]),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
});

test('NOT-1 a call that changes nothing, or is refused, tells nobody', async () => {
  const ctx = await testDistrict();
  const id = await insertRecipient(ctx, 'staff', 'HR-Staff');
  await insertPerson(ctx, { staffNumber: '10058', hrManagedAt: ctx.now });
  await update(ctx, { lastName: 'Simpson' });
  await expect(createStaffMember(ctx, pat())).rejects.toThrow();
  expect(await inboxOf(ctx, id)).toEqual([]);
});

test('NOT-2 a user who lost the tool rights or is disabled gets no more messages', async () => {
  const ctx = await testDistrict();
  const lost = await insertRecipient(ctx, 'lost', 'HR-Staff');
  const gone = await insertRecipient(ctx, 'gone', 'HR-Staff');
  const there = await insertRecipient(ctx, 'there', 'HR-Staff');
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await textRun(tx, 'delete from tool_right where district_id = $1 and user_id = $2', [
      tx.districtId,
      lost,
    ]);
    await textRun(tx, 'update app_user set disabled_at = $3 where district_id = $1 and id = $2', [
      tx.districtId,
      gone,
      ctx.now,
    ]);
  });
  await createStaffMember(ctx, pat());
  expect(await inboxOf(ctx, lost)).toEqual([]);
  expect(await inboxOf(asUser(ctx, gone), gone)).toEqual([]);
  expect(await inboxOf(ctx, there)).toHaveLength(1);
});
