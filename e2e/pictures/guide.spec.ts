import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { textRows } from '../../db/sql-text.ts';
import { findCandidates } from '../../lib/notify/find-candidates.ts';
import { createNotification } from '../../lib/notify/save-notification.ts';
import { districtContext } from '../district.ts';
import { expect, test } from '../fixtures.ts';
import { feed } from '../oracle/sample.ts';
import { signIn } from '../sign-in.ts';
import { ok, Vendor } from '../vendor.ts';

/** The pictures of the guides, of the sample district: `PICTURES=1 npx playwright test --project pictures`. */
const FOLDER = join(import.meta.dirname, '../../docs/pictures');

test('the pictures of the guides', async ({ page, product, owner }) => {
  const access = product.sample;
  const vendor = new Vendor(product.baseUrl, access);
  const ctx = await districtContext(owner, access.appName);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });

  await page.goto(`${product.baseUrl}/signin?appName=${access.appName}`);
  await take(page, 'sign-in');
  await signIn(page, product.baseUrl, access, '/business-office/check-campus-data');
  await take(page, 'check-campus-data');

  const recipients = (await findCandidates(ctx, { search: '' })).data.slice(0, 2).map(({ id }) => id);
  await createNotification(ctx, { type: 'HR Sync Commit', recipients });
  await createNotification(ctx, { type: 'HR-Staff', recipients: recipients.slice(0, 1) });
  await vendor.post('/staffMembers', { ...feed[0], staffNumber: '', gender: 'X', ssn: '123-45-6789' });
  await vendor.post('/staffMembers', {
    staffNumber: '90001',
    lastName: 'Reyes',
    firstName: 'Ana',
    schooNumber: '010',
  });
  ok(await vendor.start(), 201);
  await fileWizard(page, product.baseUrl);
  await vendor.send(feed);
  ok(await vendor.validate(), 200);
  await visit(page, product.baseUrl, '/business-office/synchronization', 'synchronization');
  const { runId } = (await vendor.run()).body;
  await page.goto(`${product.baseUrl}/business-office/validation/${runId}`);
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.getByRole('tablist').evaluate((tabs) => {
    tabs.scrollIntoView();
    scrollBy(0, -72);
  });
  await take(page, 'validation-report');
  await visit(page, product.baseUrl, '/business-office/notifications', 'notifications');
  await vendor.submitCommitJob();
  await vendor.untilCommitted();
  await visit(page, product.baseUrl, `/business-office/synchronization/${runId}`, 'results');
  await visit(page, product.baseUrl, '/', 'home');
  await visit(page, product.baseUrl, '/staff', 'staff');
  const [person] = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ id: string }>(
      tx,
      'select id from person where district_id = $1 and hr_managed_at is not null order by id limit 1',
      [tx.districtId],
    ),
  );
  await visit(page, product.baseUrl, `/staff/${person?.id}`, 'person');
  await visit(page, product.baseUrl, '/people/combine', 'combine-person');
  await visit(page, product.baseUrl, '/addresses', 'addresses');
  await visit(page, product.baseUrl, '/business-office/error-log', 'error-log');
  await page
    .getByRole('button', { name: /View Payload/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await take(page, 'payload');
  await visit(page, product.baseUrl, '/business-office/credentials', 'credentials');
  await visit(page, product.baseUrl, '/messages', 'messages');
  await visit(page, product.baseUrl, '/admin/users', 'users');
  await visit(page, product.baseUrl, '/admin/audit', 'audit-log');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await take(page, 'palette');
});

/** A file as HR systems write it: titles above the header, a total below, own words, two rows that Campus can't take. */
const EXPORT = [
  'Grand Bend ISD',
  'Employee Roster as of 11/27/2026',
  'Emp ID,Name,Sex,Hire Date,School,Job Code,Start Date,End Date,Badge',
  '90011,"Reyes, Ana M",Female,7/25/2025,1,4A61E262,8/1/2025,12/31/9999,blue',
  '90011,"Reyes, Ana M",Female,7/25/2025,44,4A61E262,8/1/2025,12/31/9999,blue',
  '90012,"Olsen, Kari",Female,7/25/2025,1,4A61E262,8/1/2025,12/31/9999,red',
  '90013,"Muñoz, Leo",Male,7/14/2025,107,4A61E262,8/1/2025,12/31/9999,red',
  '90014,"Price, Sam",Unknown,8/4/2025,44,4A61E262,8/11/2025,12/31/9999,blue',
  '90015,"Lee, Kim",Female,2/30/2025,107,4A61E262,8/1/2025,12/31/9999,',
  'Total employees,5',
];

/** The four steps of the file wizard. */
async function fileWizard(page: Page, baseUrl: string): Promise<void> {
  await page.goto(`${baseUrl}/business-office/synchronization/upload`);
  const input = page.getByLabel('File', { exact: true });
  await expect(input).toBeEnabled();
  await input.setInputFiles({
    name: 'hr-export.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(EXPORT.join('\n')),
  });
  await expect(page.getByText('header in row 3')).toBeVisible();
  // Tall enough for the card: what stays on top of the page would lie across it.
  await page.setViewportSize({ width: 1280, height: 1800 });
  const wizard = page.getByRole('region', { name: 'File wizard' });
  const step = async (name: string) => {
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await wizard.screenshot({ path: join(FOLDER, `file-upload-${name}.png`), animations: 'disabled' });
  };
  await step('file');
  for (const name of ['Columns', 'Values', 'Check']) {
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    await step(name.toLowerCase());
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function visit(page: Page, baseUrl: string, path: string, name: string): Promise<void> {
  await page.goto(`${baseUrl}${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await take(page, name);
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}
