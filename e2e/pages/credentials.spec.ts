import type { Page } from '@playwright/test';
import { textRun } from '../../db/sql-text.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import type { Vendor } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';
import { press, tabTo, type } from './by-keyboard.ts';

const PATH = '/business-office/credentials';
const WARNING =
  'This should ONLY be used if you feel the current secret has been compromised. If you generate a new secret, ' +
  'this new secret must then be used by the HR system to generate a new token. Until that happens all API calls ' +
  'from the HR system will fail.';

const secret = (page: Page) => page.getByLabel('Client Secret');
const show = (page: Page) => page.getByRole('button', { name: 'Show Secret', exact: true });

/** What HR's calls are answered with. */
const answered = async (vendor: Vendor) => (await vendor.call('GET', '/schools')).status;

async function shownSecret(page: Page): Promise<string> {
  await show(page).click();
  await expect(show(page)).toHaveAttribute('aria-pressed', 'true');
  return secret(page).inputValue();
}

async function generate(page: Page, overlap: string, appName: string): Promise<void> {
  await page.getByRole('button', { name: 'Generate New Secret' }).click();
  const dialog = page.getByRole('dialog', { name: 'Generate New Secret' });
  await dialog.getByRole('radio', { name: overlap, exact: true }).check();
  await dialog.getByLabel('appName').fill(appName);
  await dialog.getByRole('button', { name: 'Generate', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** As if the user had signed in a while ago. */
const age = (ctx: Context, minutes: number) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `update session set created_at = created_at - make_interval(mins => $2), confirmed_at = null
        where district_id = $1`,
      [tx.districtId, minutes],
    ),
  );

test('CRED-1 CRED-4 the page has all that HR needs; the secret is in it only while it is shown', async ({
  page,
  product,
  context,
  district: { access },
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, product.baseUrl, access, '/');
  await page.getByRole('link', { name: 'Business Office API Credentials' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Business Office API Credentials');
  await expect(page.getByLabel('Client ID')).toHaveValue(access.clientId);
  await expect(page.getByLabel('Token URL')).toHaveValue(
    `${product.baseUrl}/oauth2/token?appName=${access.appName}`,
  );
  await expect(page.getByLabel('Base URL')).toHaveValue(product.baseUrl);
  await expect(
    page.getByRole('link', { name: 'Business Office Integration API Documentation' }),
  ).toHaveAttribute(
    'href',
    `${product.baseUrl}/api/businessOfficeIntegration/docs?appName=${access.appName}`,
  );

  await expect(show(page)).toHaveAttribute('aria-pressed', 'false');
  await expect(secret(page)).toHaveValue(/^•+$/);
  expect(await page.content()).not.toContain(access.clientSecret);
  expect(await shownSecret(page)).toBe(access.clientSecret);
  await page.getByRole('button', { name: 'Copy Client Secret' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(access.clientSecret);
  await show(page).click();
  await expect(show(page)).toHaveAttribute('aria-pressed', 'false');
  await expect(secret(page)).toHaveValue(/^•+$/);
});

test('a link hands the credentials over once; all of it is one text; the connection is tested', async ({
  page,
  product,
  context,
  district: { access },
}, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, product.baseUrl, access, PATH);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy all' }).click();
  await expect.poll(copied).toContain('Client Secret: sent separately');
  expect(await copied()).toContain(`Client ID: ${access.clientId}`);

  await page.getByRole('button', { name: 'Test connection' }).click();
  const steps = page.getByRole('list', { name: 'Connection test' }).getByRole('listitem');
  await expect(steps).toHaveCount(2);
  await expect(steps.getByRole('img', { name: 'Succeeded' })).toHaveCount(2);
  await page.reload();
  await expect(page.getByRole('region', { name: 'API Credentials' })).toContainText('Last call from');

  await page.getByRole('button', { name: 'Make a link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link for the HR vendor' });
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
  await page.screenshot({ path: info.outputPath('link.png') });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Withdraw link' })).toBeVisible();

  const theirs = await context.browser()?.newContext({ viewport: TELEPHONE, colorScheme: 'dark' });
  const vendors = await theirs?.newPage();
  if (!vendors) throw new Error('The browser is gone.');
  await vendors.goto(link);
  await vendors.getByRole('button', { name: 'Show credentials' }).click();
  await expect(vendors.getByLabel('Client Secret')).toHaveValue(access.clientSecret);
  await lookEverywhere(vendors, info, 'hand-over');
  await vendors.reload();
  await vendors.getByRole('button', { name: 'Show credentials' }).click();
  await expect(vendors.getByText('This link does not work.')).toBeVisible();
  await expect(vendors.getByLabel('Client Secret')).toBeHidden();
  await theirs?.close();

  await page.reload();
  await expect(page.getByText('The link was opened on')).toBeVisible();
  await lookEverywhere(page, info, 'credentials-handed-over');
});

test('CRED-4 a sign-in older than ten minutes: the password first', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  await expect(secret(page)).toBeVisible();
  await age(ctx, 11);
  await show(page).click();
  const dialog = page.getByRole('dialog', { name: 'Enter your password' });
  await expect(dialog.getByLabel('Password')).toBeFocused();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('This is not your password.')).toBeVisible();
  expect(await page.content()).not.toContain(access.clientSecret);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await show(page).click();
  await dialog.getByLabel('Password').fill(access.adminPassword);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog).toBeHidden();
  await expect(secret(page)).toHaveValue(access.clientSecret);
});

test('CRED-5 CRED-6 a new secret: the warning first, the old one at once or after an overlap', async ({
  page,
  product,
  vendor,
  district: { access },
}) => {
  expect(await answered(vendor)).toBe(200);
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('button', { name: 'Generate New Secret' }).click();
  const dialog = page.getByRole('dialog', { name: 'Generate New Secret' });
  await expect(dialog).toContainText(WARNING);
  await expect(dialog.getByRole('radio', { name: 'Stops at once', exact: true })).toBeChecked();
  const go = dialog.getByRole('button', { name: 'Generate', exact: true });
  await expect(go).toBeDisabled();
  await dialog.getByLabel('appName').fill('something else');
  await expect(go).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Generate New Secret' })).toBeFocused();
  expect(await answered(vendor)).toBe(200);

  await generate(page, '24 hours', access.appName);
  const secrets = page.getByRole('table', { name: 'Secrets' }).getByRole('row');
  await expect(secrets).toHaveCount(3);
  expect(await answered(vendor)).toBe(200);
  expect(await shownSecret(page)).not.toBe(access.clientSecret);
  await page.getByRole('button', { name: 'Revoke now' }).click();
  await expect(secrets).toHaveCount(2);
  expect(await answered(vendor)).toBe(401);

  const second = await secret(page).inputValue();
  await generate(page, 'Stops at once', access.appName);
  await expect(secret(page)).toHaveValue(/^•+$/);
  await expect(secrets).toHaveCount(2);
  expect(await shownSecret(page)).not.toBe(second);
});

test('CRED-4 CRED-5 by keyboard: the secret is shown and hidden, a new one takes its place', async ({
  page,
  product,
  vendor,
  district: { access },
}) => {
  expect(await answered(vendor)).toBe(200);
  await signIn(page, product.baseUrl, access, PATH);
  await press(page, show(page), 'Space');
  await expect(secret(page)).toHaveValue(access.clientSecret);
  await page.keyboard.press('Space');
  await expect(secret(page)).toHaveValue(/^•+$/);

  const generate = page.getByRole('button', { name: 'Generate New Secret' });
  const dialog = page.getByRole('dialog', { name: 'Generate New Secret' });
  await press(page, generate);
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(generate).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('radio', { name: 'Stops at once', exact: true }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('radio', { name: 'Stops at once', exact: true })).toBeChecked();
  await type(page, dialog.getByLabel('appName'), access.appName);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await answered(vendor)).toBe(401);
});

