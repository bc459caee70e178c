import type { Page } from '@playwright/test';
import { textRows } from '../../db/sql-text.ts';
import type { ToolRight } from '../../lib/access/rights.ts';
import { insertUser, PASSWORD } from '../../lib/auth/testing/user.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { pat, staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const PATH = '/business-office/notifications';
const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh <b>Maximiliana</b>';

const fill = async (ctx: Context) => {
  const rights: ToolRight[] = ['District Employment'];
  await insertUser(ctx, { username: 'rclark', name: 'Robin Clark', rights });
  await insertUser(ctx, { username: 'jdoe', name: 'Jan Doe', rights: ['District Assignments'] });
  await insertUser(ctx, { username: 'long', name: LONG, rights });
  await insertUser(ctx, { username: 'clerk', name: 'Cas Clerk', rights: ['Notifications'] });
};

const recipients = (page: Page) => page.getByRole('combobox', { name: 'Recipients' });
const saved = (page: Page) => page.getByRole('list', { name: 'Notifications' }).getByRole('listitem');
const inbox = (page: Page) => page.getByRole('list', { name: 'Messages' }).getByRole('listitem');

async function choose(page: Page, search: string, name: string): Promise<void> {
  await recipients(page).fill(search);
  await page.getByRole('option', { name }).click();
  await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
}

