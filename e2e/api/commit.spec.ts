import { textRows, textRun } from '../../db/sql-text.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { campusRows } from '../campus-rows.ts';
import { expect, test } from '../fixtures.ts';
import { expectProblem } from '../problem.ts';
import { pat, staffOf, teacher } from '../staff.ts';
import { ok } from '../vendor.ts';

test('SYNC-5 Campus has changed: another validation tells the new difference', async ({
  vendor,
  district: { ctx },
}) => {
  const person = await insertPerson(ctx, { staffNumber: '10058', birthDate: '1979-12-26' });
  await vendor.send([pat({ birthDate: '1979-12-26' })]);
  expect(ok(await vendor.validate(), 200).summary.demographics.people).toBe(0);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `update person set birth_date = '1980-01-01', rev = rev + 1 where district_id = $1 and id = $2`,
      [tx.districtId, person.id],
    ),
  );
  const { summary, sections } = ok(await vendor.validate(), 200);
  expect(summary.demographics).toMatchObject({ people: 1, birthDate: 1, name: 0 });
  expect(sections.demographics.entries).toMatchObject([{ staffNumber: '10058', fields: ['birthDate'] }]);
});

test('SYNC-6 the plan is made from Campus as it is at commit, which may fail what validated well', async ({
  vendor,
  district: { ctx },
}) => {
  await insertPerson(ctx, { staffNumber: '10058' });
  await vendor.send([pat({ firstName: 'Patricia' }), pat({ staffNumber: '2' })]);
  expect(ok(await vendor.validate(), 200).sections.errors.total).toBe(0);
  // Meanwhile somebody in Campus gives a second person the number.
  await insertPerson(ctx, { staffNumber: '10058 ' });
  const { succeeded, failed } = ok(await vendor.commit(), 200);
  expect(succeeded).toMatchObject([{ staffNumber: '2', outcome: 'created' }]);
  expect(failed).toMatchObject([{ staffNumber: '10058' }]);
  expect(failed[0]?.errors[0]?.message).toMatch(/./);
});

test('SYNC-7 matched people are updated, HR-only people created, Campus-only people left untouched', async ({
  vendor,
  district: { ctx },
}) => {
  const known = await insertPerson(ctx, { staffNumber: 'ab-1', lastName: 'Simpson' });
  const alone = await insertPerson(ctx, { staffNumber: '9', positions: [{ startDate: '2020-08-01' }] });
  const before = await campusRows(ctx);
  await vendor.send([pat({ staffNumber: 'AB-1', firstName: 'Patricia' }), pat({ staffNumber: '2' })]);
  ok(await vendor.validate(), 200);
  const { run, succeeded, failed } = ok(await vendor.commit(), 200);
  expect(run.status).toBe('committed');
  expect(failed).toEqual([]);
  expect(succeeded).toMatchObject([
    { staffNumber: 'AB-1', outcome: 'updated' },
    { staffNumber: '2', outcome: 'created' },
  ]);
  const after = await campusRows(ctx);
  const of = (rows: Record<string, unknown>[], id: string) =>
    rows.filter((row) => row.id === id || row.person_id === id);
  for (const table of ['person', 'identity', 'district_assignment'] as const)
    expect(of(after[table], alone.id)).toEqual(of(before[table], alone.id));
  // STAFF-1: HR's spelling is what is stored.
  expect(of(after.person, known.id)).toMatchObject([{ staff_number: 'AB-1' }]);
  expect(after.person).toHaveLength(3);
});

test('SYNC-7 EX-7 of ten people with two shared numbers HR’s record fails and the rest go on', async ({
  vendor,
  district: { ctx },
}) => {
  const numbers = [...Array(7).fill('PENDING'), 'pending', '0295382', '0295382'];
  for (const staffNumber of numbers) await insertPerson(ctx, { staffNumber });
  await insertPerson(ctx, { staffNumber: '10058', lastName: 'Brown', firstName: 'Allison' });
  await vendor.send([
    pat({ staffNumber: '0295382' }),
    pat({ lastName: 'SIMPSON', firstName: 'PAT' }),
    pat({ staffNumber: '3' }),
  ]);
  const report = ok(await vendor.validate(), 200);
  expect(report.summary.duplicateStaffNumbers).toEqual({ people: 10, numbers: 2 });
  const shown = report.sections.duplicateStaffNumbers.entries.map(({ staffNumber }) => staffNumber);
  expect(shown.sort()).toEqual(numbers.sort());
  expect(report.sections.errors.entries).toMatchObject([{ staffNumber: '0295382' }]);

  const before = await campusRows(ctx);
  const { run, succeeded, failed } = ok(await vendor.commit(), 200);
  expect(failed).toMatchObject([{ staffNumber: '0295382' }]);
  expect(succeeded).toMatchObject([
    { staffNumber: '10058', outcome: 'updated' },
    { staffNumber: '3', outcome: 'created' },
  ]);
  const after = await campusRows(ctx);
  const shared = (rows: Record<string, unknown>[]) => rows.filter((row) => row.staff_number === '0295382');
  expect(shared(after.person)).toEqual(shared(before.person));
  expect(await vendor.results(run.runId)).toMatchObject([
    { staffNumber: '0295382', outcome: 'failed' },
    { staffNumber: '10058', outcome: 'updated' },
    { staffNumber: '3', outcome: 'created' },
  ]);
});

