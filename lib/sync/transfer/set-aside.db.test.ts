import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Context } from '../../context.ts';
import { readSection } from '../../report/read-section.ts';
import { runJob } from '../../worker/start-worker.ts';
import { submitCommit } from '../commit/commit.ts';
import { runResults } from '../commit/results.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { commitJobStatus, syncStatus } from '../run/status.ts';
import { validateSync } from '../validate/validate.ts';
import { transferStaff } from './transfer.ts';

const staff = (staffNumber: unknown, over: object = {}) => ({
  staffNumber,
  lastName: 'Brown',
  firstName: 'Ann',
  gender: 'F',
  ...over,
});
const at = (schoolNumber: string) => ({
  positions: [{ schoolNumber, assignmentCode: '20', startDate: '2024-08-01' }],
});
const transferAs =
  (onInvalid: 'setAside' | 'reject') =>
  (ctx: Context, ...records: object[]) =>
    transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '', onInvalid });
const transfer = transferAs('setAside');
const strictly = transferAs('reject');

async function started() {
  const ctx = await testDistrict();
  await startSync(ctx);
  return ctx;
}
/** Ends, validates and commits; the report's errors and the results, as their readers see them. */
async function synchronize(ctx: Context, expectedStaff: number) {
  await endSync(ctx, { expectedStaff });
  const validation = await validateSync(ctx);
  const { status, processed, total } = await work(ctx, validation);
  expect({ status, processed, total }).toEqual({
    status: 'completed',
    processed: expectedStaff,
    total: expectedStaff,
  });
  const errors = await readSection(ctx, { runId: validation.runId, section: 'errors', limit: 1000 });
  await work(ctx, await submitCommit(ctx));
  const results = await runResults(ctx, { runId: validation.runId, limit: 1000 });
  expect(await commitJobStatus(ctx)).toMatchObject({ total: expectedStaff, processed: expectedStaff });
  return {
    reported: errors.data.map(({ staffNumber }) => staffNumber),
    results: results.data.map(({ staffNumber, outcome }) => `${staffNumber} ${outcome}`).sort(),
    errors: results.data.flatMap((result) => result.errors),
  };
}
async function work(ctx: Context, { jobId }: { jobId: string }) {
  await runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
  const [job] = await rows<{ status: string; processed: number; total: number }>(
    ctx,
    'select status, processed, total from sync_job where district_id = $1 and id = $2',
    jobId,
  );
  return job as { status: string; processed: number; total: number };
}
const rows = <T>(ctx: Context, text: string, ...more: string[]) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows(tx, text, [tx.districtId, ...more])) as Promise<T[]>;
const positions = (ctx: Context) =>
  rows<{ staff_number: string; school_number: string }>(
    ctx,
    `select p.staff_number, a.school_number from district_assignment a
     join person p on p.district_id = a.district_id and p.id = a.person_id where a.district_id = $1 order by 1, 2`,
  );
const payloads = async (ctx: Context) =>
  (
    await rows<{ payload: string }>(
      ctx,
      'select payload from error_log where district_id = $1 and run_id is not null',
    )
  ).map(({ payload }) => JSON.parse(payload) as unknown);
const codes = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code);

test('SYNC-2 a number that one call sends twice sets aside all its records of that call, once', async () => {
  const ctx = await started();
  const answer = await transfer(ctx, staff('x', at('010')), staff(' X', at('044')), staff('y', at('010')));
  expect(answer).toMatchObject({ received: 2, staffTransferred: 1, setAside: 1 });
  expect(codes(answer)).toEqual(['setAside']);
  const { reported, results, errors } = await synchronize(ctx, 2);
  expect(reported).toEqual(['x']);
  expect(results).toEqual(['x failed', 'y created']);
  expect(errors).toMatchObject([
    { code: 'duplicateStaffNumber', pointer: '/0/staffNumber', index: 0, otherIndex: 1 },
    { code: 'duplicateStaffNumber', pointer: '/1/staffNumber', index: 1, otherIndex: 0 },
  ]);
  expect(await positions(ctx)).toEqual([{ staff_number: 'y', school_number: '010' }]);
  expect(await payloads(ctx)).toEqual([[staff('x', at('010')), staff(' X', at('044'))]]);
});

test('SYNC-2 neither the order nor an invalid one among the records of a number matters', async () => {
  const ctx = await started();
  const answer = await transfer(
    ctx,
    ...[staff('y'), staff('x', { gender: 'XX' }), staff('z'), staff('x'), staff('X'), staff(7), staff('7')],
  );
  expect(answer).toMatchObject({ received: 4, staffTransferred: 2, setAside: 2 });
  const { reported, results } = await synchronize(ctx, 4);
  expect(reported).toEqual(['x', '7']);
  expect(results).toEqual(['7 failed', 'x failed', 'y created', 'z created']);
});

