import { expect, test } from '../fixtures.ts';
import { expectNothingSideways, findings } from './accessible.ts';

const docs = (baseUrl: string, appName: string) =>
  `${baseUrl}/api/businessOfficeIntegration/docs?appName=${appName}`;

test('Swagger UI, from the app itself: every call is there, and Authorize works with client credentials', async ({
  page,
  product,
  district,
}, info) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(product.baseUrl)) elsewhere.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  const { clientId, clientSecret, appName } = district.access;
  await page.goto(docs(product.baseUrl, appName));
  await expect(page.getByRole('heading', { name: /Business Office Integration API/ })).toBeVisible();
  const { paths } = await (
    await page.request.get(`${product.baseUrl}/api/businessOfficeIntegration/openapi.json`)
  ).json();
  const operations = Object.values(paths).flatMap((path) => Object.keys(path as object));
  await expect(page.locator('.opblock')).toHaveCount(operations.length);
  await page.screenshot({ path: info.outputPath('docs-light.png') });

  await page.getByRole('button', { name: 'Authorize' }).first().click();
  const dialog = page.getByRole('dialog').or(page.locator('.dialog-ux'));
  await expect(page.getByText(`/campus/oauth2/token?appName=${appName}`).first()).toBeVisible();
  await page.getByLabel(/client_id/).fill(clientId);
  await page.getByLabel(/client_secret/).fill(clientSecret);
  await page.screenshot({ path: info.outputPath('docs-authorize.png') });
  await page.getByRole('button', { name: 'Apply given OAuth2 credentials' }).click();
  await expect(dialog.getByText('Authorized').first()).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).first().click();

  await page
    .locator('#operations-Reference_values-getSchools, [id$="getSchools"]')
    .first()
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: 'Execute' }).click();
  await expect(page.locator('.live-responses-table tbody .response-col_status').first()).toContainText('200');
  await page.screenshot({ path: info.outputPath('docs-executed.png') });

  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('guides, codes and rules are beside the calls: sections by name, code to copy, the way back', async ({
  page,
  product,
  context,
}, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${product.baseUrl}/api/businessOfficeIntegration/docs`);
  const pages = page.getByRole('navigation', { name: 'Documentation' });
  await pages.getByRole('link', { name: 'First synchronization' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'From a token to a committed synchronization',
  );
  await page
    .getByRole('navigation', { name: 'On this page' })
    .getByRole('link', { name: 'A whole district' })
    .click();
  await expect(page).toHaveURL(/#a-whole-district$/);
  await page.getByRole('button', { name: 'Copy' }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'grant_type=client_credentials',
  );
  await page.screenshot({ path: info.outputPath('guide-light.png') });
  expect(await findings(page)).toEqual([]);

  await page.setViewportSize({ width: 375, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const [link, heading] of [
    ['Best practices', 'Best practices'],
    ['Errors and warnings', 'What can be wrong, by code'],
    ['Rules', 'The rules'],
    ['campus hr', 'campus hr: a vendor on the command line'],
  ] as const) {
    await pages.getByRole('link', { name: link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectNothingSideways(page, heading);
    expect(await findings(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath(`${link.replace(' ', '-')}-dark-375.png`) });
  }
  await expect(page.getByRole('link', { name: 'Back to Campus' })).toHaveAttribute(
    'href',
    '/campus/business-office/credentials',
  );
});

test('the documentation is dark where the system is, and fits a telephone', async ({
  page,
  product,
  district,
}, info) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(docs(product.baseUrl, district.access.appName));
  await expect(page.locator('.opblock').first()).toBeVisible();
  await page.screenshot({ path: info.outputPath('docs-dark-375.png') });
  await expectNothingSideways(page, 'the documentation');
  // Swagger UI's own: its tags are third-level headings, its head is outside of
  // its main part, and a call's summary is a button with buttons in it.
  const swaggers = ['heading-order', 'nested-interactive', 'region'];
  const rules = Object.fromEntries(swaggers.map((rule) => [rule, { enabled: false }]));
  expect(await findings(page, { rules })).toEqual([]);
});
