import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Transaction } from '../../../db/client.ts';
import { textRow, textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { submitCommit } from '../commit/commit.ts';
import { excludePerson } from '../guards/exclusions.ts';
import { commitJobStatus } from '../run/status.ts';
import { committed, run, sentStaff, validated, work } from '../testing/in-district.ts';

const position = { schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' };

const resultsOf = async (ctx: Context) =>
  new Map((await committed(ctx)).results.map((result) => [result.staffNumber, result]));

/** A district in sync with the feed, and validated with it once more: nobody has anything to be done. */
async function inSync(...records: object[]) {
  const ctx = await testDistrict();
  await validated(ctx, ...records);
  await resultsOf(ctx);
  await validated(ctx, ...records);
  return ctx;
}

const phones = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      'select staff_number as number, work_phone as phone from person where district_id = $1 order by 1',
      [tx.districtId],
    ),
  );

/** Shows who was planned: a skipped person keeps this value, a planned person gets HR's. */
const hideChange = (ctx: Context, staffNumber: string) =>
  run(
    ctx,
    "update person set work_phone = '555-9999' where district_id = $1 and staff_number = $2",
    staffNumber,
  );

test('SYNC-6 people whose plan was empty at validation are skipped, each with a result and counted', async () => {
  const ctx = await inSync(sentStaff('1'), sentStaff('2'));
  await hideChange(ctx, '1');
  const results = await resultsOf(ctx);
  expect([...results.values()].map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  expect(await phones(ctx)).toEqual([
    { number: '1', phone: '555-9999' },
    { number: '2', phone: '555-0100' },
  ]);
  expect(await commitJobStatus(ctx)).toMatchObject({ total: 2, processed: 2, unchanged: 2 });
});

test('SYNC-6 once nobody has to be marked, several rows of unchanged people are settled in one transaction', async () => {
  const numbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
  const ctx = await inSync(...numbers.map((number) => sentStaff(number)));
  await run(
    ctx,
    `with whole as (delete from unchanged_staff where district_id = $1 returning *)
     insert into unchanged_staff
     select district_id, validation_id, seq, array[seq], array[person_id], array[rev], warnings, kept_positions, kept_by
       from whole, unnest(seqs, person_ids, revs) as one(seq, person_id, rev)`,
  );
  await hideChange(ctx, '5');
  const results = await resultsOf(ctx);
  expect([...results.values()].map(({ outcome }) => outcome)).toEqual(numbers.map(() => 'unchanged'));
  expect((await phones(ctx)).filter(({ phone }) => phone === '555-9999')).toHaveLength(1);
  expect(await commitJobStatus(ctx)).toMatchObject({ total: 9, processed: 9, unchanged: 9 });
  const written = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ people: number }>(
      tx,
      `select count(*)::integer as people from sync_result
        where district_id = $1 and run_id = (select id from sync_run where district_id = $1 order by started_at desc limit 1)
        group by xmin::text order by 1`,
      [tx.districtId],
    ),
  );
  // Two side by side find out that nobody has to be marked.
  expect(written).toEqual([{ people: 1 }, { people: 1 }, { people: 2 }, { people: 5 }]);
});

test('RO-1 people for whom HR and Campus agree from the start are skipped and marked, and the journal says so', async () => {
  const ctx = await testDistrict();
  const same = { lastName: 'Simpson', firstName: 'Pat', gender: 'F', workPhone: '555-0100' };
  const { id } = await insertPerson(ctx, { ...same, staffNumber: '1', positions: [position] });
  await insertPerson(ctx, { ...same, staffNumber: '2', positions: [position] });
  await validated(ctx, sentStaff('1'), sentStaff('2'));
  await hideChange(ctx, '1');
  await updateStaffMember(ctx, { staffNumber: '2', json: { workPhone: '555-0777' }, ifMatch: null });
  const results = await resultsOf(ctx);
  expect([results.get('1')?.outcome, results.get('2')?.outcome]).toEqual(['unchanged', 'updated']);
  expect(await phones(ctx)).toMatchObject([{ phone: '555-9999' }, { phone: '555-0100' }]);

  const person = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<{ changes: unknown }>(
      tx,
      `select p.rev, p.hr_managed_at is not null as managed, j.rev as "journalRev", j.run_id is not null as "ofRun", j.changes
         from person p join change_journal j on j.district_id = $1 and j.person_id = p.id
        where p.district_id = $1 and p.id = $2`,
      [tx.districtId, id],
    ),
  );
  expect(person).toMatchObject({ rev: 2, managed: true, journalRev: 2, ofRun: true });
  expect(person?.changes).toEqual([
    {
      table: 'person',
      op: 'update',
      id,
      before: { hrManagedAt: null },
      after: { hrManagedAt: expect.any(String) },
      rule: 'RO-1',
      reason: expect.any(String),
    },
  ]);
});

