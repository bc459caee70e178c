import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../failure.ts';
import { createStaffMember } from '../../staff/create.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { submitCommit } from '../../sync/commit/commit.ts';
import { endSync } from '../../sync/run/end.ts';
import { startSync } from '../../sync/run/start.ts';
import { syncStatus } from '../../sync/run/status.ts';
import { transferStaff } from '../../sync/transfer/transfer.ts';
import { submitUndo } from '../../sync/undo/submit-undo.ts';
import { validateSync } from '../../sync/validate/validate.ts';
import { runJob } from '../../worker/start-worker.ts';
import { editDemographics } from '../edit/demographics.ts';
import { editEmployments } from '../edit/employments.ts';
import { editPositions } from '../edit/positions.ts';
import { readPerson } from '../read-person.ts';
import { lockPerson } from './lock-person.ts';
import { unlockPerson } from './unlock-person.ts';

const district = () =>
  testDistrict({
    actor: {
      kind: 'user',
      id: '01900000-0000-7000-8000-000000000001',
      name: 'Morgan, Alex',
      username: 'alex',
    },
  });
const later = (ctx: Context, hours: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + hours * 3_600_000),
});
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it was not refused'),
    (error) => error,
  );

const SENT = {
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  workPhone: '7635550100',
  employments: [{ hireDate: '2024-07-01' }],
  positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2024-08-01' }],
};
const hired = async (ctx: Context) => (await createStaffMember(ctx, SENT)).staffMember.id;
const put = (ctx: Context, json: object) =>
  updateStaffMember(ctx, { staffNumber: '10058', json, ifMatch: null });
const read = (ctx: Context, id: string) => readPerson(ctx, { id, edited: true });
const unlock = (ctx: Context, personId: string, hours = 2) =>
  unlockPerson(ctx, { personId, request: { hours, reason: 'HR is down, 123-45-6789' } });

async function edit(ctx: Context, id: string, over: object) {
  const { rev, staffNumber, lastName, firstName, middleName, ...rest } = await read(ctx, id);
  const { gender, birthDate, workPhone, cellPhone, otherPhone, workEmail, personalEmail } = rest;
  const names = { lastName: lastName ?? '', firstName: firstName ?? '', middleName };
  const contacts = { workPhone, cellPhone, otherPhone, workEmail, personalEmail };
  await editDemographics(ctx, {
    personId: id,
    edit: { rev, staffNumber, ...names, gender, birthDate, ...contacts, ...over },
  });
}
async function synchronize(ctx: Context, json: object): Promise<string> {
  await startSync(ctx);
  await transferStaff(ctx, { records: [{ value: json }], pointer: '/staffMembers' });
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
  await work(ctx, await submitCommit(ctx));
  const { runId } = await syncStatus(ctx);
  return runId as string;
}
const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
const undo = async (ctx: Context, runId: string) => work(ctx, await submitUndo(ctx, { runId }));
const drift = async (ctx: Context, id: string) => (await read(ctx, id)).drift;

test('RO-5 an unlocked person can be edited until the lock comes back by itself', async () => {
  const ctx = await district();
  const id = await hired(ctx);
  expect(await refusal(edit(ctx, id, { workPhone: '1' }))).toBeInstanceOf(Conflict);
  const until = later(ctx, 2).now.toISOString();
  expect(await unlock(ctx, id)).toMatchObject({ until });
  expect((await read(ctx, id)).unlock).toEqual({
    at: ctx.now.toISOString(),
    by: 'Morgan, Alex',
    until,
    reason: 'HR is down, ***-**-****',
  });
  await edit(later(ctx, 1.9), id, { workPhone: '7635550199' });
  const after = later(ctx, 2);
  expect(await refusal(edit(after, id, { workPhone: '1' }))).toBeInstanceOf(Conflict);
  expect(await read(after, id)).toMatchObject({
    unlock: null,
    drift: [{ what: 'work phone', hr: '7635550100', campus: '7635550199' }],
  });
  expect((await read(after, id)).history[0]?.changes[0]).toMatchObject({
    rule: 'RO-5',
    reason: 'Morgan, Alex changed this in Campus: work phone. Emergency unlock: HR is down, ***-**-****',
  });
});

