import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { textRow, textRows, textRun } from '../../db/sql-text.ts';
import type { Context } from '../context.ts';
import { saveMailChoices } from '../mail/choices.ts';
import { asUser, inboxOf, insertRecipient } from '../notify/testing/recipient.ts';
import { DEFAULT_GUARDS } from '../sync/guards/schema.ts';
import { writeGuards } from '../sync/guards/settings.ts';
import { syncOverview } from '../sync/overview.ts';
import { startSync } from '../sync/run/start.ts';
import { failJob } from '../worker/fail-job.ts';
import { runJob } from '../worker/start-worker.ts';
import { deleteFeed } from './delete-feed.ts';
import { listFeedRuns } from './feed-runs.ts';
import { listFeeds } from './list-feeds.ts';
import { pauseFeed } from './pause-feed.ts';
import { runFeed } from './run-feed.ts';
import { runFeedNow } from './run-now.ts';
import { createFeed, editFeed } from './save-feed.ts';
import { feedDue } from './schedule-feed.ts';
import type { FeedEdit, FeedSource } from './schema.ts';
import { edited, feedDistrict, run } from './testing/feed.ts';

const HEAD = 'Emp,Last,First,Sex';
const STAFF = `${HEAD}\n1,Brown,Ann,F\n2,Roe,Jo,M\n`;
const SOURCE: FeedSource = { kind: 'folder', folder: 'hr', pattern: 'staff*.csv', archive: null };

let root: string;
let ctx: Context;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'feeds-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  ctx = await feedDistrict(STAFF, { folder: root });
  await mkdir(join(root, ctx.district.appName, 'hr'), { recursive: true });
});
const write = (text: string, name = 'staff.csv') =>
  writeFile(join(root, ctx.district.appName, 'hr', name), text);
const feedOf = (given: Partial<FeedEdit> = {}) => createFeed(ctx, edited(SOURCE, given));
const inDistrict: <T>(work: Parameters<Context['db']['inDistrict']>[1]) => Promise<T> = (work) =>
  ctx.db.inDistrict(ctx.district.id, work) as never;
const lastRun = async (feed: { id: string }) =>
  (await listFeedRuns(ctx, { feedId: feed.id, limit: 1 })).data[0];
/** The validation or commit that is queued. */
const liveJobId = async () =>
  (
    (await inDistrict((tx) =>
      textRow(tx, `select id from sync_job where district_id = $1 and status = 'queued'`, [tx.districtId]),
    )) as { id: string }
  ).id;
const work = async () => runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId: await liveJobId() });
const mails = () =>
  inDistrict((tx) => textRows(tx, 'select type, subject from mail where district_id = $1', [tx.districtId]));

test('stop: the transfer has ended, and nothing more happens', async () => {
  await write(STAFF);
  const feed = await feedOf({ policy: 'stop' });
  expect(await run(ctx, feed)).toMatchObject({ status: 'transferred', rows: 2, runStatus: 'transferred' });
  expect((await syncOverview(ctx)).run).toMatchObject({
    staffTransferred: 2,
    startedBy: 'Feed Night',
    job: null,
  });
});

