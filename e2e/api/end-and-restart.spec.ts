import { textRows } from '../../db/sql-text.ts';
import { expect, test } from '../fixtures.ts';
import { expectProblem } from '../problem.ts';
import { pat, staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';

test('SYNC-3 a transfer without data can not be ended', async ({ vendor }) => {
  ok(await vendor.start(), 201);
  expectProblem(await vendor.end(), 409);
  expect(ok(await vendor.run(), 200).status).toBe('transferring');
});

test('SYNC-3 an end that expects another number of staff is refused, and the answer says how many were received', async ({
  vendor,
}) => {
  ok(await vendor.start(), 201);
  ok(await vendor.transfer(staffOf(3)), 200);
  expect(expectProblem(await vendor.end(4), 409).detail).toMatch(/4.*3/);
  expect(ok(await vendor.run(), 200).status).toBe('transferring');
  expect(ok(await vendor.end(3), 200)).toMatchObject({ status: 'transferred', staffTransferred: 3 });
});

test('SYNC-4 start again discards the staging, says how many, and begins again', async ({ vendor }) => {
  const first = ok(await vendor.start(), 201);
  expect(first.warnings).toEqual([]);
  ok(await vendor.transfer(staffOf(3)), 200);
  const second = ok(await vendor.start(), 201);
  expect(second).toMatchObject({ status: 'transferring', staffTransferred: 0 });
  expect(second.runId).not.toBe(first.runId);
  expect(second.warnings).toHaveLength(1);
  expect(second.warnings[0]?.message).toContain('3');
  // What was discarded may be sent again.
  expect(ok(await vendor.transfer(staffOf(3)), 200).staffTransferred).toBe(3);
});

test('SYNC-4 SYNC-6 a restart takes the validation with it', async ({ vendor }) => {
  await vendor.send([pat()]);
  const { runId } = ok(await vendor.validate(), 200);
  await vendor.send([pat({ firstName: 'Patricia' })]);
  expectProblem(await vendor.commit(), 409);
  // The old run stays in the history with its report.
  expect(ok(await vendor.get(`/staffMembers/sync/${runId}/validation`), 200)).toMatchObject({ runId });
});

test("SYNC-4 a restarted run's commit holds nothing of what was discarded", async ({
  vendor,
  district: { ctx },
}) => {
  ok(await vendor.start(), 201);
  ok(await vendor.transfer(staffOf(3)), 200);
  await vendor.send([pat()]);
  ok(await vendor.validate(), 200);
  expect(ok(await vendor.commit(), 200).succeeded.map(({ staffNumber }) => staffNumber)).toEqual(['10058']);
  const people = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select staff_number from person where district_id = $1', [tx.districtId]),
  );
  expect(people).toEqual([{ staff_number: '10058' }]);
});
