import type { Page } from '@playwright/test';
import { type GivenPerson, insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { lookEverywhere, lookInBothThemes, TELEPHONE } from './accessible.ts';
import { openPalette } from './palette.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstoneha';
const positions = [{ startDate: '2024-07-01', assignmentCode: '20', titleCode: 'DA8F3B5B' }];

const PEOPLE: GivenPerson[] = [
  { lastName: 'Simpson', firstName: 'Pat', staffNumber: '10058', positions, hrManagedAt: new Date() },
  {
    lastName: LONG,
    firstName: LONG,
    staffNumber: '10059',
    positions,
    workEmail: `${'a'.repeat(85)}@school.us`,
  },
  { lastName: '<script>alert(1)</script>', firstName: '🧑‍🏫 Ann', staffNumber: '10060', positions },
  { lastName: 'שלום', firstName: 'مرحبا', staffNumber: '10061', positions },
  { lastName: 'Twin', firstName: 'One', staffNumber: 'PENDING', positions, ssn: '123456789' },
  { lastName: 'Twin', firstName: 'Two', staffNumber: 'pending', positions },
  { lastName: 'Numberless', firstName: 'Nan', positions, birthDate: '1979-07-04' },
  { lastName: 'Unplaced', firstName: 'Uma', staffNumber: '10062' },
  { lastName: 'Student', firstName: 'Stu' },
];

const fill = async (ctx: Context) => {
  for (const person of PEOPLE) await insertPerson(ctx, person);
};

const table = (page: Page) => page.getByRole('table', { name: 'Staff' });
const row = (page: Page, name: string) => table(page).getByRole('row').filter({ hasText: name });
const filter = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('SRCH-1 CHK-1 staff are searched, filtered and sorted; the address keeps it all', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await fill(ctx);
  await signIn(page, product.baseUrl, access, '/staff');
  await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('1–7 of 7 staff');
  await expect(row(page, 'Unplaced')).toHaveCount(0);
  await expect(row(page, 'Student')).toHaveCount(0);
  await expect(row(page, '<script>alert(1)</script>')).toHaveCount(1);

  const search = page.getByRole('searchbox', { name: 'Search staff' });
  await search.fill('simp');
  await expect(page.getByRole('status')).toHaveText('1–1 of 1 staff');
  await expect(row(page, 'Simpson, Pat')).toContainText('10058');
  await expect(page).toHaveURL(/search=simp/);
  await search.fill('Unplaced');
  await expect(page.getByText('No matches')).toBeVisible();
  await filter(page, 'Incomplete').click();
  await expect(row(page, 'Unplaced, Uma').getByText('Incomplete')).toBeVisible();
  await page.reload();
  await expect(row(page, 'Unplaced, Uma')).toHaveCount(1);
  await expect(search).toHaveValue('Unplaced');
  await expect(filter(page, 'Incomplete')).toHaveAttribute('aria-pressed', 'true');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export to CSV' }).click();
  const csv = await (await downloading).createReadStream();
  expect((await csv.toArray()).join('')).toMatch(/^\uFEFFStaff Number,.*\r\n10062,Unplaced,Uma,.*\r\n$/);

  await page.goto(`${product.baseUrl}/staff`);
  await filter(page, 'Duplicate number').click();
  await expect(page.getByRole('status')).toHaveText('1–2 of 2 staff');
  await expect(row(page, 'Twin')).toHaveCount(2);
  await filter(page, 'HR-managed').click();
  await expect(page.getByText('No matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await filter(page, 'No number').click();
  await expect(row(page, 'Numberless, Nan').getByText('No number')).toBeVisible();
  await filter(page, 'No number').click();

  await page.getByRole('button', { name: 'Staff Number', exact: true }).click();
  await expect(table(page).getByRole('row').nth(1)).toContainText('10058');
  await page.getByRole('button', { name: 'Staff Number', exact: true }).click();
  await expect(table(page).getByRole('row').nth(1)).toContainText('pending', { ignoreCase: true });
  await expect(page).toHaveURL(/sort=-staffNumber/);

  await search.fill('123-45-6789');
  await expect(row(page, 'Twin, One')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText('1–1 of 1 staff');
  expect(page.url()).not.toMatch(/123|6789/);
  await expect(page.getByRole('link', { name: 'Export to CSV' })).toHaveCount(0);
});

test('staff by keyboard alone, and a person by the palette', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await fill(ctx);
  await signIn(page, product.baseUrl, access, '/');
  await openPalette(page);
  await page.keyboard.type('unplac');
  const person = page.getByRole('option', { name: /Unplaced, Uma/ });
  await expect(person).toBeVisible();
  await page.keyboard.press('Escape');
  for (const typed of ['10062', 'Uma Unplaced', 'unplaced, uma']) {
    await openPalette(page);
    await page.keyboard.type(typed);
    await expect(person).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unplaced, Uma');
    await page.goto(`${product.baseUrl}/`);
  }
  await openPalette(page);
  await page.keyboard.type('new user');
  await expect(page.getByRole('option', { name: /^User Security/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await openPalette(page);
  await page.keyboard.type('Staff');
  await expect(page.getByRole('option', { name: /^Staff/ }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search staff' });
  await search.focus();
  await page.keyboard.type('numberless');
  await expect(page.getByRole('status')).toHaveText('1–1 of 1 staff');
  await page.keyboard.press('Tab');
  await expect(filter(page, 'Incomplete')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(filter(page, 'No number')).toHaveAttribute('aria-pressed', 'true');
  await expect(row(page, 'Numberless')).toHaveCount(1);
});

test('a click anywhere in a row opens the person, a selection of its text does not; on a telephone rows are cards', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await fill(ctx);
  await signIn(page, product.baseUrl, access, '/staff');
  const number = row(page, 'Simpson, Pat').getByText('10058');
  await number.evaluate((element) => getSelection()?.selectAllChildren(element));
  await number.dispatchEvent('click');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Staff');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await number.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Simpson, Pat');

  await page.setViewportSize(TELEPHONE);
  await page.goto(`${product.baseUrl}/staff`);
  const card = row(page, 'Simpson, Pat');
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByText('HR', { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(card.getByRole('cell')).toHaveCount(6);
  await lookEverywhere(page, info, 'staff-cards');
});

test('staff that can’t be loaded: what happened, the request id, and a way on', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await fill(ctx);
  await signIn(page, product.baseUrl, access, '/staff');
  await expect(table(page)).toBeVisible();
  await page.route('**/api/admin/staff/search', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      headers: { 'x-request-id': 'req-7' },
      body: JSON.stringify({
        title: 'Internal Server Error',
        status: 500,
        detail: 'This went wrong on our side.',
      }),
    }),
  );
  await filter(page, 'Incomplete').click();
  await expect(page.getByRole('alert').filter({ hasText: 'This went wrong on our side.' })).toContainText(
    'req-7',
  );
  await page.unroute('**/api/admin/staff/search');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'Unplaced, Uma')).toHaveCount(1);
});

test('axe finds nothing in Staff, light and dark, 1280 and 375 px', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, '/staff');
  await expect(page.getByText('No staff yet')).toBeVisible();
  await look('staff-empty');
  await fill(ctx);
  await page.reload();
  await expect(row(page, 'Simpson, Pat')).toHaveCount(1);
  await look('staff');
  await page.goto(`${product.baseUrl}/staff?filter=incomplete&search=nobody`);
  await expect(page.getByText('No matches')).toBeVisible();
  await look('staff-nobody');
});

test('columns are hidden and resized, by keyboard too; the address keeps it', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await fill(ctx);
  await signIn(page, product.baseUrl, access, '/staff');
  const headers = table(page).getByRole('columnheader');
  await expect(headers).toHaveCount(6);

  const item = page.getByRole('menuitemcheckbox', { name: 'Birth Date' });
  // The button is drawn before its code is there.
  await expect(async () => {
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await expect(item).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await lookInBothThemes(page, info, 'columns');
  await item.click();
  await page.keyboard.press('Escape');
  await expect(headers).toHaveCount(5);
  await expect(page).toHaveURL(/hide=birthDate/);

  const width = async () => (await headers.first().boundingBox())?.width ?? 0;
  const before = await width();
  const first = page.getByRole('menuitemcheckbox', { name: 'Name', exact: true });
  await expect(async () => {
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await expect(first).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/widths=name\.\d+/);
  await expect.poll(width).toBeCloseTo(before + 16, 0);
  await page.keyboard.press('Escape');
  await expect(first).toBeHidden();
  const box = await headers.first().boundingBox();
  if (!box) throw new Error('The header is not there.');
  const edge = { x: box.x + box.width - 4, y: box.y + box.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x + 60, edge.y);
  await page.mouse.up();
  await expect.poll(width).toBeCloseTo(before + 76, 0);

  await page.reload();
  await expect(headers).toHaveCount(5);
  await expect.poll(width).toBeCloseTo(before + 76, 0);
  const reset = page.getByRole('menuitem', { name: 'Reset columns' });
  await expect(async () => {
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await expect(reset).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await reset.click();
  await expect(headers).toHaveCount(6);
  await expect(page).not.toHaveURL(/hide|widths/);
});
