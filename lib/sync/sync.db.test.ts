import { expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { Conflict, Invalid } from '../failure.ts';
import { submitCommit } from './commit/commit.ts';
import { endSync } from './run/end.ts';
import { restartSync, startSync } from './run/start.ts';
import { syncStatus } from './run/status.ts';
import { work } from './testing/in-district.ts';
import { commit, count, pat, peopleOf, stage, synchronize, transfer, validate } from './testing/whole-run.ts';
import { validateSync } from './validate/validate.ts';

test('SYNC-1 a call out of order is refused with the state and the calls allowed now', async () => {
  const ctx = await testDistrict();
  const refused = async (call: Promise<unknown>, state: string, allowed: string[]) => {
    const failure = await call.then(
      () => undefined,
      (error) => error,
    );
    expect(failure).toBeInstanceOf(Conflict);
    expect(failure.facts).toMatchObject({ state, allowed });
  };
  await refused(endSync(ctx), 'none', ['start']);
  await startSync(ctx);
  await refused(validateSync(ctx), 'transferring', ['transfer', 'end', 'start']);
  await transfer(ctx, pat());
  await endSync(ctx);
  await refused(transfer(ctx, pat()), 'transferred', ['validate', 'start']);
  await refused(submitCommit(ctx), 'transferred', ['validate', 'start']);
  await validate(ctx);
  await refused(endSync(ctx), 'validated', ['validate', 'commit', 'submitCommitJob', 'start']);
  const { jobId } = await submitCommit(ctx);
  await refused(startSync(ctx), 'committing', []);
  await work(ctx, { jobId });
  await refused(restartSync(ctx), 'committed', ['start']);
});

test('SYNC-2 a call with one invalid record stages nothing of it and lists every error by record', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const bad = pat({
    staffNumber: '2',
    lastName: '',
    ssn: '12',
    positions: [{ schoolNumber: 'nowhere', startDate: '2020-02-31' }],
  });
  const failure = await transfer(ctx, pat(), bad).catch((error) => error);
  expect(failure).toBeInstanceOf(Invalid);
  expect(failure.errors.map((error: { pointer: string }) => error.pointer)).toEqual(
    expect.arrayContaining([
      '/staffMembers/1/lastName',
      '/staffMembers/1/ssn',
      '/staffMembers/1/positions/0/startDate',
    ]),
  );
  for (const error of failure.errors) expect(error).toMatchObject({ index: 1, staffNumber: '2' });
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 0 });
  expect(await count(ctx, 'staged_staff')).toBe(0);
});

test('SYNC-2 a school, gender or assignment code unknown to Campus is refused at transfer', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const record = pat({
    gender: 'Q',
    positions: [{ schoolNumber: '999', assignmentCode: '9Z9', startDate: '2020-01-01' }],
  });
  const failure = await transfer(ctx, record).catch((error) => error);
  expect(failure.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
    '/staffMembers/0/gender',
    '/staffMembers/0/positions/0/assignmentCode',
    '/staffMembers/0/positions/0/schoolNumber',
  ]);
});

test('SYNC-2 a staffNumber sent twice is an error that names both places, in one call and over two', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const within = await transfer(ctx, pat({ staffNumber: 'ab1' }), pat({ staffNumber: ' AB1' })).catch(
    (e) => e,
  );
  expect(within.errors).toMatchObject([{ pointer: '/staffMembers/1/staffNumber', index: 1, otherIndex: 0 }]);
  await transfer(ctx, pat({ staffNumber: 'ab1' }));
  const over = await transfer(ctx, pat({ staffNumber: 'c' }), pat({ staffNumber: 'AB1' })).catch((e) => e);
  expect(over.errors).toMatchObject([
    { pointer: '/staffMembers/1/staffNumber', index: 1, stagedAt: expect.any(String) },
  ]);
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 1 });
});

test('SYNC-2 calls at the same time neither lose a record nor let a number in twice', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const calls = Array.from({ length: 6 }, (_, i) =>
    transfer(ctx, pat({ staffNumber: `own${i}` }), pat({ staffNumber: i < 4 ? `unique${i}` : 'twice' })),
  );
  const ends = await Promise.allSettled(calls);
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(5);
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 10 });
  expect(await count(ctx, 'staged_staff')).toBe(10);
});

