import { expect, test } from 'vitest';
import { textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { openSsn } from '../../crypto/seal-ssn.ts';
import { Conflict, NotFound } from '../../failure.ts';
import { inboxOf, insertRecipient } from '../../notify/testing/recipient.ts';
import { correctStaffNumber } from '../../people/edit/correct-number.ts';
import { removeEmployment } from '../../people/edit/remove-employment.ts';
import { readPerson } from '../../people/read-person.ts';
import { ssnOfPerson } from '../../record/ssn-place.ts';
import { runJob } from '../../worker/start-worker.ts';
import { submitCommit } from '../commit/commit.ts';
import { commitResults, runResults } from '../commit/results.ts';
import { endSync } from '../run/end.ts';
import { listRuns, pastRun } from '../run/list-runs.ts';
import { startSync } from '../run/start.ts';
import { commitJobStatus, syncStatus } from '../run/status.ts';
import { HR_TABLES } from '../testing/hr-tables.ts';
import { transferStaff } from '../transfer/transfer.ts';
import { validateSync } from '../validate/validate.ts';
import { previewPeople, previewUndo } from './preview.ts';
import { submitUndo } from './submit-undo.ts';

const record = (staffNumber: string, over: object = {}) => ({
  staffNumber,
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  ssn: '123-45-6789',
  employments: [{ hireDate: '2020-07-25' }],
  positions: [
    {
      schoolNumber: '010',
      assignmentCode: '20',
      titleCode: `T${staffNumber}`,
      titleDescription: 'Coach',
      startDate: '2020-08-01',
    },
  ],
  household: {
    householdLocations: [
      { address: { fullStreetAddress: '4321 Oak St', city: 'Blaine', state: 'MN', zip: '55123' } },
    ],
  },
  ...over,
});

const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
async function synchronize(ctx: Context, ...records: object[]): Promise<string> {
  await startSync(ctx);
  await transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  return submitted.runId;
}
async function undo(ctx: Context, runId: string) {
  const submitted = await submitUndo(ctx, { runId });
  await work(ctx, submitted);
  const { data } = await runResults(ctx, { runId: submitted.runId, limit: 1000 });
  return {
    runId: submitted.runId,
    of: (staffNumber: string) => data.find((result) => result.staffNumber === staffNumber),
    results: data,
  };
}

/** Every row that a commit can write, without what always moves on. */
const rowsOf = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows: Record<string, unknown> = {};
    for (const table of HR_TABLES)
      rows[table] = (
        await textRows<object>(tx, `select * from ${table} where district_id = $1 order by id`, [
          tx.districtId,
        ])
      ).map((row) => ({ ...row, rev: 0, created_at: 0, updated_at: 0, ssn_cipher: null }));
    return rows;
  });
const run = (ctx: Context, text: string, ...values: unknown[]) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<Record<string, never>>(tx, text, [tx.districtId, ...values]),
  );

/** A person in Campus with a position that HR does not send, and two new people of HR. */
async function committed() {
  const ctx = await testDistrict();
  const pat = await insertPerson(ctx, {
    staffNumber: '1',
    lastName: 'Former',
    identityStart: '2020-01-01',
    gender: 'M',
    ssn: '987654321',
    employments: [{ hireDate: '2019-01-01' }],
    positions: [{ startDate: '2019-01-01' }],
  });
  const before = await rowsOf(ctx);
  const runId = await synchronize(ctx, record('1'), record('2'), record('3'));
  return { ctx, pat, before, runId, after: await rowsOf(ctx) };
}

test('undoing a commit that nobody touched gives every row back, and takes away what it created', async () => {
  const { ctx, pat, before, runId } = await committed();
  const undone = await undo(ctx, runId);
  expect(await rowsOf(ctx)).toEqual(before);
  expect(undone.results.map(({ staffNumber, outcome }) => [staffNumber, outcome]).toSorted()).toEqual([
    ['1', 'updated'],
    ['2', 'removed'],
    ['3', 'removed'],
  ]);
  const [person] = await run(ctx, 'select ssn_cipher, hr_managed_at, rev from person where district_id = $1');
  expect(openSsn(ctx.keys, ssnOfPerson(ctx.district.id, pat.id), person?.ssn_cipher as never)).toBe(
    '987654321',
  );
  expect(person).toMatchObject({ hr_managed_at: null, rev: 3 });
});

