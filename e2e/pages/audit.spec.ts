import { insertPerson } from '../../db/testing/person.ts';
import { recordAudit } from '../../lib/audit/record-audit.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const PATH = '/admin/audit';

const deeds = (ctx: Context, count: number, target: string) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    for (let i = 0; i < count; i += 1)
      await recordAudit({ ...ctx, now: new Date(Date.UTC(2026, 0, 1, 18, i)) }, tx, {
        action: 'person.edit',
        target,
        detail: { section: 'Demographics', changes: i },
      });
  });

test('the audit log: narrowed in the address, a page at a time, people by name, as CSV', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  const { id } = await insertPerson(ctx, { staffNumber: '7', lastName: 'Brown <b>', firstName: 'Allison' });
  await deeds(ctx, 60, id);
  await signIn(page, product.baseUrl, access, '/');
  await page.getByRole('link', { name: 'Audit Log' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit Log' })).toBeVisible();
  const rows = page.getByRole('table', { name: 'Events' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Morgan, Alex');
  await expect(rows.nth(1)).toContainText('Signed in.');
  await expect(rows).toHaveCount(51);

  await page.getByLabel('Action').selectOption({ label: 'Edited a person' });
  await expect(page).toHaveURL(/action=person\.edit/);
  await expect(rows.nth(1)).toContainText('Edited Demographics of Brown <b>, Allison.');
  await rows.nth(1).getByText('As recorded').click();
  await expect(rows.nth(1)).toContainText(id);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(rows).toHaveCount(11);
  await page.reload();
  await expect(rows).toHaveCount(11);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export to CSV' }).click();
  const csv = (await (await (await downloading).createReadStream()).toArray()).join('');
  expect(csv.trim().split('\r\n')).toHaveLength(61);
  expect(csv).toContain('"Edited Demographics of Brown <b>, Allison."');

  await page.getByLabel('To', { exact: true }).fill('2025-12-31');
  await expect(page.getByText('No matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('searchbox', { name: 'Search the audit log' }).fill('allison');
  await expect(rows.nth(1)).toContainText('Brown <b>, Allison');
  await rows.nth(1).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Brown');
});

test('axe finds nothing in the Audit Log, light and dark, 1280 and 375 px', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const { id } = await insertPerson(ctx, { lastName: 'Wolfeschlegelsteinhausenbergerdorff' });
  await deeds(ctx, 3, id);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByRole('row')).toHaveCount(5);
  await page.getByText('As recorded').first().click();
  await lookEverywhere(page, info, 'audit');
  await page.getByLabel('From', { exact: true }).fill('2000-01-01');
  await page.getByLabel('To', { exact: true }).fill('2000-01-01');
  await expect(page.getByText('No matches')).toBeVisible();
  await lookEverywhere(page, info, 'audit-empty');
});
