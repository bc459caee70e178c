import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Actor, Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { insertRecipient } from '../../notify/testing/recipient.ts';
import { runJob } from '../../worker/start-worker.ts';
import { submitCommit } from '../commit/commit.ts';
import { transferStaff } from '../transfer/transfer.ts';
import { validateSync } from '../validate/validate.ts';
import { endSync } from './end.ts';
import { latestCommitJob } from './jobs.ts';
import { stagingOfLiveRun } from './staging-shares.ts';
import { restartSync, startSync } from './start.ts';
import { syncStatus } from './status.ts';

const staff = (staffNumber: string) => ({ staffNumber, lastName: 'Brown', firstName: 'Ann', gender: 'F' });
const transfer = (ctx: Context, runId: string | undefined, ...numbers: string[]) =>
  transferStaff(ctx, {
    records: numbers.map((number) => ({ value: staff(number) })),
    pointer: '',
    runId,
    onInvalid: 'setAside',
  });
const as = (ctx: Context, actor: Actor): Context => ({ ...ctx, actor });
const client = (ctx: Context, name: string) =>
  as(ctx, { kind: 'client', id: ctx.newId(), name, clientId: `${name}-id`, mapsValues: false });
const messages = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ user_id: string; body: string }>(
      tx,
      'select user_id, body from message where district_id = $1',
      [tx.districtId],
    ),
  );
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error) => error,
  );

test('SYNC-2 a call that names its run does nothing in the run of somebody else', async () => {
  const ctx = await testDistrict();
  const [one, other] = [client(ctx, 'Payroll'), client(ctx, 'Benefits')];
  const mine = (await startSync(one)).run.runId;
  await transfer(one, mine, '1');
  const theirs = (await startSync(other, { restart: true })).run.runId;
  await transfer(other, theirs, '2');
  const calls = [
    () => transfer(one, mine, '3'),
    () => endSync(one, { runId: mine }),
    () => validateSync(one, { runId: mine }),
    () => submitCommit(one, { runId: mine }),
  ];
  for (const call of calls) {
    const failure = await refusal(call());
    expect(failure).toBeInstanceOf(Conflict);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/Benefits started it/),
      errors: [{ code: 'anotherRun' }],
      facts: { state: 'transferring', runId: theirs },
    });
  }
  expect(await syncStatus(ctx)).toMatchObject({ runId: theirs, status: 'transferring', staffTransferred: 1 });
  expect(await endSync(other, { runId: theirs })).toMatchObject({ status: 'transferred' });
});

test('SYNC-2 a restart during a call that names its run: nothing of it is staged in the new run', async () => {
  const ctx = await testDistrict();
  const one = client(ctx, 'Payroll');
  const { runId } = (await startSync(one)).run;
  async function* records() {
    yield { value: staff('1') };
    await startSync(client(ctx, 'Benefits'));
    yield { value: staff('2') };
  }
  const failure = await refusal(transferStaff(one, { records: records(), pointer: '', runId }));
  expect(failure).toMatchObject({ errors: [{ code: 'anotherRun' }] });
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 0 });
});

test('SYNC-4 what others have staged is discarded only with restart: true; the refusal says whose and how many', async () => {
  const ctx = await testDistrict();
  const user = await insertRecipient(ctx, 'alice');
  const [office, hr] = [
    as(ctx, { kind: 'user', id: user, name: 'Archer, Alice', username: 'alice' }),
    client(ctx, 'Payroll'),
  ];
  await startSync(hr);
  await transfer(hr, undefined, '1');
  await transfer(office, undefined, '2', '3', '4', '4');
  const failure = await refusal(startSync(hr));
  expect(failure).toMatchObject({
    message: expect.stringMatching(/3 staff members staged by others: Archer, Alice in Campus \(3\)/),
    errors: [{ code: 'othersStaging' }],
    facts: { staged: [{ by: 'office', name: 'Archer, Alice', staff: 3 }] },
  });
  expect(await refusal(restartSync(office))).toMatchObject({
    facts: { staged: [{ by: 'client', name: 'Payroll', staff: 1 }] },
  });
  expect((await stagingOfLiveRun(office)).data).toMatchObject([
    { name: 'Payroll', staff: 1, own: false },
    { name: 'Archer, Alice', staff: 3, own: true },
  ]);
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 3, setAside: 1 });
  const { warnings } = await startSync(hr, { restart: true });
  expect(warnings).toMatchObject([{ message: expect.stringMatching(/^4 .*Archer, Alice in Campus \(3\)/) }]);
  expect(await messages(ctx)).toEqual([
    { user_id: user, body: expect.stringMatching(/^Payroll restarted .* 3 staff members/) },
  ]);
});

test('SYNC-4 an HR client whose staff are discarded: those notified of HR Sync Commit get the message', async () => {
  const ctx = await testDistrict();
  const notified = await insertRecipient(ctx, 'alice', 'HR Sync Commit');
  await startSync(client(ctx, 'Payroll'));
  await transfer(client(ctx, 'Payroll'), undefined, '1');
  await restartSync(ctx, { restart: true });
  expect(await messages(ctx)).toEqual([
    { user_id: notified, body: expect.stringMatching(/from the HR client Payroll \(1\)/) },
  ]);
});

test('SYNC-4 what the caller has staged, or nobody, is discarded as before; nobody is notified', async () => {
  const ctx = await testDistrict();
  const hr = client(ctx, 'Payroll');
  await startSync(client(ctx, 'Benefits'));
  await startSync(hr);
  await transfer(hr, undefined, '1');
  expect((await startSync(hr)).warnings).toMatchObject([{ code: 'stagingDiscarded' }]);
  expect(await messages(ctx)).toEqual([]);
});

test('the latest run and the latest commit are those that came last, also from a process whose clock is slow', async () => {
  const ctx = await testDistrict();
  const slow = { ...ctx, now: new Date(ctx.now.getTime() - 90_000) };
  const committed = async (by: Context, number: string) => {
    const { runId } = (await startSync(by)).run;
    await transfer(by, runId, number);
    await endSync(by);
    const validation = await validateSync(by);
    await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId: validation.jobId });
    const { jobId } = await submitCommit(by);
    await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
    return { runId, jobId };
  };
  await committed(ctx, '1');
  const last = await committed(slow, '2');
  expect((await syncStatus(slow))?.runId).toBe(last.runId);
  const job = await ctx.db.inDistrict(ctx.district.id, (tx) => latestCommitJob(tx));
  expect(job?.id).toBe(last.jobId);
});
