import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { commitJobStatus } from '../run/status.ts';
import { committed, rowsOf, sentStaff, work } from '../testing/in-district.ts';
import { transfer } from '../testing/whole-run.ts';
import { validateSync } from '../validate/validate.ts';

test('SYNC-2 calls without records, as of a vendor’s empty pages, take nobody’s place: each person is committed once', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  for (const page of [[], ['1', '2'], [], ['3'], [], [], ['4', '5'], []])
    await transfer(ctx, ...page.map((number) => sentStaff(number)));
  // Two at one place were read in either order: the next call began at a place that was taken, and the commit failed.
  const places = await rowsOf(
    ctx,
    'select first_seq, count(*)::integer as calls from staged_call where district_id = $1 group by 1',
  );
  expect(places.filter(({ calls }) => calls !== 1)).toEqual([]);
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
  const { results } = await committed(ctx);
  expect(results.map(({ staffNumber, outcome }) => `${staffNumber} ${outcome}`)).toEqual(
    ['1', '2', '3', '4', '5'].map((number) => `${number} created`),
  );
  expect(await commitJobStatus(ctx)).toMatchObject({ total: 5, processed: 5, created: 5 });
});

test('SYNC-2 a call whose commit was answered by a broken connection stays as published: what the run counts is there', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  await transfer(ctx, sentStaff('1'));
  const breaking: Database['stagingInDistrict'] = async (districtId, work) => {
    await ctx.db.stagingInDistrict(districtId, work);
    throw new Error('Connection terminated unexpectedly');
  };
  const broken = { ...ctx, db: { ...ctx.db, stagingInDistrict: breaking } };
  await expect(transfer(broken, sentStaff('2'))).rejects.toThrow('Connection terminated');
  expect(await endSync(ctx)).toMatchObject({ staffTransferred: 2 });
  await work(ctx, await validateSync(ctx));
  const { results } = await committed(ctx);
  expect(results.map(({ staffNumber }) => staffNumber)).toEqual(['1', '2']);
});
