import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import { listErrors } from './list-errors.ts';
import { removeOldErrors } from './remove-old.ts';
import { logErrors } from './testing/log-error.ts';

test('ERR-3 entries older than 400 days are removed, in every district, and no others', async () => {
  const districts = [await testDistrict(), await testDistrict()];
  const daysAgo = (days: number) => new Date(Date.UTC(2026, 10, 24, 18) - days * 86_400_000);
  for (const ctx of districts)
    await logErrors(ctx, [
      { message: 'old', occurredAt: daysAgo(400.01) },
      { message: 'kept', occurredAt: daysAgo(399.99) },
    ]);
  expect(await removeOldErrors((districts[0] as Context).db, daysAgo(0))).toBeGreaterThanOrEqual(2);
  for (const ctx of districts) {
    const { data } = await listErrors(ctx, { search: '', page: 1, limit: 10 });
    expect(data.map(({ message }) => message)).toEqual(['kept']);
  }
});
