import { expect, test } from 'vitest';
import { textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { TOOL_RIGHTS, type ToolRight } from '../../access/rights.ts';
import { insertUser } from '../../auth/testing/user.ts';
import type { Context } from '../../context.ts';
import { editClient } from '../../credentials/edit-client.ts';
import { generateSecret } from '../../credentials/generate-secret.ts';
import { asUser } from '../../notify/testing/recipient.ts';
import { createClient } from '../../oauth/create-client.ts';
import { combinePeople } from '../../people/combine/combine.ts';
import { previewCombination } from '../../people/combine/preview.ts';
import { correctStaffNumber } from '../../people/edit/correct-number.ts';
import { listPeople } from '../../people/list-people.ts';
import { approveHold } from '../../sync/guards/approve.ts';
import { excludePerson, includePerson } from '../../sync/guards/exclusions.ts';
import { saveGuards } from '../../sync/guards/save-guards.ts';
import { DEFAULT_GUARDS } from '../../sync/guards/schema.ts';
import { cancelSync } from '../../sync/run/cancel.ts';
import { startSync } from '../../sync/run/start.ts';
import { staffState } from '../staff.ts';
import { numbersToCorrect } from '../staff-numbers.ts';
import { commit, record, synchronize, undo, validate } from '../testing/synchronize.ts';
import { listActions } from './list-actions.ts';
import type { Action } from './schema.ts';

let users = 0;
async function admin(ctx: Context, rights: readonly ToolRight[] = TOOL_RIGHTS): Promise<Context> {
  users += 1;
  return asUser(ctx, await insertUser(ctx, { username: `admin-${users}`, rights }));
}
const daysLater = (ctx: Context, days: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
});
const kinds = async (ctx: Context) => inShort(await listActions(ctx));
const inShort = (actions: readonly Action[]) => actions.map(({ kind, count }) => [kind, count]);

test('nothing waits in an empty district, nor for a user without rights, nor of another district', async () => {
  const other = await testDistrict();
  await newClient(other);
  await used(other, 'api_client');
  const silent = daysLater(other, 9);
  expect(await listActions(daysLater(await admin(await testDistrict()), 9))).toEqual([]);
  expect(await listActions(await admin(silent, []))).toEqual([]);
  expect(await listActions(silent)).toEqual([]);
  expect(await kinds(await admin(silent))).toEqual([['clientSilent', 9]]);
});

test('a held commit waits for approval, then for Commit, and not once it is committed or cancelled', async () => {
  const ctx = await admin(await testDistrict());
  await saveGuards(ctx, { ...DEFAULT_GUARDS, leastPeople: 0 });
  await synchronize(ctx, [record('1'), record('2')]);
  const hold = async () => {
    await validate(ctx, [record('1'), record('2'), record('3')]);
    await expect(commit(ctx)).rejects.toThrow('approval');
  };
  await hold();
  expect(await listActions(ctx)).toMatchObject([{ kind: 'commitHeld', count: 3, subject: ctx.actor.name }]);
  expect(await listActions(await admin(ctx, ['Staff', 'API Credentials']))).toEqual([]);
  await approveHold(ctx, { reason: 'New school' });
  expect(await kinds(ctx)).toEqual([['commitApproved', 3]]);
  await commit(ctx);
  expect(await listActions(ctx)).toEqual([]);
  await validate(ctx, [record('1'), record('2'), record('3'), record('4')]);
  await expect(commit(ctx)).rejects.toThrow('approval');
  expect(await kinds(ctx)).toEqual([['commitHeld', 4]]);
  await cancelSync(ctx);
  expect(await listActions(ctx)).toEqual([]);
});

test('a held commit does not wait for the one who requested it, where a second person approves', async () => {
  const ctx = await admin(await testDistrict());
  await saveGuards(ctx, { ...DEFAULT_GUARDS, leastPeople: 0, secondPerson: true });
  await synchronize(ctx, [record('1'), record('2')]);
  await validate(ctx, [record('1'), record('2'), record('3')]);
  await expect(commit(ctx)).rejects.toThrow('approval');
  expect(await listActions(ctx)).toEqual([]);
  expect(await kinds(await admin(ctx))).toEqual([['commitHeld', 3]]);
});