test('NOT-2 NOT-3 new, found by name, username and drop-down; edited; deleted once everyone is removed', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await fill(ctx);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByRole('heading', { level: 1, name: 'Business Office Notifications' })).toBeVisible();
  await page.getByRole('button', { name: 'New' }).click();
  await page.getByLabel('Type').selectOption('HR Sync Commit');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Choose at least one recipient.')).toBeVisible();
  await choose(page, 'robin', 'Robin Clark');
  await choose(page, 'jdo', 'Jan Doe');
  await recipients(page).fill('clerk');
  await expect(page.getByText('No user with these tool rights matches.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(saved(page)).toHaveText([/HR Sync Commit.*Jan Doe · Robin Clark/]);

  await saved(page).getByRole('button').click();
  await expect(page).toHaveURL(/notification=/);
  await page.getByRole('button', { name: 'Remove Jan Doe' }).click();
  await page.getByRole('button', { name: 'Show recipients' }).click();
  await page.getByRole('option', { name: LONG }).click();
  await page.getByLabel('Type').selectOption('HR-Staff');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(saved(page)).toHaveText([/HR-Staff.*Robin Clark · Wolfe.*<b>Maximiliana<\/b>/]);

  await saved(page).getByRole('button').click();
  await page.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByText('No recipients chosen.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('If all the recipients are removed, a notification is deleted.');
  await dialog.getByRole('button', { name: 'Delete notification' }).click();
  await expect(page.getByText('No notifications yet')).toBeVisible();
});

test('limits of errors and silent vendors are changed, and their e-mails chosen', async ({
  page,
  product,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  const limit = page.getByLabel('Limit of open errors');
  await expect(limit).toHaveValue('50');
  await limit.fill('');
  await page.getByLabel('Days without a call').fill('3');
  await page.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByText('Enter a whole number from 1 to 100,000.')).toBeVisible();
  await limit.fill('20');
  await limit.press('Enter');
  await expect(page.getByText('The limits were saved.')).toBeVisible();
  const chosen = [/more errors are open/, /a vendor has stopped calling/].map((name) =>
    page.getByRole('checkbox', { name }),
  );
  for (const one of chosen) await one.check();
  await page.getByRole('button', { name: 'Change choice' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await page.reload();
  await expect(limit).toHaveValue('20');
  await expect(page.getByLabel('Days without a call')).toHaveValue('3');
  for (const one of chosen) await expect(one).toBeChecked();
});

test('NOT-2 who has Notifications alone sees the list, and why nobody can be added', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await fill(ctx);
  const clerk = { appName: access.appName, adminUsername: 'clerk', adminPassword: PASSWORD };
  await signIn(page, product.baseUrl, clerk, PATH);
  await expect(page.getByText(/“District Employment” or “District Assignments”/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'New' })).toHaveAttribute('aria-disabled', 'true');
});

test('NOT-3 NOT-4 by keyboard: a notification is made; the commit’s message arrives, is opened, and deleted', async ({
  page,
  product,
  vendor,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('button', { name: 'New' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Type')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(recipients(page)).toBeFocused();
  await page.keyboard.type('admin');
  await expect(page.getByRole('option', { name: 'Alex Morgan' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Alex Morgan' })).toBeVisible();
  // The list is closed again: Enter saves.
  await page.keyboard.press('Enter');
  await expect(saved(page)).toHaveText([/HR Sync Commit.*Alex Morgan/]);
  await expect(page.getByRole('button', { name: 'New' })).toBeFocused();

  ok(await vendor.start(), 201);
  ok(await vendor.transfer(staffOf(3)), 200);
  ok(await vendor.end(), 200);
  ok(await vendor.validate(), 200);
  ok(await vendor.commit(), 200);
  // The page is not reloaded: the badge updates by itself.
  const badge = page.getByRole('banner').getByRole('link', { name: '1 unread message', exact: true });
  await expect(badge).toBeVisible({ timeout: 20_000 });
  await badge.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Message Center' })).toBeVisible();
  await expect(inbox(page)).toHaveCount(1);
  const subject = inbox(page).getByRole('button', { name: /Staff synchronization committed/ });
  await subject.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(
    '3 created, 0 updated, 0 unchanged, 0 excluded, 0 failed of 3 staff members.',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(subject).toBeFocused();
  await expect(page.getByRole('link', { name: 'No unread messages' })).toBeVisible();
  await page.keyboard.press('Enter');
  // Opening, the window takes the focus: a key pressed before goes elsewhere.
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await expect(page).toHaveURL(/message=/);
  await dialog.getByRole('link', { name: 'See the results' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Results per staff member' })).toBeVisible();
  await page.goBack();
  await page.keyboard.press('Escape');
  await inbox(page).getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(page.getByText('No messages', { exact: true })).toBeVisible();
});

test('NOT-4 HR creates someone: the message is there within seconds, and is marked read', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('button', { name: 'New' }).click();
  await choose(page, 'morgan', 'Alex Morgan');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(saved(page)).toHaveCount(1);
  ok(await vendor.post('/staffMembers', pat({ lastName: '<script>alert(1)</script>' })), 201);
  await page.goto(`${product.baseUrl}/messages`);
  await expect(inbox(page)).toHaveText([/HR created <script>alert\(1\)<\/script>, Pat/]);
  await expect(page.getByRole('region', { name: 'Inbox' }).getByRole('status').first()).toHaveText(
    '1 unread',
  );
  await inbox(page).getByRole('button', { name: 'Mark read' }).click();
  await expect(page.getByRole('region', { name: 'Inbox' }).getByRole('status').first()).toHaveText(
    '0 unread',
  );
  // What follows waits for its window's end.
  ok(await vendor.post('/staffMembers', pat({ staffNumber: '2' })), 201);
  const waiting = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select name from staff_notice where district_id = $1', [tx.districtId]),
  );
  expect(waiting).toEqual([{ name: 'Simpson, Pat' }]);
  await page.getByRole('button', { name: 'Unread only' }).click();
  await expect(page.getByText('No unread messages')).toBeVisible();
});

test('axe finds nothing in Notifications and Message Center, light and dark, 1280 and 375 px', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  await fill(ctx);
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByText('No notifications yet')).toBeVisible();
  await look('notifications-empty');
  await page.getByRole('button', { name: 'New' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Choose at least one recipient.')).toBeVisible();
  await look('notifications-fault');
  for (const [search, name] of [
    ['Robin', 'Robin Clark'],
    ['Wolfe', LONG],
    ['Alex', 'Alex Morgan'],
  ] as const)
    await choose(page, search, name);
  await page.getByRole('button', { name: 'Show recipients' }).click();
  await expect(page.getByRole('option', { name: 'Jan Doe' })).toBeVisible();
  await look('notifications-new');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(saved(page)).toHaveCount(1);
  await look('notifications');
  await saved(page).getByRole('button').click();
  await page.getByRole('button', { name: 'Remove all' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('notifications-delete');

  await page.goto(`${product.baseUrl}/messages`);
  await expect(page.getByText('No messages', { exact: true })).toBeVisible();
  await look('messages-empty');
  ok(await vendor.post('/staffMembers', pat({ lastName: LONG.slice(0, 50) })), 201);
  await page.reload();
  await expect(inbox(page)).toHaveCount(1);
  await look('messages');
  await inbox(page)
    .getByRole('button', { name: /HR created/ })
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('message');
});
