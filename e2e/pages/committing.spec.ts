import { insertPerson } from '../../db/testing/person.ts';
import { campusRows } from '../campus-rows.ts';
import { expect, test } from '../fixtures.ts';
import { holdPeople, untilRunsAreHeld } from '../run-in.ts';
import { pat } from '../staff.ts';
import { ok } from '../vendor.ts';
import { SynchronizationPage } from './synchronization-page.ts';

test('SYNC-1 SYNC-12 a commit that takes long shows how far it is, may be left and come back to, and cancelled', async ({
  admin: page,
  product,
  vendor,
  district: { ctx },
}) => {
  await insertPerson(ctx, { staffNumber: '10058', lastName: 'Brown' });
  await vendor.send([pat()]);
  ok(await vendor.validate(), 200);
  const sync = new SynchronizationPage(page);
  const before = await campusRows(ctx);
  const release = await holdPeople(ctx);
  try {
    await sync.button('Commit').click();
    await sync.dialog('Commit').getByRole('button', { name: 'Commit', exact: true }).click();
    await sync.expectState('COMMITTING', ['Cancel']);
    await expect(page.getByRole('progressbar', { name: 'Committing' })).toHaveAttribute('aria-valuemax', '1');
    await page.goto(`${product.baseUrl}/`);
    await expect(page.getByRole('progressbar', { name: 'Committing' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Staff Synchronization' }).click();
    await sync.expectState('COMMITTING', ['Cancel']);

    await sync.button('Cancel').click();
    const dialog = sync.dialog('Cancel the commit');
    await expect(dialog).toContainText('0 of 1 have been committed so far');
    await dialog.getByRole('button', { name: 'Cancel the commit' }).click();
    await untilRunsAreHeld(ctx);
  } finally {
    await release();
  }
  await sync.expectState('CANCELLED', ['Start Transfer']);
  // The batch that was under way is kept whole; the job's end comes too late to count.
  const { status, processed } = ok(await vendor.commitJobStatus(), 200);
  expect(status).toBe('cancelled');
  const changed = JSON.stringify(await campusRows(ctx)) !== JSON.stringify(before);
  expect(changed).toBe(processed === 1);
});
