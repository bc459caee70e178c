import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { ok, type Vendor } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';
import { PATH, SynchronizationPage } from './synchronization-page.ts';

const GUARDS = `${PATH}/guards`;
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Five people are committed; three more than that are validated. */
async function commitThenValidate(vendor: Vendor): Promise<void> {
  await vendor.send(staffOf(5));
  ok(await vendor.validate(), 200);
  ok(await vendor.commit(), 200);
  await vendor.send(staffOf(8));
  ok(await vendor.validate(), 200);
}

async function turnOn(page: Page): Promise<void> {
  await page.getByLabel('Hold commits above these limits').check();
  await page.getByLabel('Ignore up to').fill('1');
  await page.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByText('The limits were saved.')).toBeVisible();
}

test('SYNC-13 a commit above a limit is held, its people are shown, one is excluded, it is approved and goes on', async ({
  page,
  product,
  vendor,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, GUARDS);
  await expect(page.getByText('No commit is held.')).toBeVisible();
  await page.getByLabel('People created (%)').fill('x');
  await page.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByText('Enter 0 to 100, or leave it empty for no limit.')).toBeVisible();
  await page.getByLabel('People created (%)').fill('20');
  await turnOn(page);
  await page.reload();
  await expect(page.getByLabel('People created (%)')).toHaveValue('20');

  await commitThenValidate(vendor);
  const refused = await vendor.commit();
  expect(refused).toMatchObject({
    status: 409,
    body: { state: 'validated', held: { limits: [{ limit: 'created', found: 3, of: 8, percent: 20 }] } },
  });

  const sync = new SynchronizationPage(page);
  await page.goto(`${product.baseUrl}${PATH}`);
  await expect(page.getByText('This commit is held for approval')).toBeVisible();
  await page.goto(`${product.baseUrl}/`);
  await expect(card(page, 'To do')).toContainText('The commit of 8 staff members waits for approval.');
  await page.getByRole('link', { name: 'Review and approve' }).click();
  await expect(card(page, 'Held for approval')).toContainText(
    '3 people would be created; the limit is 1 (20 % of 8)',
  );
  await page.getByRole('button', { name: /^Show people/ }).click();
  const people = page.getByRole('table', { name: 'People counted for the limit' }).getByRole('row');
  await expect(people).toHaveCount(4);
  await page.getByRole('button', { name: 'Exclude 20007' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('HR asks itself who this is.');
  await dialog.getByRole('button', { name: 'Exclude', exact: true }).click();
  await expect(people).toHaveCount(3);
  await expect(page.getByRole('list', { name: 'Excluded' })).toContainText('HR asks itself who this is.');

  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/^Say why this many changes are right/)).toBeVisible();
  await card(page, 'Held for approval').getByLabel('Reason').fill('A new school opens.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Morgan, Alex approved it')).toBeVisible();
  await page.getByRole('link', { name: 'Continue to Commit' }).click();
  await expect(page.getByText('Morgan, Alex approved this commit')).toBeVisible();
  await sync.button('Commit').click();
  await sync.dialog('Commit').getByRole('button', { name: 'Commit', exact: true }).click();
  await sync.expectState('COMMITTED', ['Start Transfer']);
  await expect(sync.fact('Created')).toHaveText('2');
  await expect(sync.fact('Excluded')).toHaveText('1');
  await page.goto(`${product.baseUrl}/`);
  await expect(card(page, 'To do')).toContainText('Nothing waits for you.');
  await page.getByText('As a table').click();
  await expect(page.getByRole('table', { name: 'Trends' }).getByRole('row')).toHaveText([
    /^Committed/,
    /^.*8200\d+ seconds?$/,
    /^.*5500\d+ seconds?$/,
  ]);

  await page.goto(`${product.baseUrl}${GUARDS}`);
  await page.getByRole('button', { name: 'Include 20007' }).press('Enter');
  await expect(page.getByText('Nobody is excluded.')).toBeVisible();
});

test('axe finds nothing in Commit Guards, light and dark, 1280 and 375 px', async ({
  page,
  product,
  vendor,
  district: { access },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, GUARDS);
  await turnOn(page);
  await look('guards');
  await commitThenValidate(vendor);
  expect((await vendor.commit()).status).toBe(409);
  await page.goto(`${product.baseUrl}${PATH}`);
  await expect(page.getByText('This commit is held for approval')).toBeVisible();
  await look('held');
  await page.getByRole('link', { name: 'Review and approve' }).click();
  await page.getByRole('button', { name: /^Show people/ }).click();
  await expect(page.getByRole('table', { name: 'People counted for the limit' })).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await look('guards-held');
  await page.getByRole('button', { name: 'Exclude 20005' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('guards-exclude');
});
