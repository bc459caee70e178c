import { textRows } from '../../db/sql-text.ts';
import { tidyDistrict } from '../../lib/tidy/tidy-district.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { lookInBothThemes } from './accessible.ts';
import { definitionOf, PATH } from './synchronization-page.ts';

test('a commit is undone from its page: preview, confirmation, progress, what went back and what stayed', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  const staff = staffOf(4);
  await vendor.send(staff);
  ok(await vendor.validate(), 200);
  const committed = ok(await vendor.commit(), 200);
  const [edited] = staff as { staffNumber: string }[];
  await vendor.send([{ ...edited, workPhone: '763-555-0199' }, ...staff.slice(1)]);
  ok(await vendor.validate(), 200);
  ok(await vendor.commit(), 200);

  await signIn(page, product.baseUrl, access, `${PATH}/${committed.run.runId}`);
  await page.getByRole('link', { name: 'Undo…' }).click();
  await expect(definitionOf(page, 'People changed')).toHaveText('4');
  await expect(definitionOf(page, 'Edited since')).toContainText('1');
  const people = page.getByRole('table', { name: 'What the undo would do' }).getByRole('row');
  await expect(people).toHaveCount(5);
  await lookInBothThemes(page, info, 'undo-preview');
  await page.getByLabel('Only people edited since').check();
  await expect(people).toHaveCount(2);
  await expect(people.nth(1)).toContainText('It was edited since');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('This is the undo of an earlier synchronization.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Removed\s*3$/ })).toBeVisible({ timeout: 20_000 });
  const results = page.getByRole('table', { name: 'Results per staff member' });
  await expect(results.getByRole('row')).toHaveCount(5);
  await expect(results).toContainText('It was edited since');
  await lookInBothThemes(page, info, 'undone');
  // Back to the page that started it: it says that it is done.
  await page.goBack();
  await expect(page.getByText('This synchronization was undone.')).toBeVisible();
  await expect(definitionOf(page, 'Edited since')).toContainText('1');
  await lookInBothThemes(page, info, 'undo-again');
  const left = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select staff_number as n from person where district_id = $1', [tx.districtId]),
  );
  expect(left).toEqual([{ n: edited?.staffNumber }]);
  expect(ok(await vendor.run(), 200)).toMatchObject({ status: 'committed', allowed: ['start'] });

  const weeks = (number: number) => new Date(Date.now() + number * 7 * 86_400_000);
  await tidyDistrict(ctx.db, ctx.district.id, weeks(158));
  // Sessions are gone by then, too.
  await signIn(page, product.baseUrl, access, `${PATH}/${committed.run.runId}`);
  await expect(page.getByText('so it can’t be undone. Changes are kept since')).toBeVisible();
  await expect(page.getByText('Results are kept since')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Undo…' })).toHaveCount(0);
  await lookInBothThemes(page, info, 'no-longer-kept');
  await page.goto(`${product.baseUrl}${PATH}/${committed.run.runId}/undo`);
  await expect(page.getByText('so it can’t be undone. Changes are kept since')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  await page.goto(`${product.baseUrl}/business-office/validation/${committed.run.runId}`);
  await expect(page.getByText('Reports are kept since')).toBeVisible();
});
