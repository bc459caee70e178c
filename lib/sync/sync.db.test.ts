import { expect, test } from 'vitest';
import { textRow, textRows, textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { Conflict, Invalid } from '../failure.ts';
import { readValidation } from '../report/read-validation.ts';
import { runJob } from '../worker/start-worker.ts';
import { submitCommit } from './commit/commit.ts';
import { runResults } from './commit/results.ts';
import { cancelSync } from './run/cancel.ts';
import { endSync } from './run/end.ts';
import { restartSync, startSync } from './run/start.ts';
import { commitJobStatus, syncStatus } from './run/status.ts';
import type { Outcome } from './schema.ts';
import { transferStaff } from './transfer/transfer.ts';
import { validateSync } from './validate/validate.ts';

const at = (address: string) => ({
  householdLocations: [
    { address: { fullStreetAddress: address, city: 'Blaine', state: 'MN', zip: '55123' } },
  ],
});
const pat = (over: object = {}) => ({
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  ssn: '123-45-6789',
  employments: [{ hireDate: '2020-07-25' }],
  positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' }],
  household: at('4321 South Lexington Ave SE Apt 45'),
  ...over,
});
const transfer = (ctx: Context, ...records: object[]) =>
  transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });

async function validate(ctx: Context) {
  const submitted = await validateSync(ctx);
  await work(ctx, submitted);
  return readValidation(ctx, submitted);
}
async function commit(ctx: Context) {
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  return submitted;
}
async function stage(ctx: Context, ...records: object[]) {
  await startSync(ctx);
  await transfer(ctx, ...records);
  await endSync(ctx);
}
async function synchronize(ctx: Context, ...records: object[]) {
  await stage(ctx, ...records);
  const report = await validate(ctx);
  const { runId } = await commit(ctx);
  const results = (await runResults(ctx, { runId, limit: 1000 })).data;
  return { report, runId, outcome: (n: string) => results.find((r) => r.staffNumber === n), results };
}
/** Everything that HR can write, as rows: to see that nothing of it moved. */
const peopleOf = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows: Record<string, unknown> = {};
    for (const table of [
      'person',
      'identity',
      'employment',
      'district_assignment',
      'household',
      'household_member',
      'household_location',
      'address',
      'title',
    ])
      rows[table] = await textRows(
        tx,
        `select *, xmin::text from ${table} where district_id = $1 order by id`,
        [tx.districtId],
      );
    return rows;
  });
const count = (ctx: Context, table: string) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await textRow<{ n: number }>(
      tx,
      `select count(*)::int as n from ${table} where district_id = $1`,
      [tx.districtId],
    );
    return row?.n;
  });

test('SYNC-1 a call out of order is refused with the state and the calls allowed now', async () => {
  const ctx = await testDistrict();
  const refused = async (call: Promise<unknown>, state: string, allowed: string[]) => {
    const failure = await call.then(
      () => undefined,
      (error) => error,
    );
    expect(failure).toBeInstanceOf(Conflict);
    expect(failure.facts).toMatchObject({ state, allowed });
  };
  await refused(endSync(ctx), 'none', ['start']);
  await startSync(ctx);
  await refused(validateSync(ctx), 'transferring', ['transfer', 'end', 'start']);
  await transfer(ctx, pat());
  await endSync(ctx);
  await refused(transfer(ctx, pat()), 'transferred', ['validate', 'start']);
  await refused(submitCommit(ctx), 'transferred', ['validate', 'start']);
  await validate(ctx);
  await refused(endSync(ctx), 'validated', ['validate', 'commit', 'submitCommitJob', 'start']);
  const { jobId } = await submitCommit(ctx);
  await refused(startSync(ctx), 'committing', []);
  await work(ctx, { jobId });
  await refused(restartSync(ctx), 'committed', ['start']);
});

test('SYNC-2 a call with one invalid record stages nothing of it and lists every error by record', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const bad = pat({
    staffNumber: '2',
    lastName: '',
    ssn: '12',
    positions: [{ schoolNumber: 'nowhere', startDate: '2020-02-31' }],
  });
  const failure = await transfer(ctx, pat(), bad).catch((error) => error);
  expect(failure).toBeInstanceOf(Invalid);
  expect(failure.errors.map((error: { pointer: string }) => error.pointer)).toEqual(
    expect.arrayContaining([
      '/staffMembers/1/lastName',
      '/staffMembers/1/ssn',
      '/staffMembers/1/positions/0/startDate',
    ]),
  );
  for (const error of failure.errors) expect(error).toMatchObject({ index: 1, staffNumber: '2' });
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 0 });
  expect(await count(ctx, 'staged_staff')).toBe(0);
});

test('SYNC-2 a school, gender or assignment code unknown to Campus is refused at transfer', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const record = pat({
    gender: 'Q',
    positions: [{ schoolNumber: '999', assignmentCode: '9Z9', startDate: '2020-01-01' }],
  });
  const failure = await transfer(ctx, record).catch((error) => error);
  expect(failure.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
    '/staffMembers/0/gender',
    '/staffMembers/0/positions/0/assignmentCode',
    '/staffMembers/0/positions/0/schoolNumber',
  ]);
});

