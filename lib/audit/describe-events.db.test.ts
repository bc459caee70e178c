import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { insertUser } from '../auth/testing/user.ts';
import type { Context } from '../context.ts';
import { newClient } from '../credentials/new-client.ts';
import { combinePeople } from '../people/combine/combine.ts';
import { startSync } from '../sync/run/start.ts';
import type { AuditAction } from './actions.ts';
import { describeEvents } from './describe-events.ts';
import { listEvents } from './list-events.ts';
import { recordAudit } from './record-audit.ts';

const sentences = async (ctx: Context) =>
  (await listEvents(ctx, { search: '', page: 1, limit: 50 })).data.map(({ sentence }) =>
    sentence.map(({ text }) => text).join(''),
  );
const described = (ctx: Context, ...events: Parameters<typeof describeEvents>[2][number][]) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) =>
    (await describeEvents(ctx, tx, events)).map(({ sentence }) => sentence),
  );

test('runs, clients and users are named, with a link where there is a page', async () => {
  const ctx = await testDistrict();
  const userId = await insertUser(ctx, { username: 'ann', name: 'Ann Lee' });
  const { clientId } = await newClient(ctx, { name: 'Payroll', scopes: ['staff.sync'], expiresOn: null });
  const { run } = await startSync(ctx);
  expect((await sentences(ctx)).toSorted()).toEqual([
    'Created the API client Payroll. Scopes: staff.sync.',
    expect.stringMatching(/^Started the synchronization of \d+\/\d+\/\d{4} \d+:\d\d [AP]M\.$/),
  ]);
  const [edited, notified, cancelled] = await described(
    ctx,
    { action: 'user.edit', target: 'ann', detail: null },
    { action: 'notification.create', target: ctx.newId(), detail: { type: 'HR-Staff', added: [userId] } },
    { action: 'sync.cancel', target: run.runId, detail: { state: 'transferring' } },
    { action: 'client.test', target: clientId, detail: null },
  );
  expect(edited).toEqual([{ text: 'Edited the user Lee, Ann (ann).' }]);
  expect(notified).toEqual([{ text: 'Created a notification of HR-Staff. Recipients added: Lee, Ann.' }]);
  expect(cancelled?.[1]).toEqual({
    text: expect.stringContaining('the synchronization of'),
    href: `/business-office/synchronization/${run.runId}`,
  });
});

test('a search finds the words of the sentences, in any order, with recorded values and names', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx, { username: 'ann', name: 'Ann Lee' });
  await newClient(ctx, { name: 'Payroll', scopes: ['staff.sync'], expiresOn: null });
  await startSync(ctx);
  const record = (action: AuditAction, target: string, detail: Record<string, unknown> | null) =>
    ctx.db.inDistrict(ctx.district.id, (tx) => recordAudit(ctx, tx, { action, target, detail }));
  await record('user.reset-password', 'ann', null);
  await record('sync.holdOut', '7', { staffNumbers: ['7'], reason: 'Paid by the county' });
  const found = async (search: string) =>
    (await listEvents(ctx, { search, page: 1, limit: 50 })).data.map(({ action }) => action);
  expect(await found('temporary password')).toEqual(['user.reset-password']);
  expect(await found('Gave Lee, Ann (ann) a temporary password.')).toEqual(['user.reset-password']);
  expect(await found('commits county excluded')).toEqual(['sync.holdOut']);
  expect(await found('started a transfer')).toEqual(['sync.start']);
  expect(await found('API client Payroll')).toEqual(['client.create']);
  expect(await found('temporary county')).toEqual([]);
});

test('a person who was combined has the name they had', async () => {
  const ctx = await testDistrict();
  const base = await insertPerson(ctx, { lastName: 'Brown', firstName: 'Kim' });
  const other = await insertPerson(ctx, { lastName: 'Brown', firstName: 'Al' });
  await combinePeople(ctx, { baseId: base.id, otherId: other.id, baseRev: 1, otherRev: 1 });
  expect(await sentences(ctx)).toEqual(['Combined Brown, Al into Brown, Kim.']);
});

test('what Campus no longer has, or never had, is not named by its id; nothing of another district is named', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  const { id } = await insertPerson(other, { lastName: 'Else', firstName: 'Kim' });
  await insertUser(other, { username: 'else', name: 'Kim Else' });
  const sentencesOf = await described(
    ctx,
    { action: 'person.edit', target: id, detail: null },
    { action: 'person.edit', target: 'no id', detail: null },
    { action: 'user.edit', target: 'else', detail: null },
    { action: 'address.merge', target: ctx.newId(), detail: { dropped: ctx.newId() } },
    { action: 'sync.start', target: ctx.newId(), detail: null },
  );
  expect(sentencesOf.map(([part]) => part?.text)).toEqual([
    'Edited a person who is no longer in Campus.',
    'Edited a person who is no longer in Campus.',
    'Edited the user else.',
    'Merged an address that is no longer in Campus into an address that is no longer in Campus.',
    'Started a synchronization.',
  ]);
});
