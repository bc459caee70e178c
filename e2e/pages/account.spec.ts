import type { Page } from '@playwright/test';
import { textRun } from '../../db/sql-text.ts';
import { insertUser, PASSWORD } from '../../lib/auth/testing/user.ts';
import { stepOf, totpCode } from '../../lib/auth/totp.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { expectSignedOut, signIn } from '../sign-in.ts';
import { DESKTOP, lookEverywhere, TELEPHONE } from './accessible.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const NEW = 'seven otters on a red bicycle';

/** What an authenticator app shows for the key that was typed into it. */
function codeOf(text: string): string {
  const letters = Array.from(text.replaceAll(' ', ''));
  const bits = letters.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return totpCode(key, stepOf(new Date()));
}

/** As if the next half minute had come: no code is taken twice. */
const halfMinuteLater = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, 'update app_user set totp_step = null where district_id = $1', [tx.districtId]),
  );

const hasFactor = (ctx: Context, userId: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, 'update app_user set totp_since = now() where district_id = $1 and id = $2', [
      tx.districtId,
      userId,
    ]),
  );

async function turnOn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Set up' }).click();
  const key = await page.getByLabel('Key').inputValue();
  await page.getByLabel('Code').fill(codeOf(key));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('button', { name: 'Turn off' })).toBeVisible();
  return key;
}

test('a second factor: set up, asked for at the sign-in, turned off', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await signIn(page, product.baseUrl, access, '/');
  await page.getByRole('link', { name: 'Morgan, Alex' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByLabel('Code').fill('123');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/The code is wrong/);
  await page.reload();
  const key = await turnOn(page);
  const codes = page.getByRole('region', { name: 'Second factor' });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  const recovery = (await codes.getByRole('listitem').first().textContent()) ?? '';
  await halfMinuteLater(ctx);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByLabel('Username').fill(access.adminUsername);
  await page.getByLabel('Password').fill(access.adminPassword);
  await page.getByLabel('District').fill(access.appName);
  await expect(page.getByLabel('Code')).toHaveCount(0);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.keyboard.type('nonsense');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The code is wrong')).toBeVisible();
  await page.getByLabel('Code').fill(codeOf(key));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();

  await page.goto(`${product.baseUrl}/account`);
  await expect(codes).toContainText('10 of 10 are left.');
  await page.getByRole('region', { name: 'Second factor' }).getByLabel('Code').fill(recovery);
  await page.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible();
});

test('a required second factor: an open session is led to set it up, and does nothing else before', async ({
  page,
  browser,
  product,
  district: { access, ctx },
}, info) => {
  await insertUser(ctx, { rights: ['Staff'] });
  const theirs = await (await browser.newContext()).newPage();
  await signIn(
    theirs,
    product.baseUrl,
    { ...access, adminUsername: 'pat', adminPassword: PASSWORD },
    '/staff',
  );
  await signIn(page, product.baseUrl, access, '/admin/users');
  const card = page.getByRole('region', { name: 'Second factor' });
  await card.getByRole('link', { name: 'Set up your own' }).click();
  await turnOn(page);
  await page.goto(`${product.baseUrl}/admin/users`);
  await card.getByRole('button', { name: 'Require' }).click();
  const dialog = page.getByRole('dialog', { name: 'Require a second factor?' });
  await expect(dialog).toContainText('1 of 2 active users has no second factor.');
  await lookEverywhere(page, info, 'require-factor');
  await dialog.getByRole('button', { name: 'Require' }).click();
  await expect(card.getByText('Required', { exact: true })).toBeVisible();

  const heading = theirs.getByRole('heading', { level: 1, name: 'Set up a second factor' });
  // The page may have found out by itself and left already.
  await theirs.getByRole('link', { name: 'Message Center' }).or(heading).first().click();
  await expect(heading).toBeVisible();
  await theirs.goto(`${product.baseUrl}/staff`);
  await expect(heading).toBeVisible();
  await theirs.getByRole('button', { name: 'Set up' }).click();
  const key = await theirs.getByLabel('Key').inputValue();
  await expect(theirs.getByRole('img', { name: 'Picture for your app’s camera' })).toBeVisible();
  await lookEverywhere(theirs, info, 'required-factor');
  await theirs.getByLabel('Code').fill(codeOf(key));
  await theirs.getByRole('button', { name: 'Turn on' }).click();
  await expect(theirs.getByRole('listitem')).toHaveCount(10);
  await theirs.getByRole('link', { name: 'Continue' }).click();
  await expect(theirs.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  await theirs.goto(`${product.baseUrl}/account`);
  await expect(theirs.getByText('Your district requires a second factor')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Turn off' })).toHaveCount(0);
});

test('one’s own password: changed against the present one', async ({
  page,
  browser,
  product,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, '/account');
  await page.getByLabel('Current password').fill('wrong');
  await page.getByLabel('New password').fill(NEW);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('Current password')).toHaveAccessibleDescription('This is not your password.');
  await page.getByLabel('Current password').fill(access.adminPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password was changed.')).toBeVisible();
  await expect(page.getByLabel('New password')).toHaveValue('');
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, product.baseUrl, { ...access, adminPassword: NEW }, '/');
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
});

test('where one is signed in: another place is ended, and so are all others', async ({
  page,
  browser,
  product,
  district: { access },
}) => {
  const elsewhere = async () => {
    const other = await (await browser.newContext()).newPage();
    await signIn(other, product.baseUrl, access, '/');
    return other;
  };
  const other = await elsewhere();
  await signIn(page, product.baseUrl, access, '/account');
  const list = page.getByRole('region', { name: 'Where you are signed in' });
  const places = list.getByRole('listitem');
  await expect(places).toHaveCount(2);
  await expect(places.filter({ hasText: 'This browser' })).toHaveCount(1);
  await list.getByRole('button', { name: /^End the session of Chrome on / }).click();
  await expect(places).toHaveCount(1);
  await expectSignedOut(other);

  await elsewhere();
  await elsewhere();
  await page.reload();
  await list.getByRole('button', { name: 'End all others' }).click();
  await expect(places).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
});

test('axe finds nothing in Your account, light and dark, 1280 and 375 px', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  await signIn(page, product.baseUrl, access, '/account');
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByLabel('Key')).toBeVisible();
  await expect(page.getByRole('img', { name: 'Picture for your app’s camera' })).toBeVisible();
  await lookEverywhere(page, info, 'account');
  await page.reload();
  await turnOn(page);
  await lookEverywhere(page, info, 'account-on');
  await hasFactor(ctx, await insertUser(ctx));
  await page.setViewportSize(DESKTOP);
  await page.goto(`${product.baseUrl}/admin/users`);
  await page.getByRole('button', { name: 'Remove second factor Pat Simpson' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await lookEverywhere(page, info, 'remove-factor');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Remove second factor Pat Simpson' })).toHaveCount(0);
});
