import type { Locator, Page } from '@playwright/test';
import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { pat, teacher } from '../staff.ts';
import { ok, type Vendor } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const PATH = '/people/combine';
const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstoneha';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const search = (page: Page, which: 'base' | 'other') =>
  page.getByRole('searchbox', { name: `Search ${which} person` });

/** Patricia is a parent; HR hired her as Pat. */
async function hired(ctx: Context, vendor: Vendor): Promise<string> {
  const parent = await insertPerson(ctx, {
    lastName: 'Simpson',
    firstName: 'Patricia',
    birthDate: '1979-07-04',
    personalEmail: 'patricia@home.example',
    employments: [{ hireDate: '2015-08-01', terminationDate: '2016-06-30' }],
  });
  const child = await insertPerson(ctx, { lastName: 'Simpson', firstName: 'Bart' });
  await insertHousehold(ctx, { name: 'Simpson', members: [parent.id, child.id], staffHousehold: false });
  ok(await vendor.post('/staffMembers', pat({ birthDate: '1979-07-04', positions: [teacher()] })), 201);
  return parent.id;
}

test('CMB-1 a parent who was hired becomes one person with the new staff member, by keyboard', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}) => {
  const parentId = await hired(ctx, vendor);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByRole('heading', { level: 1, name: 'Combine Person' })).toBeVisible();
  await search(page, 'base').fill('10058');
  const candidate = region(page, 'Base person').getByRole('button', { name: /Simpson, Pat/ });
  await expect(candidate).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(candidate).toBeFocused();
  await page.keyboard.press('Enter');
  // Who it likely is, too, is offered before anything is typed (CMB-2).
  const likely = region(page, 'Other person').getByRole('button', { name: /Simpson, Patricia/ });
  await expect(likely).toContainText('birth date');
  await likely.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`other=${parentId}`));

  const preview = region(page, 'Preview');
  await expect(preview.getByRole('row', { name: /^First Name/ })).toContainText('PatPatricia (not kept)Pat');
  await expect(preview.getByRole('row', { name: /^Household memberships/ })).toContainText('1');
  await page.reload();
  const combine = preview.getByRole('button', { name: 'Combine', exact: true });
  await expect(combine).toBeEnabled();

  // The other way round HR's person would go.
  await page.getByRole('button', { name: 'Swap base and other' }).click();
  await expect(preview).toContainText('Make that person the base');
  await expect(combine).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Swap base and other' }).click();
  await expect(combine).not.toHaveAttribute('aria-disabled', 'true');

  await combine.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Combine Person' });
  await expect(dialog).toContainText('Simpson, Patricia');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(combine).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Combine', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Combined' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Simpson, Pat', exact: true })).toBeVisible();
  await expect(region(page, 'Identities')).toContainText('Simpson, Patricia');
  await expect(region(page, 'District Employment')).toContainText('Hired 8/1/2015');
  expect((await page.goto(`${product.baseUrl}/staff/${parentId}`))?.status()).toBe(404);
});

test('CMB-3 a combination is undone in the list of the latest, and there are two people again', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  const otherId = await hired(ctx, vendor);
  await signIn(page, product.baseUrl, access, PATH);
  await search(page, 'base').fill('10058');
  await region(page, 'Base person')
    .getByRole('button', { name: /Simpson, Pat/ })
    .click();
  await region(page, 'Other person')
    .getByRole('button', { name: /Simpson, Patricia/ })
    .click();
  await region(page, 'Preview').getByRole('button', { name: 'Combine', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Combine', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Combined' })).toBeVisible();

  const latest = region(page, 'Latest combinations');
  const undo = latest.getByRole('button', { name: 'Undo: Simpson, Patricia into Simpson, Pat' });
  await undo.click();
  const dialog = page.getByRole('dialog', { name: 'Undo the combination' });
  await expect(dialog).toContainText('become two people again');
  await lookEverywhere(page, info, 'undo-combination');
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(latest.getByRole('listitem').first()).toContainText(/Undone .* by /);
  await expect(undo).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'one person now' })).toHaveCount(0);
  await lookEverywhere(page, info, 'combination-undone');
  await search(page, 'base').fill('Patricia');
  await expect(region(page, 'Base person').getByRole('button', { name: /Simpson, Patricia/ })).toBeVisible();
  expect((await page.goto(`${product.baseUrl}/staff/${otherId}`))?.status()).toBe(200);
});

test('a person who changed after the preview is not combined: the preview is shown again', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}) => {
  const base = await insertPerson(ctx, { staffNumber: '1', lastName: 'Base' });
  const other = await insertPerson(ctx, { staffNumber: '2', lastName: 'Other' });
  await signIn(page, product.baseUrl, access, `${PATH}?base=${base.id}&other=${other.id}`);
  const preview = region(page, 'Preview');
  await expect(preview).toContainText('The staff number 2 is removed');
  ok(await vendor.call('PUT', '/staffMembers/1', { cellPhone: '7635550177' }), 200);
  await preview.getByRole('button', { name: 'Combine', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Combine', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'changed after the preview' })).toBeVisible();
  await expect(preview.getByRole('row', { name: /^Cell/ })).toContainText('7635550177');
});

test('axe finds nothing in Combine Person, light and dark, 1280 and 375 px', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  const base = await insertPerson(ctx, {
    staffNumber: '1',
    lastName: LONG,
    firstName: '<script>alert(1)</script>',
    ssn: '123456789',
  });
  const other = await insertPerson(ctx, {
    lastName: 'שלום',
    firstName: '🧑‍🏫',
    birthDate: '1979-07-04',
    ssn: '987654321',
    workEmail: `${'a'.repeat(85)}@school.us`,
  });
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(search(page, 'base')).toBeVisible();
  await search(page, 'base').fill('wolfe');
  await expect(region(page, 'Base person').getByRole('button', { name: /Wolfe/ })).toBeVisible();
  await look('combine-search');
  await page.goto(`${product.baseUrl}${PATH}?base=${base.id}&other=${other.id}`);
  await expect(page.getByText('Social Security numbers differ')).toBeVisible();
  await look('combine-preview');
  await page.getByRole('button', { name: 'Combine', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('combine-dialog');
  await page.goto(`${product.baseUrl}${PATH}?base=${base.id}&other=${ctx.newId()}`);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await look('combine-gone');
});