test('SYNC-2 a later sound record replaces what was set aside, also in a call that refuses invalid ones', async () => {
  const ctx = await started();
  await transfer(ctx, staff('1', { gender: 'XX' }), staff('2'), staff('2', at('010')), staff(3), {
    lastName: 'Nobody',
  });
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 0, setAside: 4 });
  const corrected = await transfer(ctx, staff('1'), staff('2', at('010')));
  expect(corrected).toMatchObject({ received: 2, staffTransferred: 2, setAside: 2 });
  expect(codes(corrected)).toEqual(['setAsideReplaced']);
  expect(await strictly(ctx, staff('3'))).toMatchObject({ received: 1, staffTransferred: 3, setAside: 1 });
  const { reported, results } = await synchronize(ctx, 4);
  expect(reported).toEqual(['(record 5)']);
  expect(results).toEqual(['(record 5) failed', '1 created', '2 created', '3 created']);
});

test('SYNC-2 a number that is set aside again is set aside once, by its latest record', async () => {
  const ctx = await started();
  await transfer(ctx, staff('1', { gender: 'XX' }));
  expect(await transfer(ctx, staff('1', { gender: 'YY' }))).toMatchObject({ received: 1, setAside: 1 });
  const { errors } = await synchronize(ctx, 1);
  expect(errors).toMatchObject([{ message: expect.stringContaining('YY') }]);
});

test('SYNC-2 a retried batch counts once: the same data in another writing is equal', async () => {
  const ctx = await started();
  const household = (street: string) => ({
    household: {
      householdLocations: [
        { address: { fullStreetAddress: street, city: 'Blaine', state: 'MN', zip: '55123' } },
      ],
    },
  });
  const batch = [staff('1', { ssn: '123-45-6789', ...household('12 S Oak St') }), staff('2', at('010'))];
  await transfer(ctx, ...batch);
  const again = await transfer(
    ctx,
    staff('1', { ssn: '123456789', ...household('12 S Oak St ') }),
    batch[1] as object,
  );
  expect(again).toMatchObject({ received: 2, staffTransferred: 2, setAside: 0 });
  expect(codes(again)).toEqual(['alreadyStaged']);
  const { reported, results } = await synchronize(ctx, 2);
  expect(reported).toEqual([]);
  expect(results).toEqual(['1 created', '2 created']);
});

test.each([
  ['another position', staff('1', at('044'))],
  ['another SSN', staff('1', { ...at('010'), ssn: '123-45-6788' })],
  ['an invalid value', staff('1', { ...at('010'), gender: 'XX' })],
])('SYNC-2 a record that differs from the staged one sets both aside: %s', async (_, later) => {
  const ctx = await started();
  const first = staff('1', { ...at('010'), ssn: '123-45-6789' });
  await transfer(ctx, first, staff('2'));
  const answer = await transfer(ctx, staff('3'), later);
  expect(answer).toMatchObject({ received: 2, staffTransferred: 2, setAside: 1 });
  const { reported, results, errors } = await synchronize(ctx, 3);
  expect(reported).toEqual(['1']);
  expect(results).toEqual(['1 failed', '2 created', '3 created']);
  expect(errors).toContainEqual(
    expect.objectContaining({ code: 'duplicateStaffNumber', index: 1, stagedAt: 'record 1 of the run' }),
  );
  const masked = (record: object) => ({ ...record, ...('ssn' in record && { ssn: '***-**-****' }) });
  expect(await payloads(ctx)).toEqual([[masked(first), masked(later)]]);
});

test('SYNC-2 without setAside a number already staged is an error that names both places, also of equal records', async () => {
  const ctx = await started();
  await strictly(ctx, staff('1'), staff('2'));
  const failure = await strictly(ctx, staff('3'), staff('2')).catch((error) => error);
  expect(failure.errors).toMatchObject([
    { index: 1, pointer: '/1/staffNumber', stagedAt: 'record 2 of the run', code: 'duplicateStaffNumber' },
  ]);
  expect(failure.errors[0].message).toMatch(/record 2 of the run.* at \/1\./);
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 2, setAside: 0 });
});

test('SYNC-2 two transfers at once with the same number: staged once, or set aside once', async () => {
  const ctx = await started();
  const call = (i: number) =>
    transfer(ctx, staff(`own${i}`), staff('equal'), staff('different', at(i % 2 ? '010' : '044')));
  await Promise.all([0, 1, 2, 3, 4, 5].map(call));
  const run = await syncStatus(ctx);
  expect(run.staffTransferred + run.setAside).toBe(8);
  const { results } = await synchronize(ctx, 8);
  expect(results).toHaveLength(8);
  expect(results).toContain('equal created');
});

test('SYNC-2 a record without a number is named by its place, whatever was sent as the number', async () => {
  const ctx = await started();
  await transfer(ctx, staff('1'), staff(''), staff('  '), staff(null), staff({}), { lastName: 'Nobody' });
  const { reported, results } = await synchronize(ctx, 6);
  const named = [2, 3, 4, 5, 6].map((n) => `(record ${n})`);
  expect(reported).toEqual(named);
  expect(results).toEqual([...named.map((name) => `${name} failed`), '1 created']);
});

test('SYNC-2 numbers twice in a call too long to compare in memory', async () => {
  const ctx = await started();
  const many = Array.from({ length: 10_300 }, (_, i) => staff(`n${i}`));
  const answer = await transfer(
    ctx,
    ...many,
    staff('n10200'),
    staff('n3'),
    ...Array(30).fill(staff('PENDING')),
  );
  expect(answer).toMatchObject({ received: 10_301, staffTransferred: 10_298, setAside: 3 });
});