test('POS-4 a code that a commit filled in on a linked position is taken away again, and its title', async () => {
  const ctx = await testDistrict();
  const position = { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01', section: 'Algebra' };
  const { id } = await insertPerson(ctx, { staffNumber: '1', positions: [position] });
  const before = await rowsOf(ctx);
  const [sent] = record('1').positions;
  const runId = await synchronize(ctx, record('1', { positions: [{ ...sent, endDate: '2024-06-30' }] }));
  const person = await readPerson(ctx, { id });
  expect(person.positions).toMatchObject([
    { titleCode: 'T1', endDate: '2024-06-30', links: [expect.stringContaining('Algebra')] },
  ]);
  expect(person.positions[0]?.written).toMatchObject({ how: 'commit', before: 'no title code, open' });
  expect(
    person.history[0]?.changes.filter(({ table }) => table === 'districtAssignment').map(({ rule }) => rule),
  ).toEqual(['POS-4', 'POS-5']);
  await undo(ctx, runId);
  expect(await rowsOf(ctx)).toEqual(before);
});

test('undoing the undo gives every row as the commit wrote it, under the same ids', async () => {
  const { ctx, before, runId, after } = await committed();
  const undone = await undo(ctx, runId);
  const redone = await undo(ctx, undone.runId);
  expect(await rowsOf(ctx)).toEqual(after);
  expect(redone.results.map(({ outcome }) => outcome).toSorted()).toEqual(['created', 'created', 'updated']);
  for (const row of await run(ctx, 'select id, ssn_cipher from person where district_id = $1'))
    expect(openSsn(ctx.keys, ssnOfPerson(ctx.district.id, row.id ?? ''), row.ssn_cipher as never)).toBe(
      '123456789',
    );
  await undo(ctx, redone.runId);
  expect(await rowsOf(ctx)).toEqual(before);
});

test('ID-4 two names of one day are undone one after the other, the latest first', async () => {
  const { ctx, before, runId, after } = await committed();
  const second = await synchronize(ctx, record('1', { lastName: 'Latest' }), record('2'), record('3'));
  const names = async () =>
    (
      await run(
        ctx,
        `select last_name || ' ' || coalesce(end_date - start_date || ' days', 'current') as name
           from identity where district_id = $1 and last_name in ('Former', 'Simpson', 'Latest')
            and person_id = (select id from person where district_id = $1 and staff_number = '1')
          order by id`,
      )
    ).map(({ name }) => name);
  expect(await names()).toEqual([
    expect.stringMatching(/^Former \d{4} days$/),
    'Simpson 0 days',
    'Latest current',
  ]);
  await undo(ctx, second);
  expect(await rowsOf(ctx)).toEqual(after);
  await undo(ctx, runId);
  expect(await rowsOf(ctx)).toEqual(before);
});

test('what a later commit changed stays, with who changed it; everything else goes back', async () => {
  const { ctx, pat, runId } = await committed();
  await synchronize(
    ctx,
    record('1', { workPhone: '763-555-0100', lastName: 'Latest' }),
    record('2'),
    record('3'),
  );
  const undone = await undo(ctx, runId);
  const [person] = await run(
    ctx,
    `select p.gender, p.work_phone, p.hr_managed_at is not null as managed, i.last_name
       from person p join identity i on i.district_id = $1 and i.person_id = p.id and i.current
      where p.district_id = $1 and p.id = $2`,
    pat.id,
  );
  expect(person).toEqual({ gender: 'M', work_phone: '763-555-0100', managed: true, last_name: 'Latest' });
  expect(undone.of('1')).toMatchObject({ outcome: 'updated' });
  expect(
    undone
      .of('1')
      ?.warnings.map(({ message }) => message)
      .join(' '),
  ).toContain(`edited since then, by ${ctx.actor.name}`);
});

test('RO-3 an undo keeps a number that was corrected and an employment that was removed since', async () => {
  const ctx = await testDistrict();
  const employments = [{ hireDate: '2020-07-25' }, { hireDate: '1920-07-25', terminationDate: '1921-06-30' }];
  const { id } = await insertPerson(ctx, { staffNumber: '1', lastName: 'Simpson', firstName: 'Pat' });
  const runId = await synchronize(
    ctx,
    record('1', { workPhone: '7635550100', employments }),
    record('2', { lastName: 'New', employments }),
  );
  const of = (personId: string) => readPerson(ctx, { id: personId, edited: true });
  const created = (await runResults(ctx, { runId, limit: 10 })).data.find(
    ({ staffNumber }) => staffNumber === '2',
  )?.personId as string;
  for (const [personId, staffNumber] of [
    [id, '11'],
    [created, '12'],
  ] as const) {
    const wrong =
      (await of(personId)).employments.find(({ hireDate }) => hireDate === '1920-07-25')?.id ?? '';
    const at = async () => ({ rev: (await of(personId)).rev, reason: 'HR was wrong' });
    await correctStaffNumber(ctx, { personId, correction: { ...(await at()), staffNumber } });
    await removeEmployment(ctx, { personId, removal: { ...(await at()), employmentId: wrong } });
  }
  const undone = await undo(ctx, runId);
  expect(undone.results.map(({ outcome }) => outcome)).not.toContain('failed');
  const changed = await of(id);
  expect(changed).toMatchObject({ staffNumber: '11', employments: [] });
  // The person that the commit created is kept, because it was edited since then.
  const stays = await of(created);
  expect(stays.staffNumber).toBe('12');
  expect(stays.employments.map(({ hireDate }) => hireDate)).not.toContain('1920-07-25');
});

test('the preview tells of each person what the undo then does', async () => {
  const { ctx, pat, runId } = await committed();
  await synchronize(
    ctx,
    record('1', { workPhone: '763-555-0100' }),
    record('2', { lastName: 'Latest' }),
    record('3'),
  );
  expect(await previewUndo(ctx, { runId })).toEqual({ people: 3, marked: 0, created: 2, editedSince: 2 });
  const preview = await previewPeople(ctx, { runId, limit: 10 });
  const edited = await previewPeople(ctx, { runId, limit: 10, edited: true });
  expect(edited.data.map(({ staffNumber }) => staffNumber).toSorted()).toEqual(['1', '2']);
  const first = await previewPeople(ctx, { runId, limit: 2 });
  const rest = await previewPeople(ctx, {
    runId,
    limit: 2,
    cursor: JSON.parse(Buffer.from(first.nextCursor ?? '', 'base64url').toString()),
  });
  expect([...first.data, ...rest.data]).toEqual(preview.data);
  expect(preview.data.find(({ personId }) => personId === pat.id)).toMatchObject({
    name: 'Simpson, Pat',
    outcome: 'updated',
  });
  const { results } = await undo(ctx, runId);
  expect(
    results.map((done) => [done.staffNumber, done.outcome, done.warnings.map((w) => w.message)]),
  ).toEqual(preview.data.map((row) => [row.staffNumber, row.outcome, row.kept]));
});

test('RO-1 people whom a commit only marked as managed by HR are counted apart, and so by the undo of its undo', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '1', gender: 'F' });
  await insertPerson(ctx, { staffNumber: '2', gender: 'M' });
  const bare = (staffNumber: string) => ({ staffNumber, lastName: 'Simpson', firstName: 'Pat', gender: 'F' });
  const runId = await synchronize(ctx, bare('1'), bare('2'), bare('3'));
  const counted = { people: 2, marked: 1, editedSince: 0 };
  expect(await previewUndo(ctx, { runId })).toEqual({ ...counted, created: 1 });
  const undone = await undo(ctx, runId);
  expect(await previewUndo(ctx, { runId: undone.runId })).toEqual({ ...counted, created: 0 });
  // What the undo restored is nobody's edit.
  expect(await previewUndo(ctx, { runId })).toEqual({ ...counted, created: 1 });
});

