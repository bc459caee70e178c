import { expect } from '@playwright/test';
import { insertPerson } from '../../db/testing/person.ts';
import { test } from '../fixtures.ts';
import { pat, staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { press, tabTo } from './by-keyboard.ts';
import { openPalette } from './palette.ts';
import { SynchronizationPage } from './synchronization-page.ts';

test('the whole job by keyboard alone', async ({ page, product, vendor, district: { access, ctx } }) => {
  await insertPerson(ctx, { staffNumber: '10058', firstName: 'Patricia' });
  const sync = new SynchronizationPage(page);
  await page.goto(`${product.baseUrl}/signin`);
  await expect(page.getByLabel('Username')).toBeFocused();
  await page.keyboard.type(access.adminUsername);
  await page.keyboard.press('Tab');
  await page.keyboard.type(access.adminPassword);
  await tabTo(page, page.getByLabel('District'));
  await page.keyboard.type(access.appName);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();

  await openPalette(page);
  const palette = page.getByRole('dialog');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await openPalette(page);
  await page.keyboard.type('Business Office Synch');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Staff Synchronization' })).toBeVisible();

  await press(page, sync.button('Start Transfer'));
  await sync.expectState('TRANSFER STARTED', ['Restart Transfer']);
  ok(await vendor.transfer([pat(), ...staffOf(4)]), 200);
  await press(page, sync.button('End Transfer'));
  await sync.expectState('TRANSFER ENDED', ['Restart Transfer', 'Validate']);
  await press(page, sync.button('Validate'));
  await sync.expectState('VALIDATED', ['Restart Transfer', 'Validate', 'Commit']);

  await press(page, sync.step('End Sync'));
  await expect(page.getByRole('heading', { level: 2, name: 'End Sync' })).toBeVisible();
  await press(page, sync.step('Validate'));
  await press(page, page.getByRole('link', { name: 'Validation Report' }));
  await expect(
    page.getByRole('heading', { level: 1, name: 'Staff Synchronization Validation Report' }),
  ).toBeVisible();
  await press(page, page.getByRole('main').getByRole('link', { name: 'Staff Synchronization', exact: true }));

  await press(page, sync.button('Restart Transfer'));
  const restart = sync.dialog('Restart Transfer');
  await expect(restart).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(restart).toBeHidden();
  await expect(sync.button('Restart Transfer')).toBeFocused();

  await press(page, sync.button('Commit'));
  const dialog = sync.dialog('Commit');
  await expect(dialog).toBeVisible();
  // The focus is caught: however often Tab is pressed, it stays in the dialog.
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await press(page, dialog.getByRole('button', { name: 'Commit', exact: true }));
  await sync.expectState('COMMITTED', ['Start Transfer']);
  await expect(sync.fact('Created')).toHaveText('4');
  await expect(sync.fact('Updated')).toHaveText('1');
  await press(page, page.getByRole('link', { name: 'All results' }));
  await expect(page.getByRole('table', { name: 'Results per staff member' })).toBeVisible();
});

test('the first Tab leads past the menu', async ({ admin: page }) => {
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
