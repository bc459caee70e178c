import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import type { ToolRight } from '../access/rights.ts';
import { insertUser } from '../auth/testing/user.ts';
import type { Context } from '../context.ts';
import { Forbidden, Invalid, NotFound } from '../failure.ts';
import { findCandidates } from './find-candidates.ts';
import { listNotifications } from './list-notifications.ts';
import { createNotification, editNotification } from './save-notification.ts';
import { asUser } from './testing/recipient.ts';

let ctx: Context;
const user = (username: string, name: string, ...rights: ToolRight[]) =>
  insertUser(ctx, { username, name, rights });

beforeEach(async () => {
  ctx = await testDistrict();
});

const audited = () =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ action: string; detail: object }>(
      tx,
      `select action, detail from audit_event where district_id = $1 and action like 'notification.%' order by id`,
      [tx.districtId],
    ),
  );

test('NOT-2 only users with District Employment or District Assignments are offered, by name or username', async () => {
  await user('aclark', 'Robin Clark', 'District Employment');
  await user('bdoe', 'Jan Doe', 'District Assignments', 'Notifications');
  await user('cpoe', 'Kim Poe', 'Notifications', 'User Security');
  await insertUser(ctx, {
    username: 'gone',
    name: 'Lee Gone',
    rights: ['District Employment'],
    disabledAt: ctx.now,
  });
  const found = async (search: string) =>
    (await findCandidates(ctx, { search })).data.map(({ username }) => username);
  expect(await found('')).toEqual(['bdoe', 'aclark']);
  expect(await found('BDO')).toEqual(['bdoe']);
  expect(await found('clark, rob')).toEqual(['aclark']);
  expect(await found('poe')).toEqual([]);
  expect(await found('%')).toEqual([]);
});

test('NOT-2 who adds recipients needs one of these rights besides Notifications; removing takes none', async () => {
  const adder = asUser(ctx, await user('adder', 'Ann Adder', 'Notifications', 'District Assignments'));
  const clerk = asUser(ctx, await user('clerk', 'Cas Clerk', 'Notifications'));
  const [one, two] = [
    await user('one', 'One', 'District Employment'),
    await user('two', 'Two', 'District Employment'),
  ];
  const edit = { type: 'HR-Staff' as const, recipients: [one] };
  const refused = await createNotification(clerk, edit).catch((error) => error);
  expect(refused).toBeInstanceOf(Forbidden);
  expect(refused.message).toMatch(/“District Employment” or “District Assignments”/);
  const { id } = await createNotification(adder, { ...edit, recipients: [one, two] });
  await expect(
    editNotification(clerk, {
      id,
      edit: { ...edit, recipients: [one, two, await user('3', '3', 'District Employment')] },
    }),
  ).rejects.toBeInstanceOf(Forbidden);
  expect(await editNotification(clerk, { id, edit })).toMatchObject({ recipients: [{ id: one }] });
});

test('NOT-2 a user without the rights, or of another district, can’t be a recipient: which one is said', async () => {
  const one = await user('one', 'One', 'District Employment');
  const clerk = await user('clerk', 'Clerk', 'Notifications');
  const other = await testDistrict();
  const theirs = await insertUser(other, { rights: ['District Employment'] });
  const failure = await createNotification(ctx, {
    type: 'HR-Staff',
    recipients: [one, clerk, theirs],
  }).catch((error) => error);
  expect(failure).toBeInstanceOf(Invalid);
  expect(failure.errors).toMatchObject([{ pointer: '/recipients/1' }, { pointer: '/recipients/2' }]);
  expect((await listNotifications(ctx)).data).toEqual([]);
});

test('NOT-3 new, edited, and deleted once all recipients are removed; each is audited', async () => {
  const [one, two] = [
    await user('one', 'One', 'District Employment'),
    await user('two', 'Two', 'District Assignments'),
  ];
  await expect(createNotification(ctx, { type: 'HR-Staff', recipients: [] })).rejects.toBeInstanceOf(Invalid);
  const { id } = await createNotification(ctx, { type: 'HR-Staff', recipients: [one, one] });
  await editNotification(ctx, { id, edit: { type: 'HR Sync Commit', recipients: [one, two] } });
  expect((await listNotifications(ctx)).data).toMatchObject([
    { id, type: 'HR Sync Commit', createdBy: 'Test', recipients: [{ username: 'one' }, { username: 'two' }] },
  ]);
  expect(await editNotification(ctx, { id, edit: { type: 'HR Sync Commit', recipients: [] } })).toBeNull();
  expect((await listNotifications(ctx)).data).toEqual([]);
  await expect(
    editNotification(ctx, { id, edit: { type: 'HR-Staff', recipients: [one] } }),
  ).rejects.toBeInstanceOf(NotFound);
  expect(await audited()).toEqual([
    { action: 'notification.create', detail: { type: 'HR-Staff', added: [one] } },
    { action: 'notification.edit', detail: { type: 'HR Sync Commit', added: [two], removed: [] } },
    { action: 'notification.delete', detail: { type: 'HR Sync Commit', added: [], removed: [one, two] } },
  ]);
});

test('another district’s notification is as unknown as one that is not there', async () => {
  const one = await user('one', 'One', 'District Employment');
  const { id } = await createNotification(ctx, { type: 'HR-Staff', recipients: [one] });
  const other = await testDistrict();
  await expect(
    editNotification(other, { id, edit: { type: 'HR-Staff', recipients: [] } }),
  ).rejects.toBeInstanceOf(NotFound);
  expect((await listNotifications(other)).data).toEqual([]);
});
