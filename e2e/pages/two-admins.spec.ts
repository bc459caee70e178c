import { campusRows } from '../campus-rows.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { PATH, SynchronizationPage } from './synchronization-page.ts';

test('SYNC-8 two admins confirm the commit at once: both see it done, everyone is there once', async ({
  browser,
  product,
  vendor,
  district: { access, ctx },
}) => {
  await vendor.send(staffOf(200));
  ok(await vendor.validate(), 200);
  const admins = await Promise.all(
    [1, 2].map(async () => {
      const page = await (await browser.newContext()).newPage();
      await signIn(page, product.baseUrl, access, PATH);
      const sync = new SynchronizationPage(page);
      await sync.button('Commit').click();
      return sync;
    }),
  );
  await Promise.all(
    admins.map((sync) => sync.dialog('Commit').getByRole('button', { name: 'Commit', exact: true }).click()),
  );
  for (const sync of admins) {
    await sync.expectState('COMMITTED', ['Start Transfer']);
    await expect(sync.fact('Created')).toHaveText('200');
    await sync.page.context().close();
  }
  const { person } = await campusRows(ctx);
  expect(person).toHaveLength(200);
  expect(new Set(person.map((row) => row.staff_number)).size).toBe(200);
});

test('SYNC-4 the admin restarts while HR transfers: the page asks first, and HR goes on with the new run', async ({
  admin: page,
  vendor,
}) => {
  const sync = new SynchronizationPage(page);
  ok(await vendor.start(), 201);
  ok(await vendor.transfer(staffOf(3)), 200);
  await expect(sync.fact('Staff Transferred')).toHaveText('3');
  await sync.button('Restart Transfer').click();
  const dialog = sync.dialog('Restart Transfer');
  await expect(dialog).toContainText('3 transferred staff members will be discarded');
  await dialog.getByRole('button', { name: 'Restart Transfer', exact: true }).click();
  await expect(sync.fact('Staff Transferred')).toHaveText('0');
  ok(await vendor.transfer(staffOf(5)), 200);
  await expect(sync.fact('Staff Transferred')).toHaveText('5');
});
