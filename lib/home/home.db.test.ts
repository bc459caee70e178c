import { expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { cancelSync } from '../sync/run/cancel.ts';
import { startSync } from '../sync/run/start.ts';
import { integrationState } from './integration.ts';
import { staffState } from './staff.ts';

test('CHK-1 SRCH-1 staff without a number, without a position, with a shared number are counted, others are not', async () => {
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
    hrManaged: 1,
  });
});

test('a district without a synchronization, and one that has given its first up', async () => {
  const ctx = await testDistrict();
  expect(await integrationState(ctx)).toEqual({ run: null, failure: null, lastCommit: null, errors: 0 });
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