test('POS-11 a person the commit created stays if a section hangs on them, and is Campus’s own again', async () => {
  const { ctx, runId } = await committed();
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const section = ctx.newId();
    await textRun(
      tx,
      "insert into section (district_id, id, school_number, name) values ($1, $2, '010', 'Algebra')",
      [tx.districtId, section],
    );
    await textRun(
      tx,
      `insert into section_staff (district_id, id, section_id, assignment_id)
       select $1, $2, $3, d.id from district_assignment d
         join person p on p.district_id = $1 and p.id = d.person_id and p.staff_number = '2'
        where d.district_id = $1`,
      [tx.districtId, ctx.newId(), section],
    );
  });
  const undone = await undo(ctx, runId);
  expect(undone.of('2')?.warnings[0]?.message).toContain('linked to Algebra');
  expect(undone.of('3')).toMatchObject({ outcome: 'removed', warnings: [] });
  const people = await run(
    ctx,
    'select staff_number, hr_managed_at from person where district_id = $1 order by staff_number',
  );
  expect(people).toEqual([
    { staff_number: '1', hr_managed_at: null },
    { staff_number: '2', hr_managed_at: null },
  ]);
});

test('STAFF-1 a person whose number somebody else got meanwhile is not restored', async () => {
  const { ctx, runId } = await committed();
  const undone = await undo(ctx, runId);
  await insertPerson(ctx, { staffNumber: ' 2 ' });
  const redone = await undo(ctx, undone.runId);
  expect(redone.of('2')).toMatchObject({ outcome: 'held' });
  expect(redone.of('2')?.warnings[0]?.message).toContain('Staff number 2 now belongs to someone else');
  expect(redone.of('3')).toMatchObject({ outcome: 'created' });
});