test('validate and notify: the report is there, a message and an e-mail lead to it', async () => {
  const admin = await insertRecipient(ctx, 'admin', 'HR Sync Commit');
  await inDistrict((tx) =>
    textRun(tx, `update app_user set email = 'a@example.org' where district_id = $1`, [tx.districtId]),
  );
  await saveMailChoices(asUser(ctx, admin), { types: ['feedValidated'] });
  await write(STAFF);
  const feed = await feedOf({ policy: 'validate' });
  expect(await run(ctx, feed)).toMatchObject({ status: 'validating', runStatus: 'transferred' });
  await work();
  expect(await lastRun(feed)).toMatchObject({ status: 'validated', runStatus: 'validated', hasReport: true });
  const subject = 'The feed “Night” was validated';
  expect(await inboxOf(ctx, admin)).toMatchObject([
    { subject, link: expect.stringMatching(/^\/business-office\/validation\//) },
  ]);
  expect(await mails()).toEqual([{ type: 'feedValidated', subject }]);
});

test('SYNC-13 commit: within the guards it starts; above them it waits for approval', async () => {
  await write(STAFF);
  const feed = await feedOf({ policy: 'commit' });
  await run(ctx, feed);
  await work();
  expect(await lastRun(feed)).toMatchObject({ status: 'commitStarted', runStatus: 'committing' });
  await work();
  expect((await lastRun(feed))?.runStatus).toBe('committed');

  await inDistrict((tx) => writeGuards(tx, ctx.newId, { ...DEFAULT_GUARDS, enabled: true, leastPeople: 0 }));
  await write(`${STAFF}3,New,One,F\n4,New,Two,F\n5,New,Three,F\n`);
  await run(ctx, feed);
  await work();
  expect(await lastRun(feed)).toMatchObject({ status: 'held', runStatus: 'validated' });
  expect((await syncOverview(ctx)).hold).toMatchObject({ requestedBy: 'Feed Night' });
});

test('a validation that fails as a whole fails the run of the feed', async () => {
  const admin = await insertRecipient(ctx, 'admin', 'HR Sync Commit');
  await write(STAFF);
  const feed = await feedOf({ policy: 'commit' });
  await run(ctx, feed);
  await failJob(ctx.db, { districtId: ctx.district.id, jobId: await liveJobId() });
  expect(await lastRun(feed)).toMatchObject({ status: 'failed', runStatus: 'transferred' });
  expect((await inboxOf(ctx, admin)).map(({ subject }) => subject)).toEqual(['The feed “Night” failed']);
});

test('rows that can’t be staged refuse the file, if the feed says so, and leave no run open', async () => {
  await write(`${STAFF}3,Gray,Kim,Q\n`);
  const feed = await feedOf({ setsAside: false });
  expect(await run(ctx, feed)).toMatchObject({ status: 'failed', runStatus: 'cancelled' });
  expect(await run(ctx, feed)).toMatchObject({ status: 'failed', runStatus: 'cancelled' });
  await editFeed(ctx, { id: feed.id, edit: edited(SOURCE, { setsAside: true }) });
  expect(await run(ctx, feed)).toMatchObject({
    ...{ status: 'transferred', reason: expect.stringContaining('1 row was set aside') },
  });
});

test('a file without a column of the mapping is refused before anything begins; a new column is named', async () => {
  const feed = await feedOf();
  await write('Emp,Last,First\n1,Brown,Ann\n');
  expect(await run(ctx, feed)).toMatchObject({
    ...{ status: 'failed', runId: null, reason: expect.stringContaining('“Sex”') },
  });
  await write(`${HEAD},Shoe\n1,Brown,Ann,F,36\n`);
  expect(await run(ctx, feed)).toMatchObject({
    status: 'transferred',
    reason: expect.stringContaining('“Shoe”'),
  });
  const log = await inDistrict((tx) =>
    textRows(tx, 'select message from error_log where district_id = $1', [tx.districtId]),
  );
  expect(JSON.stringify(log)).toContain('“Sex”');
});

test('a worker that died goes on where it was: the same file is transferred once', async () => {
  await write(STAFF);
  const feed = await feedOf({ policy: 'validate' });
  const { runId: feedRunId } = await runFeedNow(ctx, { id: feed.id });
  // The connection to the database ends just as the transfer was published, before the run of the feed says so.
  const dying: Context = {
    ...ctx,
    db: {
      ...ctx.db,
      inDistrict: async (districtId, work) => {
        const { run: live } = await syncOverview(ctx);
        if (live && live.staffTransferred > 0) throw new Error('killed');
        return ctx.db.inDistrict(districtId, work);
      },
    },
  };
  await expect(runFeed(dying, { feedRunId }, 1)).rejects.toThrow('killed');
  expect(await lastRun(feed)).toMatchObject({ status: 'running', runStatus: 'transferring' });
  await runFeed(ctx, { feedRunId }, 1);
  expect(await lastRun(feed)).toMatchObject({ status: 'validating', runStatus: 'transferred' });
  expect((await syncOverview(ctx)).run?.staffTransferred).toBe(2);
  await runFeed(ctx, { feedRunId }, 1);
  const calls = await inDistrict((tx) =>
    textRows(tx, 'select id from staged_call where district_id = $1', [tx.districtId]),
  );
  expect(calls).toHaveLength(1);
});

test('a run that is restarted meanwhile is not continued', async () => {
  await write(STAFF);
  const feed = await feedOf({ policy: 'commit' });
  await run(ctx, feed);
  await startSync({ ...ctx, actor: { kind: 'system', name: 'Alice' } }, { restart: true });
  expect(await lastRun(feed)).toMatchObject({ status: 'validating', runStatus: 'cancelled' });
  expect(await run(ctx, feed)).toMatchObject({ status: 'failed', reason: expect.stringContaining('Alice') });
});

test('due once per time, never twice at once; paused and deleted feeds rest', async () => {
  await write(STAFF);
  const feed = await feedOf();
  expect(feed).toMatchObject({ paused: false, nextAt: '2026-11-25T08:30:00.000Z' });
  const at = (now: string) => ({ ...ctx, now: new Date(now) });
  const runs = async () => (await listFeedRuns(ctx, { feedId: feed.id, limit: 9 })).data.length;
  await feedDue(at('2026-11-25T08:29:00Z'), { feedId: feed.id });
  expect(await runs()).toBe(0);
  await feedDue(at('2026-11-25T08:30:01Z'), { feedId: feed.id });
  await feedDue(at('2026-11-25T08:30:02Z'), { feedId: feed.id });
  expect(await runs()).toBe(1);
  await feedDue(at('2026-11-26T08:30:01Z'), { feedId: feed.id });
  expect(await runs()).toBe(1);
  await expect(runFeedNow(ctx, { id: feed.id })).rejects.toThrow('already running');
  expect(await pauseFeed(ctx, { id: feed.id, paused: true })).toMatchObject({ paused: true, nextAt: null });
  await deleteFeed(ctx, { id: feed.id });
  expect((await listFeeds(ctx)).data).toEqual([]);
  await expect(runFeedNow(ctx, { id: feed.id })).rejects.toThrow('no such feed');
  await feedOf();
});

test('a folder leads nowhere else: not by its name, a link, or another district’s name', async () => {
  await mkdir(join(root, 'other-district'));
  await writeFile(join(root, 'other-district', 'staff.csv'), STAFF);
  await symlink(join(root, 'other-district'), join(root, ctx.district.appName, 'link'));
  await symlink(
    join(root, 'other-district', 'staff.csv'),
    join(root, ctx.district.appName, 'hr', 'staff.csv'),
  );
  const feed = await feedOf();
  const reasonFor = async (folder: string) => {
    await editFeed(ctx, { id: feed.id, edit: edited({ ...SOURCE, folder } as FeedSource) });
    return (await run(ctx, feed)).reason;
  };
  for (const folder of ['../other-district', 'hr/../../other-district', 'link', '..', 'hr\\..\\..'])
    expect([folder, await reasonFor(folder)]).toEqual([
      folder,
      expect.stringContaining('outside the folder'),
    ]);
  // Below the district's folder, wherever it begins.
  expect(await reasonFor(join(root, 'other-district'))).toContain('has no folder');
  expect(await reasonFor('hr')).toContain('No file matches');
});

test('an archive that can’t be used is named in the run, and nothing is made outside the district’s folder', async () => {
  const elsewhere = join(root, 'other-district');
  await mkdir(elsewhere);
  await symlink(elsewhere, join(root, ctx.district.appName, 'link'));
  await write('', 'done');
  const feed = await feedOf();
  for (const [lastName, archive, reason] of [
    ['Doe', 'hr/done/2026', 'no folder'],
    ['Poe', 'link/done', 'outside the folder'],
  ] as const) {
    await write(STAFF.replace('Roe', lastName));
    await editFeed(ctx, { id: feed.id, edit: edited({ ...SOURCE, archive } as FeedSource) });
    expect(await run(ctx, feed)).toMatchObject({
      status: 'transferred',
      reason: expect.stringContaining(reason),
    });
  }
  expect(await readdir(elsewhere)).toEqual([]);
});

test('a paused feed stays paused when it is edited; the audit log says who made and edited it', async () => {
  const feed = await feedOf();
  await pauseFeed(ctx, { id: feed.id, paused: true });
  const edit = edited(SOURCE, { name: 'Day' });
  expect(await editFeed(ctx, { id: feed.id, edit })).toMatchObject({ name: 'Day', paused: true });
  const events = await inDistrict((tx) =>
    textRows(
      tx,
      `select action, target from audit_event where district_id = $1 and action like 'feed.%' order by id`,
      [tx.districtId],
    ),
  );
  expect(events).toEqual([
    { action: 'feed.create', target: 'Night' },
    { action: 'feed.pause', target: 'Night' },
    { action: 'feed.edit', target: 'Day' },
  ]);
});

test('without the operator’s folder no feed reads the disk', async () => {
  await write(STAFF);
  const feed = await feedOf();
  const closed = { ...ctx, feedAccess: { ...ctx.feedAccess, folder: undefined } as never };
  expect((await run(closed, feed)).reason).toContain('operator has not set up a folder');
});
