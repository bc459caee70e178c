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