test('RO-1 someone who is touched while the mark is being written is planned, and so are the others of the batch', async () => {
  const ctx = await testDistrict();
  const same = { lastName: 'Simpson', firstName: 'Pat', gender: 'F', workPhone: '555-0100' };
  for (const staffNumber of ['1', '2'])
    await insertPerson(ctx, { ...same, staffNumber, positions: [position] });
  await validated(ctx, sentStaff('1'), sentStaff('2'));
  const submitted = await submitCommit(ctx);
  const committing = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await textRun(
      tx,
      "update person set work_phone = '555-0777', rev = rev + 1 where district_id = $1 and staff_number = '1'",
      [tx.districtId],
    );
    const done = work(ctx, submitted);
    await untilSomeoneWaits(tx);
    return { done };
  });
  await committing.done;
  expect(await phones(ctx)).toMatchObject([{ phone: '555-0100' }, { phone: '555-0100' }]);
  expect(await commitJobStatus(ctx)).toMatchObject({ processed: 2, updated: 1, unchanged: 1, failed: 0 });
});

/** Until somebody waits for a row that this transaction has written. */
async function untilSomeoneWaits(tx: Transaction): Promise<void> {
  const look = 'select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)) limit 1';
  for (let looks = 0; looks < 500; looks += 1) {
    if (await textRow(tx, look)) return;
    await pause(20);
  }
  throw new Error('Nobody waits.');
}

test('SYNC-6 someone touched since the validation is planned again, the others are skipped', async () => {
  const ctx = await inSync(sentStaff('1'), sentStaff('2'), sentStaff('3'));
  await hideChange(ctx, '1');
  await updateStaffMember(ctx, { staffNumber: '2', json: { workPhone: '555-0777' }, ifMatch: null });
  const results = await resultsOf(ctx);
  expect([...results.values()].map(({ outcome }) => outcome)).toEqual(['unchanged', 'updated', 'unchanged']);
  expect(await phones(ctx)).toMatchObject([
    { phone: '555-9999' },
    { phone: '555-0100' },
    { phone: '555-0100' },
  ]);
});

test('SYNC-7 someone whose number another person has by now fails, though the plan was empty', async () => {
  const ctx = await inSync(sentStaff('1'));
  await insertPerson(ctx, { staffNumber: '1 ' });
  expect((await resultsOf(ctx)).get('1')).toMatchObject({ outcome: 'failed' });
});

test('POS-11 a position that was kept for its link is removed when nothing is linked to it any more', async () => {
  const ctx = await testDistrict();
  const linked = { ...position, startDate: '2019-08-01', endDate: '2019-12-31', section: 'Algebra' };
  await insertPerson(ctx, { staffNumber: '1', lastName: 'Simpson', firstName: 'Pat', positions: [linked] });
  for (const _ of [1, 2]) {
    await validated(ctx, sentStaff('1'), sentStaff('2'));
    await resultsOf(ctx);
  }
  const positions = () =>
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRows(tx, 'select start_date from district_assignment a where district_id = $1 order by 1', [
        tx.districtId,
      ]),
    );
  expect(await positions()).toHaveLength(3);

  await validated(ctx, sentStaff('1'), sentStaff('2'));
  expect((await resultsOf(ctx)).get('1')).toMatchObject({
    outcome: 'unchanged',
    warnings: [{ code: 'positionKept' }],
  });
  await validated(ctx, sentStaff('1'), sentStaff('2'));
  await run(ctx, 'delete from section_staff where district_id = $1');
  expect((await resultsOf(ctx)).get('1')).toMatchObject({ outcome: 'updated' });
  expect(await positions()).toHaveLength(2);
});

test('REF-2 nobody is skipped once a reference value is another than at validation', async () => {
  const ctx = await inSync(sentStaff('1'));
  await run(ctx, "update school set active = false where district_id = $1 and school_number = '010'");
  const results = await resultsOf(ctx);
  expect(results.get('1')?.warnings.map(({ code }) => code)).toContain('inactiveCode');
});

test('SYNC-13 someone who is held out is held, though there was nothing to do', async () => {
  const ctx = await inSync(sentStaff('1'), sentStaff('2'));
  await excludePerson(ctx, { staffNumber: '1', reason: 'On leave' });
  const results = await resultsOf(ctx);
  expect([results.get('1')?.outcome, results.get('2')?.outcome]).toEqual(['held', 'unchanged']);
});

test('SYNC-10 a job that runs again counts skipped people once', async () => {
  const ctx = await inSync(sentStaff('1'), sentStaff('2'));
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  await run(
    ctx,
    "update sync_run set status = 'committing' where district_id = $1 and id = $2",
    submitted.runId,
  );
  await run(
    ctx,
    "update sync_job set status = 'running' where district_id = $1 and id = $2",
    submitted.jobId,
  );
  await work(ctx, submitted);
  expect(await commitJobStatus(ctx)).toMatchObject({ status: 'completed', processed: 2, unchanged: 2 });
});
