import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { insertUser } from '../auth/testing/user.ts';
import { asUser } from '../notify/testing/recipient.ts';
import { record, synchronize, undo, validate } from './testing/synchronize.ts';
import { trends } from './trends.ts';

test('the last commits, the oldest first, without undos and what is not committed', async () => {
  const district = await testDistrict();
  const ctx = asUser(district, await insertUser(district));
  expect(await trends(ctx)).toEqual([]);
  await insertPerson(ctx, { staffNumber: '7' });
  await insertPerson(ctx, { staffNumber: '7' });
  const employed = (over: object = {}) => record('1', { employments: [{ hireDate: '2020-01-01', ...over }] });
  const first = await synchronize(ctx, [employed(), record('7')]);
  const second = await synchronize(ctx, [employed({ terminationDate: '2026-06-30' })]);
  await undo(ctx, second);
  await validate(ctx, [record('9')]);
  expect(await trends(ctx)).toEqual([
    {
      runId: first,
      committedAt: expect.any(String),
      people: 2,
      created: 1,
      ended: 0,
      failed: 1,
      seconds: expect.any(Number),
    },
    expect.objectContaining({ runId: second, people: 1, created: 0, ended: 1, failed: 0 }),
  ]);
});
