import { expect, test } from 'vitest';
import { textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertHousehold } from '../../../db/testing/household.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { cancelSync } from '../run/cancel.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { commitJobStatus, syncStatus } from '../run/status.ts';
import type { Outcome } from '../schema.ts';
import { work } from '../testing/in-district.ts';
import {
  at,
  commit,
  count,
  pat,
  peopleOf,
  stage,
  synchronize,
  transfer,
  validate,
} from '../testing/whole-run.ts';
import { submitCommit } from './commit.ts';
import { commitAndWait } from './commit-and-wait.ts';
import { runResults } from './results.ts';

test('SYNC-8 the job counts every staged person once, by what was done with them', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: 'twin' });
  await insertPerson(ctx, { staffNumber: 'TWIN' });
  await synchronize(ctx, pat());
  await stage(ctx, pat(), pat({ staffNumber: 'new' }), pat({ staffNumber: 'twin' }));
  await validate(ctx);
  await commit(ctx);
  expect(await commitJobStatus(ctx)).toMatchObject({
    status: 'completed',
    total: 3,
    processed: 3,
    created: 1,
    updated: 0,
    unchanged: 1,
    held: 0,
    failed: 1,
  });
});

test('SYNC-8 two admins who press Commit at once submit one job', async () => {
  const ctx = await testDistrict();
  await stage(ctx, pat());
  await validate(ctx);
  const ends = await Promise.allSettled([submitCommit(ctx), submitCommit(ctx), submitCommit(ctx)]);
  const [won, ...none] = ends.filter((end) => end.status === 'fulfilled');
  expect(none).toEqual([]);
  for (const end of ends)
    if (end.status === 'rejected') expect(end.reason.facts).toMatchObject({ jobId: won?.value.jobId });
});

test('SYNC-8 a commit answers its own run, also when another one has begun before the answer', async () => {
  const ctx = await testDistrict();
  await stage(ctx, pat());
  await validate(ctx);
  const { runId } = await syncStatus(ctx);
  let transactions = 0;
  const inDistrict: Context['db']['inDistrict'] = async (districtId, read) => {
    transactions += 1;
    if (transactions === 2) {
      const { jobId } = await commitJobStatus(ctx);
      await work(ctx, { jobId });
      await startSync(ctx);
    }
    return ctx.db.inDistrict(districtId, read);
  };
  const { run, succeeded } = await commitAndWait({ ...ctx, db: { ...ctx.db, inDistrict } });
  expect(run).toMatchObject({ runId, status: 'committed', staffTransferred: 1 });
  expect(succeeded).toHaveLength(1);
});

test('SYNC-9 a person that the database refuses fails alone: nothing of that person is written, the rest of the batch is', async () => {
  const ctx = await testDistrict();
  await stage(
    ctx,
    ...Array.from({ length: 9 }, (_, i) => pat({ staffNumber: `n${i}`, household: undefined })),
  );
  // A refusal that no rule foresees: the school of one of them goes away between plan and write.
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `update staged_staff set record = replace(record, '"lastName":"Simpson"', '"lastName":null')
        where district_id = $1 and staff_number_key = 'n4'`,
      [tx.districtId],
    ),
  );
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `update staged_staff set record = replace(record, '2020-07-25', '0000-00-00')
        where district_id = $1 and staff_number_key = 'n4'`,
      [tx.districtId],
    ),
  );
  await validate(ctx);
  const { runId } = await commit(ctx);
  const by = async (outcome: Outcome) => (await runResults(ctx, { runId, outcome, limit: 100 })).data;
  expect((await by('created')).map((r) => r.staffNumber)).toEqual([
    'n0',
    'n1',
    'n2',
    'n3',
    'n5',
    'n6',
    'n7',
    'n8',
  ]);
  expect(await by('failed')).toMatchObject([{ staffNumber: 'n4', errors: [{ code: 'notStored' }] }]);
  expect(await count(ctx, 'person')).toBe(8);
  expect(await count(ctx, 'identity')).toBe(8);
});

const ACTOR = { id: '01900000-0000-7000-8000-000000000001', name: 'Morgan, Alex' };