test('a title and an address that others use by now stay', async () => {
  const { ctx, runId } = await committed();
  await insertPerson(ctx, { positions: [{ startDate: '2021-01-01', titleCode: 'T2' }] });
  await undo(ctx, runId);
  expect(await run(ctx, "select code from title where district_id = $1 and code like 'T_'")).toEqual([
    { code: 'T2' },
  ]);
});

test('SYNC-1 an undo is its own run in the history, and to HR no synchronization', async () => {
  const { ctx, runId } = await committed();
  const recipient = await insertRecipient(ctx, 'recipient', 'HR Sync Commit');
  const submitted = await submitUndo(ctx, { runId });
  expect(await syncStatus(ctx)).toMatchObject({ status: 'committing', job: { kind: 'commit', total: 3 } });
  await expect(startSync(ctx)).rejects.toThrow(/an undo job is under way/);
  await expect(submitUndo(ctx, { runId })).rejects.toBeInstanceOf(Conflict);
  await work(ctx, submitted);
  expect(await syncStatus(ctx)).toMatchObject({ runId, status: 'committed', allowed: ['start'] });
  expect(await commitJobStatus(ctx)).toMatchObject({ created: 2, updated: 1 });
  await expect(commitResults(ctx, { runId: submitted.runId, limit: 10 })).rejects.toBeInstanceOf(NotFound);
  const [latest, first] = (await listRuns(ctx, { limit: 10 })).data;
  expect(latest).toMatchObject({
    runId: submitted.runId,
    status: 'committed',
    undoes: { runId },
    undoable: true,
    counts: { created: 0, updated: 1, removed: 2, held: 0 },
  });
  expect(first).toMatchObject({ runId, undoneBy: { runId: submitted.runId, status: 'committed' } });
  const messages = (await inboxOf(ctx, recipient)).filter(({ subject }) => subject.includes('undone'));
  expect(messages).toMatchObject([
    { body: expect.stringContaining('1 restored, 0 created again, 2 removed') },
  ]);
  const audit = await run(
    ctx,
    "select action, target from audit_event where district_id = $1 and action like 'sync.und%' order by id",
  );
  expect(audit).toEqual([
    { action: 'sync.undo', target: runId },
    { action: 'sync.undone', target: runId },
  ]);
});

test('a live synchronization, another district’s run and one that changed nobody are not undone', async () => {
  const { ctx, runId } = await committed();
  const other = await testDistrict();
  await expect(submitUndo(other, { runId })).rejects.toBeInstanceOf(NotFound);
  const again = await synchronize(ctx, record('1'), record('2'), record('3'));
  await expect(submitUndo(ctx, { runId: again })).rejects.toThrow(/changed nobody/);
  await startSync(ctx);
  await expect(submitUndo(ctx, { runId })).rejects.toThrow(/is live/);
  expect(await pastRun(ctx, { runId })).toMatchObject({ undoneBy: null, undoable: true });
});

test('a commit is undone until its undo is undone, and an undo that restored nothing undoes nothing', async () => {
  const { ctx, runId } = await committed();
  const undoneBy = async () => (await pastRun(ctx, { runId })).undoneBy?.runId ?? null;
  const first = await undo(ctx, runId);
  await undo(ctx, runId);
  expect(await undoneBy()).toBe(first.runId);
  await undo(ctx, first.runId);
  expect(await undoneBy()).toBeNull();
});

test('RO-2 a person’s history says of each change whether a commit or its undo made it', async () => {
  const { ctx, pat, runId } = await committed();
  await undo(ctx, runId);
  const { history } = await readPerson(ctx, { id: pat.id });
  // What people share, such as a title, has its own entry.
  expect(history.map(({ how }) => how)).toEqual(['undo', 'undo', 'commit']);
});
