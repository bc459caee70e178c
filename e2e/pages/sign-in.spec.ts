import { textRun } from '../../db/sql-text.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { PATH } from './synchronization-page.ts';

const heading = { level: 1, name: 'Sign in' } as const;

test('a page without a session leads to the sign-in, and the sign-in back to the page', async ({
  page,
  product,
  district: { access },
}) => {
  await page.goto(`${product.baseUrl}${PATH}`);
  await expect(page.getByRole('heading', heading)).toBeVisible();
  await page.getByLabel('Username').fill(access.adminUsername);
  await page.getByLabel('Password').fill(access.adminPassword);
  await page.getByLabel('District').fill(access.appName);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Staff Synchronization' })).toBeVisible();
  await expect(page).toHaveURL(`${product.baseUrl}${PATH}`);
});

test('the District is filled from ?appName=', async ({ page, product, district: { access } }) => {
  await page.goto(`${product.baseUrl}/signin?appName=${access.appName}`);
  await expect(page.getByLabel('District')).toHaveValue(access.appName);
});

for (const [what, over] of [
  ['password', { adminPassword: 'a wrong password' }],
  ['username', { adminUsername: 'nobody' }],
  ['district', { appName: 'nowhere' }],
] as const)
  test(`a wrong ${what} gets the same words, and nothing of the form is lost but the password`, async ({
    page,
    product,
    district: { access },
  }) => {
    const given = { ...access, ...over };
    await page.goto(`${product.baseUrl}/signin`);
    await page.getByLabel('Username').fill(given.adminUsername);
    await page.getByLabel('Password').fill(given.adminPassword);
    await page.getByLabel('District').fill(given.appName);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(
      'Username, password or district is wrong. Check all three.',
    );
    await expect(page.getByLabel('Username')).toHaveValue(given.adminUsername);
  });

test('a callbackUrl to elsewhere leads home', async ({ page, product, district: { access } }) => {
  for (const to of [
    'https://evil.example/',
    '//evil.example',
    'javascript:alert(1)',
    '/campus/%ff',
    '\\\\evil',
  ]) {
    await page.context().clearCookies();
    const answer = await page.goto(`${product.baseUrl}/signin?callbackUrl=${encodeURIComponent(to)}`);
    expect(answer?.status(), to).toBe(200);
  }
  await page.getByLabel('Username').fill(access.adminUsername);
  await page.getByLabel('Password').fill(access.adminPassword);
  await page.getByLabel('District').fill(access.appName);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(new URL(product.baseUrl).origin);
});

test('signing out ends the session: a copy of its cookie opens nothing', async ({
  page,
  browser,
  product,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access);
  const stolen = await page.context().storageState();
  const answer = page.waitForResponse('**/api/auth/signout');
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect((await (await answer).allHeaders())['clear-site-data']).toBe('"cache"');
  await expect(page.getByRole('heading', heading)).toBeVisible();

  const thief = await browser.newContext({ storageState: stolen });
  const other = await thief.newPage();
  await other.goto(`${product.baseUrl}${PATH}`);
  await expect(other.getByRole('heading', heading)).toBeVisible();
  const call = await other.request.get(`${product.baseUrl}/api/admin/sync`);
  expect(call.status()).toBe(401);
  await thief.close();
});

test('without the tool right the page is not in the menu and answers 403 with a sentence, also when reloaded', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, `delete from tool_right where district_id = $1 and "right" = 'Synchronization'`, [
      tx.districtId,
    ]),
  );
  await signIn(page, product.baseUrl, access);
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Business Office Synchronization' })).toHaveCount(0);
  for (let visit = 1; visit <= 2; visit += 1) {
    const answer = await page.goto(`${product.baseUrl}${PATH}`);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('main')).toContainText('Synchronization');
  }
  expect((await page.request.get(`${product.baseUrl}/api/admin/sync`)).status()).toBe(403);
});

test('a page that is not there answers 404 and leads on', async ({ page, product, district: { access } }) => {
  await signIn(page, product.baseUrl, access);
  for (const path of [
    '/nothing',
    `${PATH}/not-a-run`,
    '/business-office/validation/01900000-0000-7000-8000-000000000000',
  ]) {
    const answer = await page.goto(`${product.baseUrl}${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  }
});
