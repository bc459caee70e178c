import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { rowsOf } from '../sync/testing/in-district.ts';
import { chooseDays, parseDays } from './choose-days.ts';

test('chosen days are in the audit log with the days before; the same again is no change', async () => {
  const ctx = await testDistrict();
  for (const days of ['errors=200', 'errors=200', 'errors=default'])
    await chooseDays(ctx, parseDays([days, 'audit=default']));
  const events = await rowsOf(
    ctx,
    `select detail from audit_event where district_id = $1 and action = 'retention.set' order by occurred_at, id`,
  );
  expect(events).toEqual([
    { detail: { errors: { before: 400, after: 200 } } },
    { detail: { errors: { before: 200, after: 400 } } },
  ]);
});