test('ID-1 EX-7 a new name ends the identity the day before and begins a new one, which is current', async ({
  vendor,
  district: { ctx },
}) => {
  await insertPerson(ctx, {
    staffNumber: '10058',
    lastName: 'Brown',
    firstName: 'Allison',
    identityStart: '2020-07-25',
  });
  await vendor.send([pat({ lastName: 'SIMPSON', firstName: 'PAT' })]);
  ok(await vendor.validate(), 200);
  const { run } = ok(await vendor.commit(), 200);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ctx.district.timeZone }).format(
    new Date(run.committedAt as string),
  );
  const dayBefore = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  const { identity } = await campusRows(ctx);
  expect(identity.sort((a, b) => String(a.start_date).localeCompare(String(b.start_date)))).toMatchObject([
    {
      last_name: 'Brown',
      first_name: 'Allison',
      start_date: '2020-07-25',
      end_date: dayBefore,
      current: false,
    },
    { last_name: 'SIMPSON', first_name: 'PAT', start_date: today, end_date: null, current: true },
  ]);
});

test('SYNC-8 the job answers at once, tells its progress, and its figures add up to the total', async ({
  vendor,
}) => {
  await vendor.send([...staffOf(20), pat({ gender: 'M' })]);
  ok(await vendor.validate(), 200);
  const submitted = await vendor.submitCommitJob();
  expect(submitted.headers.get('location')).toMatch(/\/staffMembers\/sync\/commitJobStatus$/);
  const { jobId } = ok(submitted, 202);
  const status = await vendor.untilCommitted();
  expect(status).toMatchObject({ jobId, status: 'completed', total: 21, processed: 21, created: 21 });
  const { created, updated, unchanged, held, failed, total } = status;
  expect(created + updated + unchanged + held + failed).toBe(total);
  for (const moment of [status.submittedAt, status.startedAt, status.finishedAt])
    expect(Date.parse(moment as string)).not.toBeNaN();
});

test('SYNC-8 before any commit there is no job to report', async ({ vendor }) => {
  expectProblem(await vendor.commitJobStatus(), 404);
});

test('SYNC-8 commit works above 500 staff too and recommends the job', async ({ vendor }) => {
  await vendor.send(staffOf(501));
  ok(await vendor.validate(), 200);
  const { succeeded, failed, warnings } = ok(await vendor.commit(), 200);
  expect([succeeded.length, failed.length]).toEqual([501, 0]);
  expect(warnings.map(({ message }) => message).join()).toContain('submitCommitJob');
});

test('SYNC-8 two admins press Commit at once: one job, everyone once', async ({
  vendor,
  district: { ctx },
}) => {
  await vendor.send(staffOf(300));
  ok(await vendor.validate(), 200);
  const answers = await Promise.all([1, 2, 3, 4].map(() => vendor.submitCommitJob()));
  const taken = answers.filter(({ status }) => status === 202);
  expect(taken).toHaveLength(1);
  const { jobId } = taken[0]?.body ?? {};
  for (const answer of answers)
    if (answer.status !== 202) expect(expectProblem(answer, 409)).toMatchObject({ jobId });
  expect(await vendor.untilCommitted()).toMatchObject({ jobId, created: 300, total: 300 });
  const { person } = await campusRows(ctx);
  expect(new Set(person.map((row) => row.staff_number)).size).toBe(300);
  expect(person).toHaveLength(300);
});

test('SYNC-9 the same feed again changes nothing, its commit writes no row', async ({
  vendor,
  district: { ctx },
}) => {
  const household = {
    householdLocations: [
      {
        address: {
          fullStreetAddress: '4321 South Lexington Ave SE Apt 45',
          city: 'Blaine',
          state: 'MN',
          zip: '55123',
        },
      },
    ],
  };
  const feed = staffOf(50).map((record, i) => ({
    ...record,
    ssn: `123-45-${6000 + i}`,
    workPhone: '(723)897-1184 x6033',
    employments: [{ hireDate: '2020-07-25', terminationDate: null }],
    positions: [
      teacher(),
      teacher({ titleCode: '4A61E262', titleDescription: 'Varsity Basketball', startDate: '2023-10-01' }),
    ],
    household,
  }));
  await vendor.send(feed);
  ok(await vendor.validate(), 200);
  expect(ok(await vendor.commit(), 200).succeeded.map(({ outcome }) => outcome)).toEqual(
    Array(50).fill('created'),
  );
  const before = await campusRows(ctx);
  expect(before.address).toHaveLength(1);

  await vendor.send(feed);
  const { summary } = ok(await vendor.validate(), 200);
  const { demographics, employments, assignments, addresses, hrNotInCampus } = summary;
  expect([demographics.people, employments, assignments, addresses, hrNotInCampus]).toEqual([0, 0, 0, 0, 0]);
  expect(ok(await vendor.commit(), 200).succeeded.map(({ outcome }) => outcome)).toEqual(
    Array(50).fill('unchanged'),
  );
  expect(await campusRows(ctx)).toEqual(before);
});