test.each<[string, Context['actor'], object]>([
  [
    'a page',
    { kind: 'user', username: 'alex', ...ACTOR },
    { action: 'COMMIT', path: 'Staff Synchronization' },
  ],
  [
    'a client',
    { kind: 'client', clientId: 'hr', mapsValues: false, ...ACTOR },
    { action: 'POST', path: expect.stringMatching(/\/staffMembers\/sync\/commit$/) },
  ],
])(
  'ERR-1 every person that fails in a commit of %s is in the error log, without their SSN',
  async (_, actor, shown) => {
    const ctx = { ...(await testDistrict()), actor };
    await insertPerson(ctx, { staffNumber: 'twin' });
    await insertPerson(ctx, { staffNumber: 'twin' });
    await synchronize(ctx, pat({ staffNumber: 'twin' }));
    const logged = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRows<{ payload: string }>(tx, 'select * from error_log where district_id = $1', [tx.districtId]),
    );
    expect(logged).toMatchObject([
      { ...shown, staff_number: 'twin', message: expect.stringContaining('twin') },
    ]);
    // ERR-3: the record as HR sent it, not Campus' reading of it.
    expect(JSON.parse(logged[0]?.payload ?? '')).toEqual(pat({ staffNumber: 'twin', ssn: '***-**-****' }));
  },
);

test('SYNC-10 a job that is done again does nothing twice, and another worker can not write any more', async () => {
  const ctx = await testDistrict();
  await stage(ctx, pat(), pat({ staffNumber: 'new' }));
  await validate(ctx);
  const submitted = await submitCommit(ctx);
  await Promise.all([work(ctx, submitted), work(ctx, submitted), work(ctx, submitted)]);
  const after = await peopleOf(ctx);
  await work(ctx, submitted);
  expect(await peopleOf(ctx)).toEqual(after);
  expect(await count(ctx, 'person')).toBe(2);
  expect(await count(ctx, 'change_journal')).toBe(2);
  expect(await commitJobStatus(ctx)).toMatchObject({ status: 'completed', processed: 2, created: 2 });
});

test('SYNC-1 a cancelled commit stops, and what it committed is kept', async () => {
  const ctx = await testDistrict();
  await stage(ctx, pat());
  await validate(ctx);
  const submitted = await submitCommit(ctx);
  expect(await cancelSync(ctx)).toMatchObject({ status: 'cancelled', allowed: ['start'] });
  await work(ctx, submitted);
  expect(await count(ctx, 'person')).toBe(0);
  expect(await commitJobStatus(ctx)).toMatchObject({ status: 'cancelled', processed: 0 });
});

test('SYNC-11 the feed a commit has carried out shows no difference, and its commit writes no row of people', async () => {
  const ctx = await testDistrict();
  const brown = await insertPerson(ctx, {
    staffNumber: '10058',
    lastName: 'Brown',
    gender: 'M',
    positions: [{ schoolNumber: '001', startDate: '2019-01-01' }],
  });
  await insertHousehold(ctx, {
    members: [brown.id],
    locations: [{ address: { fullStreetAddress: '1 Old Rd', city: 'Blaine', state: 'MN', zip: '55123' } }],
  });
  const feed = [pat(), pat({ staffNumber: 'new', household: at('4321 S. Lexington Avenue Southeast #45') })];
  const first = await synchronize(ctx, ...feed);
  expect(first.report.summary).toMatchObject({
    // What Campus has and HR does not, above what is new from HR: a pair (EX-6).
    assignments: 1,
    // Both come to an address that Campus does not have (SYNC-11).
    addresses: 2,
    hrNotInCampus: 1,
    demographics: { people: 1, name: 1, gender: 1, ssn: 1 },
  });
  const before = await peopleOf(ctx);
  expect(before.address).toHaveLength(2);
  const again = await synchronize(ctx, ...feed);
  expect(again.report.summary).toMatchObject({
    demographics: { people: 0 },
    employments: 0,
    assignments: 0,
    addresses: 0,
    hrNotInCampus: 0,
  });
  expect(again.results.map((result) => result.outcome)).toEqual(['unchanged', 'unchanged']);
  expect(await peopleOf(ctx)).toEqual(before);
});

