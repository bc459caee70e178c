import type { Page } from '@playwright/test';
import { textRun } from '../../db/sql-text.ts';
import { expect, test } from '../fixtures.ts';
import { expectSignedOut, signIn } from '../sign-in.ts';
import { DESKTOP, lookEverywhere, TELEPHONE } from './accessible.ts';
import { press, type } from './by-keyboard.ts';

const PATH = '/admin/users';
const PASSWORD = 'seven otters on a red bicycle';
const OWN = 'four blue herons in the rain';

async function newUser(page: Page, username: string, name: string, rights: string[]): Promise<void> {
  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New user' });
  await dialog.getByLabel('Username', { exact: true }).fill(username);
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  for (const right of rights) await dialog.getByRole('checkbox', { name: right, exact: true }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test('User Security: a user is made, opens what their rights open, is disabled and signed out', async ({
  page,
  browser,
  product,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, '/');
  await page.getByRole('link', { name: 'User Security' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'User Security' })).toBeVisible();
  await newUser(page, 'kim', 'Kim <i>Clerk</i>', ['Staff']);
  const row = page.getByRole('row', { name: /Kim <i>Clerk<\/i>/ });
  await expect(row).toContainText('Staff');

  const theirs = await (await browser.newContext()).newPage();
  await signIn(
    theirs,
    product.baseUrl,
    { ...access, adminUsername: 'kim', adminPassword: PASSWORD, newPassword: OWN },
    '/staff',
  );
  await expect(theirs.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  const menu = theirs.getByRole('navigation', { name: 'Main' });
  await expect(menu.getByRole('link')).toHaveText(['Home', 'Message Center', 'Staff']);
  const refused = await theirs.goto(`${product.baseUrl}${PATH}`);
  expect(refused?.status()).toBe(403);
  await expect(theirs.getByRole('main')).toContainText(
    'You need the tool right “User Security” for this. Alex Morgan can give it to you.',
  );

  await row.getByRole('button', { name: /^Edit/ }).click();
  const edit = page.getByRole('dialog', { name: 'Edit kim' });
  await edit.getByRole('checkbox', { name: 'Synchronization', exact: true }).check();
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Synchronization');
  await theirs.goto(`${product.baseUrl}/business-office/synchronization`);
  await expect(theirs.getByRole('heading', { level: 1, name: 'Staff Synchronization' })).toBeVisible();

  await row.getByRole('button', { name: /^Disable/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(row).toContainText('Disabled');
  await expectSignedOut(theirs);
});

test('errors of a new user are shown at their fields; a new password replaces the old one', async ({
  page,
  browser,
  product,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New user' });
  await dialog.getByLabel('Username', { exact: true }).fill('ADMIN');
  await dialog.getByLabel('Password', { exact: true }).fill('passwordpassword');
  await dialog.getByLabel('Name', { exact: true }).fill('Kim Clerk');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /is a common password/,
  );
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Username', { exact: true })).toHaveAccessibleDescription(
    'Another user in your district has this username. Choose a different one.',
  );
  await dialog.getByLabel('Username', { exact: true }).fill('kim');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  await page.getByRole('button', { name: 'Reset password Kim Clerk' }).click();
  const reset = page.getByRole('dialog', { name: 'Reset password' });
  await reset.getByRole('button', { name: 'Suggest' }).click();
  const temporary = await reset.getByLabel('Password', { exact: true }).inputValue();
  expect(temporary).toMatch(/^(\w{5}-){3}\w{5}$/);
  await reset.getByRole('button', { name: 'Save' }).click();
  await expect(reset).toBeHidden();

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(`${product.baseUrl}/signin?appName=${access.appName}`);
  await theirs.getByLabel('Username').fill('kim');
  await theirs.getByLabel('Password', { exact: true }).fill(temporary);
  await theirs.getByRole('button', { name: 'Sign in' }).click();
  const own = theirs.getByLabel('New password');
  await expect(own).toBeFocused();
  await theirs.keyboard.type('Summer2026Summer2026');
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByText('The new password is easy to guess.')).toBeVisible();
  await own.fill(OWN);
  await own.press('Enter');
  await expect(theirs.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
});

test('a user who is invited by link chooses a password, once; axe finds nothing', async ({
  page,
  browser,
  product,
  district: { access },
}, info) => {
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New user' });
  await expect(dialog.getByRole('radio', { name: 'Invite by link' })).toBeChecked();
  await dialog.getByLabel('Username', { exact: true }).fill('kim');
  await dialog.getByLabel('Name', { exact: true }).fill('Kim Clerk');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const shown = page.getByRole('dialog', { name: 'Link for Kim Clerk' });
  const link = await shown.getByLabel('Link').inputValue();
  await lookEverywhere(page, info, 'link');
  await shown.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Reset password Kim Clerk' }).click();
  await expect(page.getByRole('radio', { name: 'Reset by link' })).toBeChecked();
  await lookEverywhere(page, info, 'reset-by-link');

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(link);
  await theirs.getByLabel('Password', { exact: true }).fill('Summer2026Summer2026');
  await theirs.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(theirs.getByRole('alert').filter({ hasText: 'easy to guess' })).toBeVisible();
  await theirs.getByRole('button', { name: 'Suggest' }).click();
  await lookEverywhere(theirs, info, 'invitation');
  await theirs.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();

  const again = await (await browser.newContext()).newPage();
  await again.goto(link);
  await again.getByLabel('Password', { exact: true }).fill(OWN);
  await again.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(again.getByText('This link doesn’t work')).toBeVisible();
});

test('by keyboard: a user is made with a right, and disabled', async ({
  page,
  product,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  await press(page, page.getByRole('button', { name: 'New user' }));
  const dialog = page.getByRole('dialog', { name: 'New user' });
  await type(page, dialog.getByLabel('Username', { exact: true }), 'kim');
  await type(page, dialog.getByLabel('Password', { exact: true }), PASSWORD);
  await type(page, dialog.getByLabel('Name', { exact: true }), 'Kim Clerk');
  await press(page, dialog.getByRole('checkbox', { name: 'Staff', exact: true }), 'Space');
  await press(page, dialog.getByRole('button', { name: 'Save' }));
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'New user' })).toBeFocused();
  const row = page.getByRole('row', { name: /Kim Clerk/ });
  await expect(row).toContainText('Staff');

  await press(page, row.getByRole('button', { name: /^Disable/ }));
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Disable' }));
  await expect(row).toContainText('Disabled');
});

test('nobody can lock themselves out', async ({ page, product, district: { access } }) => {
  await signIn(page, product.baseUrl, access, PATH);
  const own = page.getByRole('row', { name: /Alex Morgan/ });
  await expect(own).toContainText('(you)');
  await expect(own.getByRole('button', { name: /^Disable/ })).toHaveCount(0);
  await own.getByRole('button', { name: /^Edit/ }).click();
  const right = page.getByRole('checkbox', { name: 'User Security' });
  await expect(right).toBeChecked();
  await expect(right).toBeDisabled();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(own).toContainText('All');
});

test('axe finds nothing in User Security, light and dark, 1280 and 375 px', async ({
  page,
  product,
  district: { access },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, PATH);
  await newUser(
    page,
    'maximilian.wolfeschlegelsteinhausenbergerdorff',
    'Maximilian Wolfeschlegelsteinhausen',
    ['Staff', 'Addresses', 'Error Log'],
  );
  await expect(page.getByRole('row')).toHaveCount(3);
  await look('users');
  await page.getByRole('button', { name: 'New user' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('new-user');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Disable/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('disable');
  await page.keyboard.press('Escape');
  await page.setViewportSize(DESKTOP);
  await page.getByRole('searchbox', { name: 'Search users' }).fill('nobody at all');
  await expect(page.getByText('No matches')).toBeVisible();
  await look('users-empty');
});

test('a sign-in older than ten minutes: the password is asked for above the dialog, and nothing typed is lost', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await signIn(page, product.baseUrl, access, '/admin/users');
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, `update session set created_at = created_at - interval '11 minutes' where district_id = $1`, [
      tx.districtId,
    ]),
  );
  await page.getByRole('button', { name: 'New user' }).click();
  const user = page.getByRole('dialog', { name: 'New user' });
  await user.getByLabel('Username').fill('late');
  await user.getByLabel('Name', { exact: true }).fill('Kim Late');
  await user.getByLabel('Password', { exact: true }).fill('seven otters on a red bicycle');
  await user.getByRole('button', { name: 'Save' }).click();
  const password = page.getByRole('dialog', { name: 'Enter your password' });
  await expect(password.getByLabel('Password')).toBeFocused();
  await page.screenshot({ path: info.outputPath('password-above.png') });
  await password.getByLabel('Password').fill('wrong');
  await password.getByRole('button', { name: 'Continue' }).click();
  await expect(password.getByText('This is not your password.')).toBeVisible();
  await password.getByLabel('Password').fill(access.adminPassword);
  await password.getByRole('button', { name: 'Continue' }).click();
  await expect(password).toBeHidden();
  await expect(user).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'Kim Late' })).toBeVisible();
});
