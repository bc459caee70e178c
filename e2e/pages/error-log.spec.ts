import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { logErrors } from '../../lib/error-log/testing/log-error.ts';
import { readPdf } from '../../lib/export/pdf/testing/read-pdf.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { pat, teacher } from '../staff.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';
import { openPalette } from './palette.ts';

const PATH = '/business-office/error-log';
const NAME = 'Business Office Error Log';

const rows = (page: Page) => page.getByRole('table', { name: 'Errors' }).locator('tbody').getByRole('row');
const downloaded = async (page: Page, name: string) => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFile(await (await downloading).path());
};

test('ERR-1 ERR-3 a refused call comes in by itself; its payload is shown masked, the failing fields marked', async ({
  page,
  product,
  vendor,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByText('No errors')).toBeVisible();
  for (const name of ['Error Date', 'Action', 'Path', 'Error Message', 'Payload'])
    await expect(page.getByRole('columnheader', { name })).toBeVisible();

  const sent = pat({
    ssn: '123-45-6789',
    positions: [teacher({ schoolNumber: '<b>999</b>' })],
    schooNumber: '010',
  });
  expect((await vendor.post('/staffMembers', sent)).status).toBe(422);
  await expect(rows(page)).toHaveCount(1, { timeout: 15_000 });
  await expect(rows(page)).toContainText('New');
  await expect(rows(page)).toContainText('POST');
  await expect(rows(page)).toContainText('/campus/api/businessOfficeIntegration/staffMembers');
  await expect(rows(page)).toContainText('10058');

  const button = page.getByRole('button', { name: 'View Payload' });
  // Nobody has to scroll sideways for it.
  await expect(button).toBeInViewport({ ratio: 1 });
  await button.click();
  const dialog = page.getByRole('dialog');
  const payload = dialog.getByRole('group', { name: 'Payload' });
  await expect(payload).toContainText('"lastName": "Simpson"');
  await expect(payload).toContainText('"ssn": "***-**-****"');
  await expect(payload.locator('mark')).toHaveText([/"schoolNumber": "<b>999<\/b>"/, /"schooNumber": "010"/]);
  await expect(dialog).not.toContainText('6789');
  await expect(page).toHaveURL(/entry=/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('ERR-2 ERR-3 narrowed by text, action, status and day; the PDF and the CSV are of what is left', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  const day = 24 * 3600 * 1000;
  await logErrors(ctx, [
    ...Array.from({ length: 60 }, (_, i) => ({ message: `Wrong school ${i}.`, occurredAt: new Date() })),
    { message: 'No such staff member.', action: 'PUT', status: 404 },
    { message: 'Long ago.', occurredAt: new Date(Date.now() - 40 * day) },
  ]);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByRole('status')).toContainText('1–50 of 62 errors');
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(rows(page)).toHaveCount(12);
  await expect(page).toHaveURL(/page=2/);

  await page.getByLabel('Action').selectOption('PUT');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('No such staff member.');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Status').selectOption('4xx');
  await page.getByLabel('To').fill(new Date(Date.now() - 30 * day).toISOString().slice(0, 10));
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Long ago.');
  await page.reload();
  await expect(rows(page)).toContainText('Long ago.');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('searchbox', { name: 'Search the error log' }).fill('wrong SCHOOL 5');
  await expect(rows(page)).toHaveCount(11);

  const lines = readPdf(await downloaded(page, 'Export to PDF')).pages.flat();
  expect(lines).toEqual(
    expect.arrayContaining([NAME, 'Search: wrong SCHOOL 5', '422: Wrong school 5.', '422: Wrong school 59.']),
  );
  expect(lines.filter((line) => line.startsWith('422: '))).toHaveLength(11);
  expect(lines).toContain('Page 1 of 1');
  const csv = (await downloaded(page, 'Export to CSV')).toString();
  expect(csv.trim().split('\r\n')).toHaveLength(12);

  await page.getByRole('searchbox', { name: 'Search the error log' }).fill('nothing has this');
  await expect(page.getByText('No matches')).toBeVisible();
});

test('ERR-3 errors are resolved one by one, those selected and all that match, and the log shows who decided', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await logErrors(ctx, [{ message: 'First.' }, { message: 'Second.' }, { message: 'Third.', action: 'PUT' }]);
  await signIn(page, product.baseUrl, access, PATH);
  await rows(page).filter({ hasText: 'Second.' }).getByRole('button', { name: 'Resolve' }).click();
  await expect(rows(page).filter({ hasText: 'Second.' })).toContainText('Resolved');
  await page.getByLabel('State').selectOption('open');
  await expect(rows(page)).toHaveCount(2);
  await page.getByLabel('Action').selectOption('PUT');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Ignore all matches' }).click();
  await expect(page.getByRole('dialog')).toContainText('This changes 1 error');
  await page.getByRole('button', { name: 'Change them' }).click();
  await expect(page.getByText('No matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  const states = async (...expected: [message: string, state: string][]) => {
    for (const [message, state] of expected)
      await expect(rows(page).filter({ hasText: message })).toContainText(state);
  };
  await states(['First.', 'Open'], ['Second.', 'Resolved'], ['Third.', 'Ignored']);

  const selection = page.getByRole('region', { name: 'Selected errors' });
  await page.getByRole('checkbox', { name: 'Select POST, First.' }).press('Space');
  await page.getByRole('checkbox', { name: 'Select PUT, Third.' }).check();
  await expect(selection).toContainText('2 errors are selected');
  await selection.getByRole('button', { name: 'Resolve the selected errors' }).click();
  await expect(selection).toHaveCount(0);
  await states(['First.', 'Resolved'], ['Third.', 'Resolved']);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await expect(selection).toContainText('3 errors are selected');
  await selection.getByRole('button', { name: 'Reopen the selected errors' }).click();
  await states(['First.', 'Open'], ['Second.', 'Open'], ['Third.', 'Open']);
});

test('ERR-3 grouped by cause, the most frequent first, and from there to its entries', async ({
  page,
  product,
  vendor,
  district: { access },
}) => {
  for (const staffNumber of ['1', '2', '3'])
    expect((await vendor.post('/staffMembers', pat({ staffNumber, gender: 'Q' }))).status).toBe(422);
  expect((await vendor.get('/staffMembers/nobody')).status).toBe(404);
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('button', { name: 'Group by cause' }).click();
  const causes = page.getByRole('table', { name: 'Causes' }).locator('tbody').getByRole('row');
  await expect(causes).toHaveText([/^3.*\/gender/, /^1.*404/]);
  await page.getByRole('button', { name: 'Show 3 errors' }).click();
  await expect(rows(page)).toHaveCount(3);
  await page.goBack();
  await expect(causes).toHaveCount(2);
});

test('the error log by keyboard alone, from the palette to a payload and back', async ({
  admin: page,
  vendor,
}) => {
  expect((await vendor.post('/staffMembers', { staffNumber: '1' })).status).toBe(422);
  await openPalette(page);
  await page.keyboard.type('Error Log');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  const button = page.getByRole('button', { name: 'View Payload' });
  await expect(button).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group', { name: 'Payload' })).toBeVisible();
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('a log that can’t be loaded says so, with its request id, and is tried again', async ({
  page,
  product,
  district: { access },
}) => {
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByText('No errors')).toBeVisible();
  const calls = '**/api/admin/error-log?*';
  await page.route(calls, (route) =>
    route.fulfill({
      status: 500,
      headers: { 'x-request-id': 'Req-77' },
      contentType: 'application/problem+json',
      body: JSON.stringify({ detail: 'This went wrong on our side.' }),
    }),
  );
  await page.getByLabel('Action').selectOption('PUT');
  const main = page.getByRole('main');
  await expect(main).toContainText('This went wrong on our side.');
  await expect(main).toContainText('Req-77');
  await page.unroute(calls);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('No matches')).toBeVisible();
});

test('axe finds nothing in the error log, light and dark, 1280 and 375 px', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByText('No errors')).toBeVisible();
  await look('error-log-empty');
  await logErrors(ctx, [
    { message: `Our failure ${'very long '.repeat(30)}`, status: 500, payload: null },
    { message: 'שלום <script>alert(1)</script> 😀', path: `/campus/${'x'.repeat(200)}` },
  ]);
  const sent = pat({
    ssn: '123-45-6789',
    positions: [teacher({ schoolNumber: '999' })],
    schooNumber: '010',
  });
  await vendor.post('/staffMembers', sent);
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await look('error-log');
  await page
    .getByRole('row', { name: /10058.*View Payload/ })
    .first()
    .getByRole('button', { name: 'View Payload' })
    .click();
  await expect(page.getByRole('dialog').getByRole('group', { name: 'Payload' })).toBeVisible();
  await look('error-log-payload');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Group by cause' }).click();
  await expect(page.getByRole('table', { name: 'Causes' })).toBeVisible();
  await look('error-log-causes');
});