test('RO-5 an unlock and its end are audited; a person is unlocked once, and only if HR manages them', async () => {
  const ctx = await district();
  const id = await hired(ctx);
  await unlock(ctx, id, 24);
  expect((await refusal(unlock(ctx, id))).message).toContain('Morgan, Alex unlocked this person already');
  await lockPerson(later(ctx, 1), { personId: id });
  expect((await read(later(ctx, 1), id)).unlock).toBeNull();
  expect(await refusal(edit(later(ctx, 1), id, { workPhone: '1' }))).toBeInstanceOf(Conflict);
  expect(await refusal(lockPerson(later(ctx, 1), { personId: id }))).toBeInstanceOf(Conflict);
  await unlock(later(ctx, 1), id);
  const own = await insertPerson(ctx, { lastName: 'Brown', staffNumber: '10059' });
  expect(await refusal(unlock(ctx, own.id))).toBeInstanceOf(Conflict);
  expect(await refusal(unlock(ctx, ctx.newId()))).toBeInstanceOf(NotFound);
  const events = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      `select action, target, detail from audit_event
       where district_id = $1 and action in ('person.unlock', 'person.lock') order by occurred_at, id`,
      [tx.districtId],
    ),
  );
  const reason = 'HR is down, ***-**-****';
  expect(events).toEqual([
    { action: 'person.unlock', target: id, detail: { hours: 24, reason } },
    { action: 'person.lock', target: id, detail: {} },
    { action: 'person.unlock', target: id, detail: { hours: 2, reason } },
  ]);
});

test('RO-5 employments and positions are unlocked, too, and HR’s next list of them ends their drift', async () => {
  const ctx = await district();
  const id = await hired(ctx);
  await unlock(ctx, id);
  const { rev, positions } = await read(ctx, id);
  const [position] = positions;
  await editPositions(ctx, {
    personId: id,
    edit: {
      rev,
      positions: [
        {
          id: position?.id as string,
          schoolNumber: '010',
          assignmentCode: '20',
          titleCode: null,
          startDate: '2024-08-01',
          endDate: '2026-06-30',
        },
      ],
    },
  });
  await editEmployments(ctx, { personId: id, edit: { rev: rev + 1, employments: [] } });
  expect(await drift(ctx, id)).toEqual([
    { what: 'position', hr: '010 · 20 · 2024-08-01 – open', campus: '010 · 20 · 2024-08-01 – 2026-06-30' },
    { what: 'employment', hr: '2024-07-01 – open', campus: null },
  ]);
  await put(ctx, { positions: SENT.positions });
  expect((await drift(ctx, id)).map(({ what }) => what)).toEqual(['employment']);
  await put(ctx, { employments: SENT.employments });
  expect(await drift(ctx, id)).toEqual([]);
  expect((await read(ctx, id)).employments).toHaveLength(1);
});

test('RO-5 HR’s record is written also while the person is unlocked; what it says again is no drift', async () => {
  const ctx = await district();
  const id = await hired(ctx);
  await unlock(ctx, id);
  await edit(ctx, id, { workPhone: '7635550199', lastName: 'Brown' });
  // HR agrees with one change, and says nothing of the other.
  await put(ctx, { workPhone: '763-555-0199' });
  expect(await drift(ctx, id)).toEqual([{ what: 'last name', hr: 'Simpson', campus: 'Brown' }]);
  await put(ctx, { lastName: 'Simpson' });
  expect(await read(ctx, id)).toMatchObject({ lastName: 'Simpson', workPhone: '7635550199', drift: [] });
});

test('RO-5 a synchronization replaces what was changed, also where it agrees; its undo keeps later edits', async () => {
  const ctx = await district();
  const id = await hired(ctx);
  await unlock(ctx, id, 24);
  await edit(ctx, id, { workPhone: '7635550199' });
  await synchronize(ctx, { ...SENT, workPhone: '7635550199' });
  expect(await drift(ctx, id)).toEqual([]);
  await edit(ctx, id, { workPhone: '7635550111' });
  const first = await synchronize(ctx, SENT);
  expect(await read(ctx, id)).toMatchObject({ workPhone: '7635550100', drift: [] });
  await undo(ctx, first);
  expect((await read(ctx, id)).workPhone).toBe('7635550111');
  const second = await synchronize(ctx, SENT);
  await edit(ctx, id, { workPhone: '7635550122' });
  await undo(ctx, second);
  expect(await read(ctx, id)).toMatchObject({
    workPhone: '7635550122',
    drift: [{ what: 'work phone', hr: '7635550100', campus: '7635550122' }],
  });
});
