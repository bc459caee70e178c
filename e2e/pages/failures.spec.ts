import { readFile } from 'node:fs/promises';
import { textRun } from '../../db/sql-text.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { expect, test } from '../fixtures.ts';
import { pat, staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { definitionOf, SynchronizationPage } from './synchronization-page.ts';

test('SYNC-7 SYNC-9 who failed and why: in the report before the commit, on the page after it, and in the results', async ({
  admin: page,
  vendor,
  district: { ctx },
}) => {
  for (let i = 0; i < 2; i += 1) await insertPerson(ctx, { staffNumber: '0295382' });
  const sync = new SynchronizationPage(page);
  await vendor.send([pat({ staffNumber: '0295382' }), ...staffOf(3)]);
  ok(await vendor.validate(), 200);
  await sync.expectState('VALIDATED', ['Restart Transfer', 'Validate', 'Commit']);

  await page.getByRole('link', { name: 'Validation Report' }).click();
  await page.getByRole('tab', { name: 'Sections' }).click();
  const errors = page
    .getByRole('region')
    .filter({ has: page.getByRole('heading', { level: 3, name: 'Errors' }) });
  await expect(errors).toContainText('0295382');
  await expect(page.getByRole('heading', { level: 3, name: '2 employees with duplicate' })).toBeVisible();
  await page.goBack();

  await sync.button('Commit').click();
  await sync.dialog('Commit').getByRole('button', { name: 'Commit', exact: true }).click();
  await sync.expectState('COMMITTED', ['Start Transfer']);
  await expect(sync.fact('Created')).toHaveText('3');
  await expect(sync.fact('Failed')).toHaveText('1');
  const failed = page.getByRole('listitem').filter({ hasText: '0295382' });
  await expect(failed).toContainText(/number/i);

  await page.getByRole('link', { name: 'All results' }).click();
  // The page before has a "Failed" too, as a column to sort by.
  await expect(page.getByRole('table', { name: 'Results per staff member' })).toBeVisible();
  await page.getByRole('button', { name: /^Failed/ }).click();
  const rows = page.getByRole('table', { name: 'Results per staff member' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText('0295382');
  // The filter is in the address: the page comes back as it was.
  await page.reload();
  await expect(rows).toHaveCount(2);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export to CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
  expect(csv).toMatch(/0295382,"[^,]+, [^"]+",failed,/);
  await page.getByRole('button', { name: /^All/ }).click();
  await expect(rows).toHaveCount(5);
  const byOutcome = page.getByRole('button', { name: 'Outcome' });
  await byOutcome.press('Enter');
  await expect(rows.last()).toContainText('0295382');
  await byOutcome.press('Enter');
  await expect(rows.nth(1)).toContainText('0295382');
  await expect(page.getByRole('columnheader', { name: 'Outcome' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await page.getByRole('searchbox', { name: 'Search the results' }).fill('2000');
  await expect(rows).toHaveCount(4);
  await page.getByRole('searchbox', { name: 'Search the results' }).fill('nobody has this');
  await expect(page.getByText('No matches')).toBeVisible();
});

test('Home is shown before its counts, which follow in the same answer, and later each commit', async ({
  admin: page,
  product,
  vendor,
  district: { ctx },
}) => {
  await insertPerson(ctx, { staffNumber: '1' });
  const calls: string[] = [];
  page.on('request', (request) => calls.push(new URL(request.url()).pathname));
  const figures = page.getByRole('region', { name: 'Staff in Campus' });
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await textRun(tx, 'lock table employment in access exclusive mode');
    await page.goto(product.baseUrl, { waitUntil: 'commit' });
    await expect(figures).toBeVisible();
    await expect(figures).not.toContainText('Without a staff number');
    await expect(page.getByRole('link', { name: 'Look for the call' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Check the numbers' })).toBeHidden();
  });
  await expect(figures).toContainText('Without a staff number');
  expect(calls.filter((path) => path.endsWith('/home/staff'))).toEqual([]);

  // The counts may be there before the page's code is: the page must not be rendered twice.
  const faults: Error[] = [];
  page.on('pageerror', (fault) => faults.push(fault));
  const { promise: sent, resolve: letIn } = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await sent;
    await route.continue();
  });
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await textRun(tx, 'lock table employment in access exclusive mode');
    await page.reload({ waitUntil: 'commit' });
    await expect(figures).not.toContainText('Without a staff number');
  });
  await page.waitForFunction(() => document.readyState !== 'loading');
  letIn();
  await expect(figures).toContainText('Without a staff number');
  expect(faults).toEqual([]);

  // Home is open while HR commits: its figures follow.
  await expect(definitionOf(figures, 'Staff')).toHaveText('10 managed by HR');
  await vendor.send(staffOf(2));
  ok(await vendor.validate(), 200);
  ok(await vendor.commit(), 200);
  await expect(definitionOf(figures, 'Staff')).toHaveText('32 managed by HR');
  await expect(page.getByText('See the first call from HR')).toContainText('(done)');
});
