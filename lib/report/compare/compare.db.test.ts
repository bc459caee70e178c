import { expect, test } from 'vitest';
import { textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { submitCommit } from '../../sync/commit/commit.ts';
import { endSync } from '../../sync/run/end.ts';
import { startSync } from '../../sync/run/start.ts';
import { syncStatus } from '../../sync/run/status.ts';
import { transferStaff } from '../../sync/transfer/transfer.ts';
import { validateSync } from '../../sync/validate/validate.ts';
import { runJob } from '../../worker/start-worker.ts';
import { readValidation } from '../read-validation.ts';
import { countChanges, listChanges } from './compare.ts';
import { exportChanges } from './export-changes.ts';
import { KEPT_VERSIONS } from './keep-versions.ts';
import type { Compared } from './schema.ts';
import { listVersions } from './versions.ts';

const position = (schoolNumber: string) => ({ schoolNumber, assignmentCode: '20', startDate: '2020-08-01' });
const person = (n: number, over: object = {}) => ({
  staffNumber: `N${n}`,
  lastName: `Staff ${n}`,
  firstName: 'Pat',
  gender: 'F',
  employments: [{ hireDate: '2020-07-25' }],
  positions: [position('010')],
  ...over,
});
const feed = (count: number, over: object = {}) => Array.from({ length: count }, (_, n) => person(n, over));
const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
const validate = async (ctx: Context) => work(ctx, await validateSync(ctx));

async function validated(ctx: Context, records: object[]): Promise<string> {
  await startSync(ctx);
  await transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
  await endSync(ctx);
  await validate(ctx);
  return (await syncStatus(ctx)).runId;
}

/** The last two validations of a run. */
async function lastTwo(ctx: Context, runId: string): Promise<Compared> {
  const [later, earlier] = await listVersions(ctx, { runId });
  return { runId, earlier: earlier?.id as string, later: later?.id as string };
}
const changesOf = async (ctx: Context, compared: Compared) =>
  (await listChanges(ctx, { ...compared, page: 1 })).data.map(({ section, change, earlier, later }) => [
    section,
    change,
    (later ?? earlier)?.staffNumber,
  ]);
const inCampus = (ctx: Context, statement: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRun(tx, statement, [tx.districtId]));

test('SYNC-5 two validations of unchanged data do not differ', async () => {
  const ctx = await testDistrict();
  for (let i = 0; i < 2; i += 1) await insertPerson(ctx, { staffNumber: 'N1' });
  await insertPerson(ctx, { staffNumber: 'X9' });
  const address = { fullStreetAddress: '4321 109th Ave NW', city: 'Blaine', state: 'MN' };
  const twice = { household: { householdLocations: [{ address }, { address }] } };
  const runId = await validated(ctx, [...feed(4), person(8, twice)]);
  await validate(ctx);
  const compared = await lastTwo(ctx, runId);
  expect(await changesOf(ctx, compared)).toEqual([]);
  const counts = await countChanges(ctx, compared);
  expect(counts).toHaveLength(8);
  expect(counts.every((one) => one.new + one.gone + one.changed === 0)).toBe(true);
});

test('SYNC-2 SYNC-5 entries that nothing distinguishes are paired in their order', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const nameless = ['A', 'B', 'C'].map((lastName) => ({ value: { lastName, firstName: 'Pat' } }));
  await transferStaff(ctx, {
    records: [{ value: person(1) }, ...nameless],
    pointer: '/staffMembers',
    onInvalid: 'setAside',
  });
  await endSync(ctx);
  await validate(ctx);
  await validate(ctx);
  const { runId } = await syncStatus(ctx);
  const compared = await lastTwo(ctx, runId);
  expect((await readValidation(ctx, { runId })).sections.errors.total).toBe(3);
  expect(await changesOf(ctx, compared)).toEqual([]);
});