test('people who failed wait until they are committed, or their commit is undone', async () => {
  const ctx = await admin(await testDistrict());
  const twins = [
    await insertPerson(ctx, { staffNumber: '7' }),
    await insertPerson(ctx, { staffNumber: '7' }),
  ];
  const runId = await synchronize(ctx, [record('7'), record('8')]);
  expect(await kinds(ctx)).toEqual([['peopleFailed', 1]]);
  const undone = await undo(ctx, runId);
  expect(await kinds(ctx)).toEqual([]);
  await undo(ctx, undone);
  expect(await listActions(ctx)).toMatchObject([{ kind: 'peopleFailed', runId }]);
  await startSync(ctx);
  expect(await kinds(ctx)).toContainEqual(['peopleFailed', 1]);
  await cancelSync(ctx);
  await giveNumber(ctx, twins[0]?.id, '9');
  expect(await kinds(ctx)).toEqual([['peopleFailed', 1]]);
  await synchronize(ctx, [record('7')]);
  expect(await listActions(ctx)).toEqual([]);
});

test('CMB-2 likely duplicates wait in the report, then in the commit, until they are combined', async () => {
  const ctx = await admin(await testDistrict());
  const same = { lastName: 'Brady', firstName: 'Jillian', cellPhone: '9503622819' };
  const { id } = await insertPerson(ctx, same);
  await validate(ctx, [record('209003', same), record('1')]);
  expect(await kinds(ctx)).toEqual([['likelyDuplicates', 1]]);
  await excludePerson(ctx, { staffNumber: '209003', reason: 'Ask' });
  expect(await listActions(ctx)).toEqual([]);
  await cancelSync(ctx);
  await includePerson(ctx, { staffNumber: '209003' });
  const runId = await synchronize(ctx, [record('209003', same), record('1')]);
  expect(await listActions(ctx)).toMatchObject([{ kind: 'likelyDuplicates', count: 1, runId }]);
  const undone = await undo(ctx, runId);
  expect(await listActions(ctx)).toEqual([]);
  await undo(ctx, undone);
  const asked = {
    search: '209003',
    among: 'everyone',
    filters: [],
    order: 'name',
    page: 1,
    limit: 5,
  } as const;
  const created = (await listPeople(ctx, asked)).data[0]?.id as string;
  const { baseRev, otherRev } = await previewCombination(ctx, { baseId: created, otherId: id });
  await combinePeople(ctx, { baseId: created, otherId: id, baseRev, otherRev });
  expect(await listActions(ctx)).toEqual([]);
});

test('CHK-2 placeholders, shared and missing numbers wait until they are corrected', async () => {
  const ctx = await admin(await testDistrict());
  const { id: tbd } = await insertPerson(ctx, { staffNumber: 'TBD' });
  const { id: pending } = await insertPerson(ctx, { staffNumber: 'PENDING' });
  const { id: pendingToo } = await insertPerson(ctx, { staffNumber: 'pending' });
  const { id: one } = await insertPerson(ctx, { staffNumber: '1' });
  await insertPerson(ctx, { staffNumber: '1' });
  const { id: none } = await insertPerson(ctx, { employments: [{ hireDate: '2020-01-01' }] });
  const numbers = async () => inShort(numbersToCorrect(await staffState(ctx)));
  expect(await numbers()).toEqual([
    ['placeholders', 3],
    ['sharedNumbers', 2],
    ['missingNumbers', 1],
  ]);
  for (const [id, staffNumber] of [
    [tbd, '41'],
    [pending, '44'],
    [pendingToo, '45'],
    [one, '42'],
    [none, '43'],
  ] as const)
    await giveNumber(ctx, id, staffNumber);
  expect(await numbers()).toEqual([]);
});