test('ID-5 a feed that spells names otherwise to the eye of no reader shows no difference', async () => {
  const ctx = await testDistrict();
  const names = { lastName: "O'Brien-Smith", firstName: 'José', middleName: 'Mary Ann' };
  const spelled = { lastName: 'O’Brien‑Smith\u200b', firstName: 'Jose\u0301', middleName: 'Mary\u00a0 Ann' };
  await synchronize(ctx, pat(names), pat({ ...spelled, staffNumber: '2' }));
  const before = await peopleOf(ctx);
  const again = await synchronize(ctx, pat(spelled), pat({ ...names, staffNumber: '2' }));
  expect(again.report.summary).toMatchObject({ demographics: { people: 0, name: 0 } });
  expect(again.results.map((result) => result.outcome)).toEqual(['unchanged', 'unchanged']);
  expect(await peopleOf(ctx)).toEqual(before);
});

test('RO-1 a person matched by a commit is HR-managed even if nothing differed', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '7', gender: 'F' });
  const { results } = await synchronize(ctx, {
    staffNumber: '7',
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
  });
  expect(results).toMatchObject([{ outcome: 'unchanged' }]);
  expect((await peopleOf(ctx)).person).toMatchObject([{ hr_managed_at: expect.any(Date) }]);
});

test('REF-2 the first record in staged order that brings a new title describes it, over calls and batches', async () => {
  const ctx = await testDistrict();
  const titled = (staffNumber: string, titleDescription?: string) =>
    pat({
      staffNumber,
      household: undefined,
      positions: [{ schoolNumber: '010', titleCode: '4A61E262', titleDescription, startDate: '2023-10-01' }],
    });
  await startSync(ctx);
  await transfer(ctx, titled('1', 'Varsity Basketball'));
  await transfer(ctx, titled('2', 'Basketball'), titled('3'));
  await endSync(ctx);
  await validate(ctx);
  const { runId } = await commit(ctx);
  expect((await peopleOf(ctx)).title).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: '4A61E262', description: 'Varsity Basketball' }),
    ]),
  );
  const { data } = await runResults(ctx, { runId, limit: 10 });
  expect(data.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
    ['noHousehold'],
    ['titleDescriptionIgnored', 'noHousehold'],
    ['noHousehold'],
  ]);
});

test('REF-2 two batches that bring a new title create it once, as the first record describes it', async () => {
  const ctx = await testDistrict();
  const titled = (staffNumber: string, titleCode?: string, titleDescription?: string) =>
    pat({
      staffNumber,
      household: undefined,
      positions: [{ schoolNumber: '010', titleCode, titleDescription, startDate: '2023-10-01' }],
    });
  const others = Array.from({ length: 1_000 }, (_, i) => titled(`${10_000 + i}`, 'NEW-A', 'Later'));
  await startSync(ctx);
  await transfer(ctx, titled('1', 'NEW-A', 'First'), ...others.slice(0, 500));
  await transfer(ctx, ...others.slice(500), titled('2', 'NEW-B', 'Last'));
  await endSync(ctx);
  await validate(ctx);
  const { runId } = await commit(ctx);
  const { title, person } = await peopleOf(ctx);
  const described = (code: string, description: string) => expect.objectContaining({ code, description });
  expect(title).toEqual(expect.arrayContaining([described('NEW-A', 'First'), described('NEW-B', 'Last')]));
  expect(person).toHaveLength(1_002);
  expect(await commitJobStatus(ctx)).toMatchObject({ processed: 1_002, created: 1_002 });
  const { data } = await runResults(ctx, { runId, limit: 1_000 });
  expect(data.map(({ staffNumber }) => staffNumber)).toEqual(
    ['1', ...others.map(({ staffNumber }) => staffNumber)].slice(0, 1_000),
  );
  expect(new Set(data.map(({ outcome }) => outcome))).toEqual(new Set(['created']));
});
