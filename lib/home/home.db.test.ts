import { expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { approveHold } from '../sync/guards/approve.ts';
import { saveGuards } from '../sync/guards/save-guards.ts';
import { DEFAULT_GUARDS } from '../sync/guards/schema.ts';
import { cancelSync } from '../sync/run/cancel.ts';
import { startSync } from '../sync/run/start.ts';
import { integrationState } from './integration.ts';
import { staffState } from './staff.ts';
import { commit, record, synchronize, undo, validate } from './testing/synchronize.ts';

test('CHK-1 CHK-2 SRCH-1 staff without a number or position, with a shared one or a placeholder are counted, others are not', async () => {
  const ctx = await testDistrict();
  const positions = [{ startDate: '2024-07-01', titleCode: null, assignmentCode: '20' }];
  await insertPerson(ctx, { lastName: 'Student' });
  await insertPerson(ctx, { staffNumber: '1', positions });
  await insertPerson(ctx, { staffNumber: 'PENDING', positions, hrManagedAt: ctx.now });
  await insertPerson(ctx, { staffNumber: 'pending ' });
  await insertPerson(ctx, { employments: [{ hireDate: '2024-07-01' }, { hireDate: '2025-07-01' }] });
  await insertPerson(await testDistrict(), { staffNumber: '1' });
  expect(await staffState(ctx)).toEqual({
    staff: 4,
    withoutNumber: 1,
    withoutPosition: 2,
    duplicateNumber: 2,
    placeholderNumber: 2,
    sharedPlaceholder: 2,
    hrManaged: 1,
  });
});

test('a district without a synchronization, and one that has given its first up', async () => {
  const ctx = await testDistrict();
  expect(await integrationState(ctx)).toEqual({
    run: null,
    failure: null,
    held: null,
    lastCommit: null,
    undone: false,
    errors: 0,
  });
  await startSync(ctx);
  await cancelSync(ctx);
  expect(await integrationState(ctx)).toMatchObject({ run: { status: 'cancelled' }, lastCommit: null });
});

test('errors of the last seven days are counted', async () => {
  const ctx = await testDistrict();
  const daysAgo = [0, 6, 8].map((days) => new Date(ctx.now.getTime() - days * 86_400_000));
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `insert into error_log (district_id, id, occurred_at, action, path, status, message)
       select $1, e.id, e.at, 'GET', '/', 404, 'Nothing' from unnest($2::uuid[], $3::timestamptz[]) e(id, at)`,
      [tx.districtId, daysAgo.map(ctx.newId), daysAgo],
    ),
  );
  expect((await integrationState(ctx)).errors).toBe(2);
});

test('a held commit and an undone one are told apart from one in force', async () => {
  const ctx = await testDistrict();
  await saveGuards(ctx, { ...DEFAULT_GUARDS, leastPeople: 0 });
  const first = await synchronize(ctx, [record('1')]);
  expect(await integrationState(ctx)).toMatchObject({ held: null, undone: false });
  const undone = await undo(ctx, first);
  expect(await integrationState(ctx)).toMatchObject({ undone: true, lastCommit: { runId: first } });
  await undo(ctx, undone);
  expect(await integrationState(ctx)).toMatchObject({ undone: false });
  await validate(ctx, [record('1'), record('2')]);
  await expect(commit(ctx)).rejects.toThrow('approval');
  expect(await integrationState(ctx)).toMatchObject({ held: 'waiting' });
  await approveHold(ctx, { reason: 'Expected' });
  expect(await integrationState(ctx)).toMatchObject({ held: 'approved' });
});