test('CRED-6 an old secret that ends waits while nobody uses the new one', async () => {
  const ctx = await admin(await testDistrict());
  const { id } = await newClient(ctx);
  expect(await listActions(ctx)).toEqual([]);
  await generateSecret(ctx, { id, overlap: '7d', appName: ctx.district.appName });
  expect(await listActions(ctx)).toMatchObject([
    { kind: 'secretEnds', subject: 'Payroll', at: daysLater(ctx, 7).now.toISOString() },
  ]);
  expect(await listActions(await admin(ctx, ['Synchronization']))).toEqual([]);
  expect(await listActions(daysLater(ctx, 8))).toEqual([]);
  await used(ctx, 'api_client_secret', 'expires_at is null');
  expect(await listActions(ctx)).toEqual([]);
});

test('a client waits two weeks before and after its last day, until it is extended or disabled', async () => {
  const ctx = await admin(await testDistrict());
  const { id } = await newClient(ctx);
  const edit = { name: 'Payroll', scopes: ['staff.read' as const], expiresOn: '2026-12-04', disabled: false };
  await editClient(ctx, { id, edit });
  expect(await kinds(ctx)).toEqual([['clientEnds', 1]]);
  expect(await kinds(daysLater(ctx, 12))).toEqual([['clientEnded', 1]]);
  expect(await kinds(daysLater(ctx, 40))).toEqual([]);
  await editClient(ctx, { id, edit: { ...edit, disabled: true } });
  expect(await listActions(ctx)).toEqual([]);
  await editClient(ctx, { id, edit: { ...edit, expiresOn: '2027-12-04' } });
  expect(await listActions(ctx)).toEqual([]);
});

test('a client that has called waits after seven silent days, until it calls again', async () => {
  const ctx = await admin(await testDistrict());
  await newClient(ctx);
  expect(await listActions(daysLater(ctx, 30))).toEqual([]);
  await used(ctx, 'api_client');
  expect(await listActions(daysLater(ctx, 6))).toEqual([]);
  const later = daysLater(ctx, 9);
  expect(await listActions(later)).toMatchObject([
    { kind: 'clientSilent', count: 9, at: ctx.now.toISOString() },
  ]);
  await used(later, 'api_client');
  expect(await listActions(later)).toEqual([]);
});

test('a feed whose last run failed waits until a run works', async () => {
  const ctx = await admin(await testDistrict());
  const feedId = ctx.newId();
  const write = (text: string, ...values: string[]) =>
    ctx.db.inDistrict(ctx.district.id, (tx) => textRun(tx, text, [tx.districtId, feedId, ...values]));
  await write(
    `insert into feed (district_id, id, name, source, days, at, policy, sets_aside, created_at, created_by, changed_at)
     values ($1, $2, 'Night', '{}', '{1}', '02:30', 'stop', true, now(), 'Pat', now())`,
  );
  expect(await listActions(ctx)).toEqual([]);
  const run = (status: string) =>
    write(
      `insert into feed_run (district_id, id, feed_id, trigger, requested_at, requested_by, status)
       values ($1, $3, $2, 'schedule', now(), 'Pat', $4)`,
      ctx.newId(),
      status,
    );
  await run('failed');
  expect(await listActions(ctx)).toMatchObject([{ kind: 'feedFailed', subject: 'Night' }]);
  expect(await listActions(await admin(ctx, ['API Credentials']))).toEqual([]);
  await run('transferred');
  expect(await listActions(ctx)).toEqual([]);
});

const giveNumber = (ctx: Context, personId: string | undefined, staffNumber: string) =>
  correctStaffNumber(ctx, { personId: personId ?? '', correction: { staffNumber, reason: 'Corrected' } });

const newClient = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => createClient(ctx, tx, { name: 'Payroll' }));

const used = (ctx: Context, table: 'api_client' | 'api_client_secret', where = 'true') =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, `update ${table} set last_used_at = $2 where district_id = $1 and ${where}`, [
      tx.districtId,
      ctx.now,
    ]),
  );
