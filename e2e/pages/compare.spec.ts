import { readFile } from 'node:fs/promises';
import { insertPerson } from '../../db/testing/person.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';
import { PATH } from './synchronization-page.ts';

test('SYNC-5 two validations of a run are compared: what is new, gone and changed, as a list and as CSV', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  const look = (where: string) => lookEverywhere(page, info, where);
  await vendor.send(staffOf(3));
  ok(await vendor.validate(), 200);
  await signIn(page, product.baseUrl, access, `${PATH}?step=commit`);
  await page.getByRole('link', { name: 'Validation Report' }).click();
  await page.getByRole('link', { name: 'Compare Validations' }).click();
  await expect(page.getByText('There is only one validation')).toBeVisible();

  // One of the three is in Campus now, under an older name, and one is not sent by HR.
  await insertPerson(ctx, { staffNumber: '20000', lastName: 'Older' });
  await insertPerson(ctx, { staffNumber: 'X1' });
  ok(await vendor.validate(), 200);
  await page.reload();
  const counts = page.getByRole('table', { name: 'Entries that differ, by section' });
  await expect(counts).toBeVisible();
  const rows = page.getByRole('table', { name: 'Entries that differ', exact: true }).getByRole('row');
  await expect(rows.filter({ hasText: 'Gone' })).toContainText(['HR staff NOT in Campus']);
  await look('compare');
  await page.setViewportSize(TELEPHONE);

  await page.getByRole('button', { name: '1 gone, HR staff NOT in Campus' }).press('Enter');
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText('20000');
  // What is shown is in the address.
  await page.reload();
  await expect(rows).toHaveCount(2);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export to CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
  expect(csv).toContain('Gone,HR staff NOT in Campus,20000,');

  await page.getByRole('region', { name: 'Changes' }).getByLabel('Section').selectOption('Errors');
  await expect(page.getByText('No differences')).toBeVisible();
  await look('compare-nothing');
});
