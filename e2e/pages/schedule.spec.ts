import type { Page } from '@playwright/test';
import { wallTime } from '../../lib/sync/schedule/local-moment.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { ok, type Vendor } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';
import { PATH, SynchronizationPage } from './synchronization-page.ts';

const HOUR = 3_600_000;
const ZONE = 'America/Chicago';
const hoursFromNow = (hours: number) => wallTime(new Date(Date.now() + hours * HOUR), ZONE);

async function validated(vendor: Vendor, staff: number): Promise<void> {
  await vendor.send(staffOf(staff));
  ok(await vendor.validate(), 200);
}

async function setOffHours(page: Page, from: string, to: string): Promise<void> {
  const card = page.getByRole('region', { name: 'Off hours' });
  await card.getByLabel('From').fill(from);
  await card.getByLabel('To').fill(to);
  await card.getByRole('button', { name: 'Save off hours' }).click();
  await expect(page.getByText('The off hours were saved.').first()).toBeVisible();
}

test('SYNC-12 a commit is scheduled for a time, cancelled, and begins by itself in the off hours', async ({
  admin: page,
  product,
  vendor,
}) => {
  const sync = new SynchronizationPage(page);
  const dialog = sync.dialog('Commit');
  const schedule = dialog.getByRole('button', { name: 'Schedule', exact: true });
  await validated(vendor, 3);

  await sync.button('Commit').click();
  await dialog.getByLabel('At a time').check();
  await schedule.click();
  await expect(dialog.getByText('Choose a date and a time.')).toBeVisible();
  await dialog.getByLabel('Date and time').fill(hoursFromNow(-2));
  await schedule.click();
  await expect(dialog.getByText(/^This time has passed/)).toBeVisible();
  await dialog.getByLabel('Date and time').fill(hoursFromNow(24));
  await schedule.press('Enter');
  await expect(page.getByText(/^Scheduled for .+ by Morgan, Alex$/)).toBeVisible();
  await sync.expectState('VALIDATED', ['Restart Transfer', 'Validate', 'Commit']);
  await page.getByRole('button', { name: 'Cancel the schedule' }).press('Enter');
  await expect(page.getByText(/^Scheduled for/)).toHaveCount(0);

  await page.goto(`${product.baseUrl}${PATH}/guards`);
  const time = hoursFromNow(0).slice(11);
  await page.getByRole('region', { name: 'Off hours' }).getByLabel('From').fill(time);
  await page.getByRole('region', { name: 'Off hours' }).getByLabel('To').fill(time);
  await page.getByRole('button', { name: 'Save off hours' }).click();
  await expect(page.getByText('Enter a time that differs from the start.')).toBeVisible();
  await setOffHours(page, hoursFromNow(-2).slice(11), hoursFromNow(2).slice(11));
  await page.goto(`${product.baseUrl}${PATH}`);
  await sync.button('Commit').click();
  await dialog.getByLabel('In the next off-hours window').check();
  await schedule.click();
  await sync.expectState('COMMITTED', ['Start Transfer']);
  await expect(sync.fact('Created')).toHaveText('3');
});

test('SYNC-13 a held commit is approved and goes on at once', async ({
  page,
  product,
  vendor,
  district: { access },
}) => {
  const sync = new SynchronizationPage(page);
  await signIn(page, product.baseUrl, access, `${PATH}/guards`);
  await page.getByLabel('Hold commits above these limits').check();
  await page.getByLabel('Ignore up to').fill('1');
  await page.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByText('The limits were saved.')).toBeVisible();
  await validated(vendor, 5);
  ok(await vendor.commit(), 200);
  await validated(vendor, 8);

  // Scheduling counts as asking.
  await page.goto(`${product.baseUrl}${PATH}`);
  await sync.button('Commit').click();
  await sync.dialog('Commit').getByLabel('In the next off-hours window').check();
  await sync.dialog('Commit').getByRole('button', { name: 'Schedule', exact: true }).click();
  await page.getByRole('link', { name: 'Review and approve' }).click();
  const held = page.getByRole('region', { name: 'Held for approval' });
  await held.getByLabel('Reason').fill('A new school opens.');
  await held.getByLabel('Approve and commit now').check();
  await held.getByRole('button', { name: 'Approve' }).click();
  await sync.expectState('COMMITTED', ['Start Transfer']);
  await expect(sync.fact('Created')).toHaveText('3');
});

test('axe finds nothing in a scheduled commit, light and dark, 1280 and 375 px', async ({
  page,
  product,
  vendor,
  district: { access },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const sync = new SynchronizationPage(page);
  const look = (where: string) => lookEverywhere(page, info, where);
  await validated(vendor, 3);
  await signIn(page, product.baseUrl, access, PATH);
  await sync.button('Commit').click();
  const dialog = sync.dialog('Commit');
  await dialog.getByLabel('At a time').check();
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await look('schedule-dialog');
  await dialog.getByLabel('Date and time').fill(hoursFromNow(24));
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText(/^Scheduled for/)).toBeVisible();
  await look('scheduled');
  await page.goto(`${product.baseUrl}${PATH}/guards`);
  await expect(page.getByRole('region', { name: 'Off hours' })).toBeVisible();
  await look('off-hours');
});