test('several clients: made, renamed and disabled, each with its own credentials', async ({
  page,
  product,
  vendor,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('button', { name: 'New client' }).click();
  const made = page.getByRole('dialog', { name: 'New client' });
  await made.getByRole('button', { name: 'Save' }).click();
  await expect(made.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await made.getByLabel('Name').fill('<b>Payroll</b>');
  await made.getByRole('checkbox', { name: 'staff.sync' }).uncheck();
  await made.getByRole('button', { name: 'Save' }).click();
  await expect(made).toBeHidden();
  await expect(page.getByRole('region', { name: 'API Credentials' })).toContainText('<b>Payroll</b>');
  await expect(page.getByLabel('Client ID')).not.toHaveValue(access.clientId);
  await expect(page).toHaveURL(/client=/);

  await page.getByRole('button', { name: 'HR System', exact: true }).click();
  await expect(page.getByLabel('Client ID')).toHaveValue(access.clientId);
  expect((await vendor.call('GET', '/schools')).status).toBe(200);
  await page.getByRole('button', { name: 'Edit HR System' }).click();
  const edited = page.getByRole('dialog', { name: 'Edit client' });
  await edited.getByLabel('Name').fill('Old HR');
  await edited.getByLabel('Disabled').check();
  await edited.getByRole('button', { name: 'Save' }).click();
  await expect(edited).toBeHidden();
  await expect(page.getByRole('region', { name: 'API Credentials' })).toContainText(
    'This client is disabled',
  );
  await expect(page.getByRole('table', { name: 'Clients' })).toContainText('Old HR');
  expect((await vendor.call('GET', '/schools')).status).toBe(401);
});

test('axe finds nothing in Business Office API Credentials, light and dark, 1280 and 375 px', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, PATH);
  await generate(page, '7 days', access.appName);
  await shownSecret(page);
  await look('credentials');
  await page.getByRole('button', { name: 'Generate New Secret' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('generate');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New client' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('new-client');
  await page.keyboard.press('Escape');
  await show(page).click();
  await age(ctx, 11);
  await show(page).click();
  await expect(page.getByRole('dialog', { name: 'Enter your password' })).toBeVisible();
  await look('password');
});
