import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { listEvents } from '../audit/list-events.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { readPerson } from '../people/read-person.ts';
import { readValidation } from '../report/read-validation.ts';
import { updateStaffMember } from '../staff/update.ts';
import { runJob } from '../worker/start-worker.ts';
import { submitCommit } from './commit/commit.ts';
import { commitAndWait } from './commit/commit-and-wait.ts';
import { runResults } from './commit/results.ts';
import { endSync } from './run/end.ts';
import { startSync } from './run/start.ts';
import { readSettings, type SyncSettings, saveSettings } from './settings.ts';
import { transferStaff } from './transfer/transfer.ts';
import { submitUndo } from './undo/submit-undo.ts';
import { validateSync } from './validate/validate.ts';

const NONE: SyncSettings = { commitLimit: null, keepUnlistedPositions: false, initialIsNoChange: false };
const choose = (ctx: Context, chosen: Partial<SyncSettings>) => saveSettings(ctx, { ...NONE, ...chosen });

const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });

async function validate(ctx: Context, ...records: object[]) {
  await startSync(ctx);
  await transferStaff(ctx, { records: records.map((value) => ({ value })), pointer: '/staffMembers' });
  await endSync(ctx);
  const submitted = await validateSync(ctx);
  await work(ctx, submitted);
  return readValidation(ctx, submitted);
}
async function commit(ctx: Context) {
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  const { data } = await runResults(ctx, { runId: submitted.runId, limit: 10 });
  return { runId: submitted.runId, outcomes: data.map(({ outcome }) => outcome) };
}
const names = async (ctx: Context, id: string) =>
  (await readPerson(ctx, { id })).identities.map(
    ({ lastName, middleName, current }) => `${lastName} ${middleName}${current ? '*' : ''}`,
  );

const brown = (over: object = {}) => ({
  ...{ staffNumber: '10058', lastName: 'Brown', firstName: 'Allison', middleName: 'M', gender: 'F' },
  ...over,
});
const stored = (ctx: Context, over: object = {}) =>
  insertPerson(ctx, { ...brown({ middleName: 'May' }), ...over });

test('ID-6 without the choice an initial is a difference, and the report counts such people separately', async () => {
  const ctx = await testDistrict();
  const { id } = await stored(ctx);
  await stored(ctx, { staffNumber: '2' });
  await stored(ctx, { staffNumber: '3' });
  const { summary, sections } = await validate(
    ctx,
    brown(),
    brown({ staffNumber: '2', middleName: 'J' }),
    brown({ staffNumber: '3', lastName: 'Simpson' }),
  );
  expect(summary.demographics).toMatchObject({ people: 3, name: 3, middleInitial: 1 });
  expect(sections.demographics.entries.map(({ why }) => why.rule)).toEqual(['ID-6', 'ID-1', 'ID-1']);
  await commit(ctx);
  expect((await names(ctx, id)).sort()).toEqual(['Brown M*', 'Brown May']);
});

test('ID-6 with it a commit keeps the middle name, also where the last name changes, and an undo restores the name', async () => {
  const ctx = await testDistrict();
  await choose(ctx, { initialIsNoChange: true });
  const { id } = await stored(ctx);
  const { id: renamed } = await stored(ctx, { staffNumber: '2' });
  const { summary } = await validate(ctx, brown(), brown({ staffNumber: '2', lastName: 'Simpson' }));
  expect(summary.demographics).toMatchObject({ people: 1, name: 1, middleInitial: 0 });
  const { runId, outcomes } = await commit(ctx);
  expect(outcomes.sort()).toEqual(['unchanged', 'updated']);
  expect(await names(ctx, id)).toEqual(['Brown May*']);
  expect((await names(ctx, renamed)).sort()).toEqual(['Brown May', 'Simpson May*']);
  await work(ctx, await submitUndo(ctx, { runId }));
  expect(await names(ctx, id)).toEqual(['Brown May*']);
  expect(await names(ctx, renamed)).toEqual(['Brown May*']);
});

test('ID-6 a single call follows the choice, too', async () => {
  const ctx = await testDistrict();
  const { id } = await stored(ctx);
  const put = () =>
    updateStaffMember(ctx, { staffNumber: '10058', json: { middleName: 'M.' }, ifMatch: null });
  await choose(ctx, { initialIsNoChange: true });
  await put();
  expect(await names(ctx, id)).toEqual(['Brown May*']);
  await choose(ctx, { initialIsNoChange: false });
  await put();
  expect((await names(ctx, id)).sort()).toEqual(['Brown M.*', 'Brown May']);
});

test('ID-6 a commit follows the choice as it is then, not as it was at the validation', async () => {
  const ctx = await testDistrict();
  await choose(ctx, { initialIsNoChange: true });
  const { id } = await stored(ctx);
  expect((await validate(ctx, brown())).summary.demographics.people).toBe(0);
  await choose(ctx, { initialIsNoChange: false });
  expect((await commit(ctx)).outcomes).toEqual(['updated']);
  expect((await names(ctx, id)).sort()).toEqual(['Brown M*', 'Brown May']);
});

test('SYNC-11 positions that HR leaves out stay by choice', async () => {
  const ctx = await testDistrict();
  await choose(ctx, { keepUnlistedPositions: true });
  await stored(ctx, { positions: [{ startDate: '2020-01-01', assignmentCode: '20' }] });
  const { summary } = await validate(ctx, brown({ middleName: 'May', positions: [] }));
  expect(summary.assignments).toBe(0);
});

test('SYNC-8 above the chosen limit commit answers 409 and names the job', async () => {
  const ctx = await testDistrict();
  await choose(ctx, { commitLimit: 1 });
  await validate(ctx, brown(), brown({ staffNumber: '2' }));
  await expect(commitAndWait(ctx)).rejects.toThrow(Conflict);
});

test('the settings of another district stay as they are; a change is audited', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  const chosen = { commitLimit: 500, keepUnlistedPositions: true, initialIsNoChange: true };
  await saveSettings(ctx, chosen);
  const settingsOf = (of: Context) => of.db.inDistrict(of.district.id, readSettings);
  expect(await settingsOf(ctx)).toEqual(chosen);
  expect(await settingsOf(other)).toEqual(NONE);
  const { data } = await listEvents(ctx, { search: '', page: 1, limit: 10 });
  expect(data).toMatchObject([{ action: 'sync.settings', detail: { before: NONE, after: chosen } }]);
});