test('SYNC-2 a staffNumber sent twice is an error that names both places, in one call and over two', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const within = await transfer(ctx, pat({ staffNumber: 'ab1' }), pat({ staffNumber: ' AB1' })).catch(
    (e) => e,
  );
  expect(within.errors).toMatchObject([{ pointer: '/staffMembers/1/staffNumber', index: 1, otherIndex: 0 }]);
  await transfer(ctx, pat({ staffNumber: 'ab1' }));
  const over = await transfer(ctx, pat({ staffNumber: 'c' }), pat({ staffNumber: 'AB1' })).catch((e) => e);
  expect(over.errors).toMatchObject([
    { pointer: '/staffMembers/1/staffNumber', index: 1, stagedAt: expect.any(String) },
  ]);
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 1 });
});

test('SYNC-2 calls at the same time neither lose a record nor let a number in twice', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  const calls = Array.from({ length: 6 }, (_, i) =>
    transfer(ctx, pat({ staffNumber: `own${i}` }), pat({ staffNumber: i < 4 ? `unique${i}` : 'twice' })),
  );
  const ends = await Promise.allSettled(calls);
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(5);
  expect(await syncStatus(ctx)).toMatchObject({ staffTransferred: 10 });
  expect(await count(ctx, 'staged_staff')).toBe(10);
});

test('SYNC-3 the end is only possible when data has been transferred, and as many as expected', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  await expect(endSync(ctx)).rejects.toThrow(/Nothing has been transferred/);
  await transfer(ctx, pat());
  await expect(endSync(ctx, { expectedStaff: 2 })).rejects.toThrow(/2 staff were expected, but 1/);
  expect(await endSync(ctx, { expectedStaff: 1 })).toMatchObject({ status: 'transferred' });
});

test('SYNC-4 a restart discards the staging with a warning of how many, and keeps the old run in history', async () => {
  const ctx = await testDistrict();
  const first = await startSync(ctx);
  await transfer(ctx, pat(), pat({ staffNumber: '2' }));
  await expect(startSync(ctx, { restart: false })).rejects.toBeInstanceOf(Conflict);
  const second = await startSync(ctx);
  expect(second.run.runId).not.toBe(first.run.runId);
  expect(second.warnings).toMatchObject([
    { code: 'stagingDiscarded', message: expect.stringContaining('2') },
  ]);
  expect(await count(ctx, 'staged_staff')).toBe(0);
  expect(await count(ctx, 'sync_run')).toBe(2);
});

test('SYNC-4 a restart gives up a validation that is under way, which then writes nothing any more', async () => {
  const ctx = await testDistrict();
  await stage(ctx, pat());
  const submitted = await validateSync(ctx);
  expect(await syncStatus(ctx)).toMatchObject({
    allowed: ['start'],
    job: { kind: 'validate', processed: 0, total: 1 },
  });
  await expect(validateSync(ctx)).rejects.toBeInstanceOf(Conflict);
  await restartSync(ctx);
  await work(ctx, submitted);
  expect(await count(ctx, 'validation')).toBe(0);
  expect(await syncStatus(ctx)).toMatchObject({ status: 'transferring', staffTransferred: 0, job: null });
});

test('SYNC-6 SYNC-14 the plan is made from the data as it is at commit, and what was left out stays', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, {
    staffNumber: '10058',
    gender: 'F',
    workPhone: '555-0100',
    cellPhone: '555-0101',
  });
  await stage(ctx, pat({ household: undefined, workPhone: '555-0100' }));
  await validate(ctx);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, "update person set work_phone = '555-0999', rev = rev + 1 where district_id = $1", [
      tx.districtId,
    ]),
  );
  await commit(ctx);
  const [person] = (await peopleOf(ctx)).person as { work_phone: string; cell_phone: string }[];
  expect(person).toMatchObject({ work_phone: '555-0100', cell_phone: '555-0101' });
});

test('SYNC-7 matched people are updated, HR-only people created, Campus-only untouched, a shared number fails alone', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '10058', lastName: 'Brown', gender: 'F' });
  await insertPerson(ctx, { staffNumber: 'only', lastName: 'Campus' });
  await insertPerson(ctx, { staffNumber: '0295382', lastName: 'One' });
  await insertPerson(ctx, { staffNumber: ' 0295382', lastName: 'Two' });
  const before = await peopleOf(ctx);
  const { results, report } = await synchronize(
    ctx,
    pat(),
    pat({ staffNumber: 'new' }),
    pat({ staffNumber: '0295382' }),
  );
  expect(results.map(({ staffNumber, outcome }) => [staffNumber, outcome])).toEqual([
    ['10058', 'updated'],
    ['new', 'created'],
    ['0295382', 'failed'],
  ]);
  expect(report.summary).toMatchObject({
    hrNotInCampus: 1,
    campusNotInHr: 1,
    duplicateStaffNumbers: { people: 2, numbers: 1 },
  });
  expect(report.sections.errors.total).toBe(1);
  const unmoved = (rows: unknown) =>
    (rows as { staff_number: string; rev: number }[]).filter((p) => p.staff_number === 'only');
  expect(unmoved((await peopleOf(ctx)).person)).toEqual(unmoved(before.person));
});

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