test('SYNC-3 the end is only possible when data has been transferred, and as many as expected', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  await expect(endSync(ctx)).rejects.toThrow(/Nothing has been transferred/);
  await transfer(ctx, pat());
  await expect(endSync(ctx, { expectedStaff: 2 })).rejects.toThrow(/2 staff were expected, but 1/);
  expect(await endSync(ctx, { expectedStaff: 1 })).toMatchObject({ status: 'transferred' });
});

test('SYNC-4 a restart discards the staging with a warning of how many, and keeps the old run in history', async () => {
  const ctx = await testDistrict();
  const first = await startSync(ctx);
  await transfer(ctx, pat(), pat({ staffNumber: '2' }));
  await expect(startSync(ctx, { restart: false })).rejects.toBeInstanceOf(Conflict);
  const second = await startSync(ctx);
  expect(second.run.runId).not.toBe(first.run.runId);
  expect(second.warnings).toMatchObject([
    { code: 'stagingDiscarded', message: expect.stringContaining('2') },
  ]);
  expect(await count(ctx, 'staged_staff')).toBe(0);
  expect(await count(ctx, 'sync_run')).toBe(2);
});

test('SYNC-4 a restart gives up a validation that is under way, which then writes nothing any more', async () => {
  const ctx = await testDistrict();
  await stage(ctx, pat());
  const submitted = await validateSync(ctx);
  expect(await syncStatus(ctx)).toMatchObject({
    allowed: ['start'],
    job: { kind: 'validate', processed: 0, total: 1 },
  });
  await expect(validateSync(ctx)).rejects.toBeInstanceOf(Conflict);
  await restartSync(ctx);
  await work(ctx, submitted);
  expect(await count(ctx, 'validation')).toBe(0);
  expect(await syncStatus(ctx)).toMatchObject({ status: 'transferring', staffTransferred: 0, job: null });
});

test('SYNC-6 SYNC-14 the plan is made from the data as it is at commit, and what was left out stays', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, {
    staffNumber: '10058',
    gender: 'F',
    workPhone: '555-0100',
    cellPhone: '555-0101',
  });
  await stage(ctx, pat({ household: undefined, workPhone: '555-0100' }));
  await validate(ctx);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, "update person set work_phone = '555-0999', rev = rev + 1 where district_id = $1", [
      tx.districtId,
    ]),
  );
  await commit(ctx);
  const [person] = (await peopleOf(ctx)).person as { work_phone: string; cell_phone: string }[];
  expect(person).toMatchObject({ work_phone: '555-0100', cell_phone: '555-0101' });
});

test('SYNC-7 matched people are updated, HR-only people created, Campus-only untouched, a shared number fails alone', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '10058', lastName: 'Brown', gender: 'F' });
  await insertPerson(ctx, { staffNumber: 'only', lastName: 'Campus' });
  await insertPerson(ctx, { staffNumber: '0295382', lastName: 'One' });
  await insertPerson(ctx, { staffNumber: ' 0295382', lastName: 'Two' });
  const before = await peopleOf(ctx);
  const { results, report } = await synchronize(
    ctx,
    pat(),
    pat({ staffNumber: 'new' }),
    pat({ staffNumber: '0295382' }),
  );
  expect(results.map(({ staffNumber, outcome }) => [staffNumber, outcome])).toEqual([
    ['10058', 'updated'],
    ['new', 'created'],
    ['0295382', 'failed'],
  ]);
  expect(report.summary).toMatchObject({
    hrNotInCampus: 1,
    campusNotInHr: 1,
    duplicateStaffNumbers: { people: 2, numbers: 1 },
  });
  expect(report.sections.errors.total).toBe(1);
  const unmoved = (rows: unknown) =>
    (rows as { staff_number: string; rev: number }[]).filter((p) => p.staff_number === 'only');
  expect(unmoved((await peopleOf(ctx)).person)).toEqual(unmoved(before.person));
});