test('SYNC-11 POS-10 positions that HR sends are all of them; POS-11 one that a section needs stays, with a warning', async ({
  vendor,
  district: { ctx },
}) => {
  await insertPerson(ctx, {
    staffNumber: '10058',
    positions: [
      { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' },
      { schoolNumber: '044', assignmentCode: '31', startDate: '2021-08-01' },
      { schoolNumber: '107', assignmentCode: '106', startDate: '2022-08-01', section: 'Swimming' },
    ],
  });
  await vendor.send([
    pat({
      positions: [
        teacher({ startDate: '2020-08-01', endDate: '2024-06-01' }),
        teacher({ schoolNumber: '001', startDate: '2024-08-01' }),
      ],
    }),
  ]);
  const { summary, sections } = ok(await vendor.validate(), 200);
  // The end date; the removed one and the new one, which are a pair (EX-6). What stays is listed, not counted.
  expect(summary.assignments).toBe(2);
  expect(sections.assignments.entries.map(({ why }) => why.rule)).toEqual(['POS-5', 'POS-10', 'POS-11']);
  const { succeeded } = ok(await vendor.commit(), 200);
  expect(succeeded).toMatchObject([{ staffNumber: '10058', outcome: 'updated' }]);
  expect(succeeded[0]?.warnings.map(({ message }) => message).join()).toMatch(/107|Swimming|Elementary/);
  const { district_assignment } = await campusRows(ctx);
  const lines = district_assignment.map((row) => `${row.school_number} ${row.start_date} ${row.end_date}`);
  expect(lines.sort()).toEqual(['001 2024-08-01 null', '010 2020-08-01 2024-06-01', '107 2022-08-01 null']);
});

test('SYNC-14 what HR leaves out stays, null clears', async ({ vendor, district: { ctx } }) => {
  await insertPerson(ctx, {
    staffNumber: '10058',
    birthDate: '1979-12-26',
    workPhone: '555 0100',
    cellPhone: '555 0101',
    employments: [{ hireDate: '2020-07-25' }],
    positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' }],
  });
  await vendor.send([pat({ cellPhone: null, workEmail: 'pat@example.org' })]);
  const { summary } = ok(await vendor.validate(), 200);
  expect(summary.demographics).toMatchObject({
    people: 1,
    cellPhone: 1,
    workEmail: 1,
    workPhone: 0,
    birthDate: 0,
  });
  expect([summary.employments, summary.assignments]).toEqual([0, 0]);
  ok(await vendor.commit(), 200);
  const rows = await campusRows(ctx);
  expect(rows.person).toMatchObject([
    { birth_date: '1979-12-26', work_phone: '555 0100', cell_phone: null, work_email: 'pat@example.org' },
  ]);
  expect([rows.employment.length, rows.district_assignment.length]).toEqual([1, 1]);
});

test('VAL-4 the report tells an SSN’s difference and last four digits, never the number', async ({
  vendor,
  district: { ctx },
}) => {
  await insertPerson(ctx, { staffNumber: '10058', ssn: '987654321' });
  await vendor.send([pat({ ssn: '123-45-6789' })]);
  const report = ok(await vendor.validate(), 200);
  expect(report.summary.demographics).toMatchObject({ people: 1, ssn: 1 });
  const text = JSON.stringify(report);
  expect(text).toContain('6789');
  for (const whole of ['123456789', '123-45-6789', '987654321', '987-65-4321'])
    expect(text).not.toContain(whole);
});

test('ERR-1 a commit’s failed person and a refused call are in the error log, SSNs masked', async ({
  vendor,
  district: { ctx },
}) => {
  await insertPerson(ctx, { staffNumber: '10058' });
  await insertPerson(ctx, { staffNumber: '10058' });
  ok(await vendor.start(), 201);
  expectProblem(await vendor.transfer([pat({ ssn: '123-45-6789', gender: 'Q' })]), 422);
  await vendor.send([pat()]);
  ok(await vendor.validate(), 200);
  ok(await vendor.commit(), 200);
  const log = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<Record<string, unknown>>(tx, 'select * from error_log where district_id = $1', [tx.districtId]),
  );
  const text = log.map((entry) => JSON.stringify(entry));
  expect(text.some((entry) => entry.includes('/staffMembers/sync/transfer'))).toBe(true);
  expect(text.some((entry) => entry.includes('10058') && /number/i.test(entry))).toBe(true);
  expect(text.join()).not.toMatch(/123-?45-?6789/);
});