test('SYNC-5 what Campus corrected since is new, gone or changed, by section, person and row', async () => {
  const ctx = await testDistrict();
  await validated(ctx, feed(6));
  await work(ctx, await submitCommit(ctx));
  const runId = await validated(ctx, [
    person(0, { workPhone: '7635550100' }),
    person(1, { lastName: 'Newname', workPhone: '7635550101' }),
    person(2, { positions: [position('010'), position('001')] }),
    person(3),
    person(4),
    person(50),
  ]);
  // 0 is corrected, of 1 the phone is; 3 gets an error; the number of 5, a person HR does not send, changes to 50.
  await inCampus(
    ctx,
    `update person set rev = rev + 1, work_phone = '7635550100' where district_id = $1 and staff_number_key = 'n0'`,
  );
  await inCampus(
    ctx,
    `update person set rev = rev + 1, work_phone = '7635550101' where district_id = $1 and staff_number_key = 'n1'`,
  );
  await inCampus(
    ctx,
    `with touched as (update person set rev = rev + 1 where district_id = $1 and staff_number_key = 'n3' returning id)
     update identity set first_name = 'Other' where district_id = $1 and person_id in (select id from touched)`,
  );
  await inCampus(
    ctx,
    `update person set rev = rev + 1, staff_number = 'N50' where district_id = $1 and staff_number_key = 'n5'`,
  );
  await validate(ctx);
  const compared = await lastTwo(ctx, runId);
  const found = await changesOf(ctx, compared);
  expect(found).toContainEqual(['demographics', 'gone', 'N0']);
  expect(found).toContainEqual(['demographics', 'changed', 'N1']);
  expect(found).toContainEqual(['demographics', 'new', 'N3']);
  expect(found).toContainEqual(['hrNotInCampus', 'gone', 'N50']);
  expect(found).toContainEqual(['campusNotInHr', 'gone', 'N5']);
  // HR's second position of 2 is in both.
  expect(found.filter(([, , number]) => number === 'N2' || number === 'N4')).toEqual([]);
  const counts = Object.fromEntries((await countChanges(ctx, compared)).map((one) => [one.section, one]));
  expect(counts.demographics).toMatchObject({ gone: 1, changed: 1 });
  expect(counts.hrNotInCampus).toMatchObject({ new: 0, gone: 1, changed: 0 });

  const changed = { ...compared, section: 'demographics', change: 'changed' } as const;
  const { data } = await listChanges(ctx, { ...changed, page: 1 });
  expect(data).toHaveLength(1);
  expect(data[0]?.earlier?.fields).toContain('workPhone');
  expect(data[0]?.later?.fields).not.toContain('workPhone');
  const csv = await new Response((await exportChanges(ctx, changed)).stream).text();
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toContain('Change,Section,Staff Number,Name,Earlier,Later');
  expect(lines.slice(1)).toHaveLength(1);
  expect(lines[1]).toMatch(/^Changed,Demographic Differences,N1,"Newname, Pat",/);
  // The other way round what came has gone.
  const back = await changesOf(ctx, { ...compared, earlier: compared.later, later: compared.earlier });
  expect(back).toContainEqual(['demographics', 'new', 'N0']);
  expect(back).toHaveLength(found.length);
});

test('SYNC-5 pages of changes have each once', async () => {
  const ctx = await testDistrict();
  const runId = await validated(ctx, feed(120));
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `update difference set why = '{"rule": "x", "reason": "y"}', digest = 'another' where district_id = $1`,
      [tx.districtId],
    ),
  );
  await validate(ctx);
  const compared = await lastTwo(ctx, runId);
  const pages = await Promise.all([1, 2, 3].map((page) => listChanges(ctx, { ...compared, page })));
  expect(pages.map(({ data, more }) => [data.length, more])).toEqual([
    [50, true],
    [50, true],
    [20, false],
  ]);
  const numbers = pages.flatMap(({ data }) => data.map(({ later }) => later?.staffNumber));
  expect(new Set(numbers).size).toBe(120);
});

test('SYNC-5 the last five validations of a run are kept, of an earlier run its own', async () => {
  const ctx = await testDistrict();
  const first = await validated(ctx, feed(1));
  await validate(ctx);
  expect(await listVersions(ctx, { runId: first })).toHaveLength(2);
  const runId = await validated(ctx, feed(2));
  expect(await listVersions(ctx, { runId: first })).toHaveLength(1);
  expect((await readValidation(ctx, { runId: first })).summary.hrNotInCampus).toBe(1);
  for (let i = 0; i < KEPT_VERSIONS + 1; i += 1) await validate(ctx);
  const kept = await listVersions(ctx, { runId });
  expect(kept).toHaveLength(KEPT_VERSIONS);
  const stored = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ id: string }>(
      tx,
      'select distinct validation_id as id from difference where district_id = $1 and validation_id <> all($2::uuid[])',
      [tx.districtId, kept.map(({ id }) => id)],
    ),
  );
  expect(stored).toHaveLength(1);
});

test('SYNC-5 what is kept no longer goes with the people it found unchanged, and so does what never ended', async () => {
  const ctx = await testDistrict();
  await validated(ctx, feed(2));
  await work(ctx, await submitCommit(ctx));
  const runId = await validated(ctx, feed(2));
  await inCampus(ctx, "update validation set summary = '{}' where district_id = $1");
  for (let i = 0; i < KEPT_VERSIONS + 1; i += 1) await validate(ctx);
  const kept = (await listVersions(ctx, { runId })).map(({ id }) => id);
  expect(kept).toHaveLength(KEPT_VERSIONS);
  const stored = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ id: string }>(
      tx,
      'select distinct validation_id as id from unchanged_staff where district_id = $1',
      [tx.districtId],
    ),
  );
  expect(stored.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
});

test('SYNC-5 validations of another run or district can’t be compared', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  const runId = await validated(ctx, feed(1));
  await validate(ctx);
  const compared = await lastTwo(ctx, runId);
  const elsewhere = await validated(other, feed(1));
  await expect(countChanges(other, compared)).rejects.toThrow(NotFound);
  await expect(countChanges(other, { ...compared, runId: elsewhere })).rejects.toThrow(NotFound);
  await expect(listVersions(other, { runId })).rejects.toThrow(NotFound);
  expect(await countChanges(ctx, compared)).toHaveLength(8);
});
