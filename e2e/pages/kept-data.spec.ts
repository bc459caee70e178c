import { textRows } from '../../db/sql-text.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { DESKTOP, lookEverywhere, TELEPHONE } from './accessible.ts';
import { press, tabTo } from './by-keyboard.ts';

test('Kept Data: fewer days are saved after a warning, and are in the audit log', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  await signIn(page, product.baseUrl, access, '/admin/kept-data');
  await expect(page.getByRole('heading', { level: 1, name: 'Kept Data' })).toBeVisible();
  const errors = page.getByLabel('Error log');
  await tabTo(page, errors);
  await page.keyboard.type('29');
  await press(page, page.getByRole('button', { name: 'Save days' }));
  await expect(page.getByText('Enter a whole number from 30 to 3,650')).toBeVisible();
  await lookEverywhere(page, info, 'kept-data');
  await page.setViewportSize(DESKTOP);
  await errors.fill('200');
  await press(page, page.getByRole('button', { name: 'Save days' }));
  const warning = page.getByRole('dialog', { name: 'Keep data for fewer days?' });
  await expect(warning).toContainText('Error log: 200 days instead of 400 days.');
  await expect(warning).toContainText('Earlier entries of the error log are gone, with their payloads.');
  await lookEverywhere(page, info, 'kept-data-fewer');
  await press(page, warning.getByRole('button', { name: 'Save days' }));
  await expect(page.getByText('The days were saved.')).toBeVisible();
  await page.reload();
  await expect(errors).toHaveValue('200');
  const events = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, `select detail from audit_event where district_id = $1 and action = 'retention.set'`, [
      tx.districtId,
    ]),
  );
  expect(events).toEqual([{ detail: { errors: { before: 400, after: 200 } } }]);
});
