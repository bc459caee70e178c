import type { Locator, Page } from '@playwright/test';
import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { pat, teacher } from '../staff.ts';
import { ok } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const PATH = '/addresses';
const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };
/** The list comes by a call of the page itself, after the sign-in: on a busy machine that is long. */
const ARRIVING = { timeout: 30_000 };
const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstoneha';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const address = (fullStreetAddress: string) => ({ fullStreetAddress, ...BLAINE });

async function lives(ctx: Context, lastName: string, ...lines: string[]): Promise<string[]> {
  const person = await insertPerson(ctx, { lastName, staffNumber: lastName });
  const locations = lines.map((line) => ({ address: address(line) }));
  return (await insertHousehold(ctx, { members: [person.id], locations })).addressIds;
}

test('Merge: two spellings of a door become one, by keyboard; HR’s old spelling means the kept one; Undo parts them', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}) => {
  await lives(ctx, 'Simpson', '4321 Lexington Ave');
  await lives(ctx, 'Brown', '4321 N Lexington Ave');
  await lives(ctx, 'Green', '4321 N Lexington Ave');
  await lives(ctx, 'Elsewhere', '12 Oak Ct Apt 4', '12 Oak Ct Apt 5');
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByRole('heading', { level: 1, name: 'Addresses' })).toBeVisible();
  await expect(page.getByText('1 pair in 4 addresses.')).toBeVisible(ARRIVING);
  const pair = region(page, '4321 Lexington Ave, Blaine MN 55123 and 4321 N Lexington Ave, Blaine MN 55123');
  await expect(pair).toContainText('88 % similar: direction N in one only.');
  await expect(pair.locator('mark')).toHaveText(['N']);
  await expect(pair).toContainText('2 households · 2 people, 2 staff');
  await expect(pair.getByRole('link', { name: 'Simpson, Pat' })).toBeVisible();

  // Where more people live is proposed to be kept; the arrow keys choose otherwise.
  const [plain, north] = [/^4321 Lexington/, /^4321 N Lexington/].map((name) =>
    pair.getByRole('radio', { name }),
  );
  await expect(north as Locator).toBeChecked();
  await (north as Locator).focus();
  await page.keyboard.press('ArrowUp');
  await expect(plain as Locator).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(north as Locator).toBeChecked();

  const merge = pair.getByRole('button', { name: 'Merge', exact: true });
  await merge.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Merge addresses' });
  await expect(dialog).toContainText(
    'Everyone at 4321 Lexington Ave, Blaine MN 55123 will be at 4321 N Lexington Ave',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(merge).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 household moved.')).toBeVisible();
  await expect(page.getByText('No possible duplicates')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Possible duplicates', exact: true })).toBeFocused();

  ok(
    await vendor.post(
      '/staffMembers',
      pat({
        positions: [teacher()],
        household: { householdLocations: [{ address: address('4321 Lexington Avenue') }] },
      }),
    ),
    201,
  );
  const body = ok(
    await vendor.get<{ household: { householdLocations: { address: object }[] } }>('/staffMembers/10058'),
    200,
  );
  expect(body.household.householdLocations[0]?.address).toMatchObject({ prefix: 'N', street: 'Lexington' });

  const decisions = region(page, 'Decisions');
  await expect(decisions.getByRole('listitem')).toHaveCount(1);
  await decisions.getByRole('button', { name: /^Undo/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 location restored.')).toBeVisible();
  await expect(decisions.getByRole('listitem')).toContainText('undone by');
  await expect(pair).toBeVisible();
});

test('Not the same is remembered, and can be undone; two are found by search and are in the URL', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await lives(ctx, 'Simpson', '100 Maple St', '100 Maple Ave', '7 Far Away Ln');
  await signIn(page, product.baseUrl, access, PATH);
  const pair = region(page, '100 Maple Ave, Blaine MN 55123 and 100 Maple St, Blaine MN 55123');
  await expect(pair).toBeVisible(ARRIVING);
  await pair.getByRole('button', { name: 'Not the same' }).click();
  await expect(page.getByText('No possible duplicates')).toBeVisible();
  await page.reload();
  await expect(page.getByText('No possible duplicates')).toBeVisible(ARRIVING);
  const decisions = region(page, 'Decisions');
  await expect(decisions.getByRole('listitem')).toContainText('Not the same');

  const compare = region(page, 'Compare two addresses');
  const box = compare.getByRole('searchbox', { name: 'Search addresses' });
  await box.fill('100 Maple St, Blaine MN 55123');
  const exact = compare.getByRole('button', { name: /^100 Maple St.*Exact match/ });
  await expect(exact).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(exact).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(compare.getByText('First')).toBeVisible();
  await compare.getByRole('button', { name: /^100 Maple Ave/ }).click();
  await expect(page).toHaveURL(/first=.*second=/);
  await expect(compare).toContainText('These addresses were marked as not the same');
  await expect(compare.getByRole('button', { name: 'Merge', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.reload();
  await expect(compare).toContainText('These addresses were marked as not the same');

  await compare.getByRole('button', { name: 'Choose another second address' }).click();
  await box.fill('7 far away');
  await compare.getByRole('button', { name: /^7 Far Away/ }).click();
  await expect(compare).toContainText('Campus sees no similarity.');

  await decisions.getByRole('button', { name: /^Undo/ }).click();
  await expect(pair).toBeVisible();
});

test('a pair that was decided in another tab meanwhile: the refusal says so, and the list is shown again', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await lives(ctx, 'Simpson', '4321 Lexington Ave', '4321 N Lexington Ave');
  await signIn(page, product.baseUrl, access, PATH);
  const pair = region(page, '4321 Lexington Ave, Blaine MN 55123 and 4321 N Lexington Ave, Blaine MN 55123');
  await expect(pair).toBeVisible(ARRIVING);
  const second = await page.context().newPage();
  await second.goto(`${product.baseUrl}${PATH}`);
  await second.getByRole('button', { name: 'Not the same' }).click();
  await expect(second.getByText('No possible duplicates')).toBeVisible();
  await pair.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('Nothing was changed')).toBeVisible();
  await expect(page.getByText('These were decided to be two addresses').first()).toBeVisible();
  await expect(page.getByText('No possible duplicates')).toBeVisible();
  await expect(region(page, 'Decisions').getByRole('listitem')).toContainText('Not the same');
});

test('axe finds nothing in Addresses, light and dark, 1280 and 375 px', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByText('No possible duplicates')).toBeVisible(ARRIVING);
  await look('addresses-empty');
  await lives(ctx, LONG, '4321 Lexington Ave');
  await lives(ctx, '<script>alert(1)</script>', '4321 N Lexington Ave');
  await lives(
    ctx,
    'שלום',
    '4321 N Lexington Ave',
    `9 ${LONG.replace('-', '')} St`,
    `9 ${LONG.replace('-', '')} Ave`,
  );
  await page.reload();
  await expect(page.getByRole('button', { name: 'Merge', exact: true })).toHaveCount(2, ARRIVING);
  await page.getByRole('searchbox', { name: 'Search addresses' }).fill('4321 Lexington');
  await expect(
    region(page, 'Compare two addresses').getByRole('button', { name: /N Lexington/ }),
  ).toBeVisible();
  await look('addresses-search');
  await page.getByRole('button', { name: 'Merge', exact: true }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('addresses-dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(region(page, 'Decisions').getByRole('listitem')).toHaveCount(1);
  // The merged pair leaves the list a moment after its decision arrives.
  const apart = page.getByRole('button', { name: 'Not the same', exact: true });
  await expect(apart).toHaveCount(1);
  await apart.click();
  await expect(region(page, 'Decisions').getByRole('listitem')).toHaveCount(2);
  await region(page, 'Decisions').getByRole('button', { name: /^Undo/ }).last().click();
  await expect(region(page, 'Decisions')).toContainText('undone by');
  await look('addresses-decisions');
  await page.goto(`${product.baseUrl}${PATH}?first=${ctx.newId()}&second=nothing`);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await look('addresses-gone');
});

test('RO-4 the dialog says how many people HR manages; HR’s next call for them has the warning', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  await lives(ctx, 'Brown', '4321 N Lexington Ave');
  await lives(ctx, 'Green', '4321 N Lexington Ave');
  const household = { householdLocations: [{ address: address('4321 Lexington Ave') }] };
  ok(await vendor.post('/staffMembers', pat({ positions: [teacher()], household })), 201);
  await signIn(page, product.baseUrl, access, PATH);
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge addresses' });
  await expect(dialog).toContainText('HR manages 1 person at this address.');
  await lookEverywhere(page, info, 'merge-dialog');
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('1 household moved.')).toBeVisible();
  const { warnings } = ok<{ warnings: { code: string }[] }>(
    await vendor.call('PUT', '/staffMembers/10058', { workPhone: '7635550100' }),
    200,
  );
  expect(warnings.map(({ code }) => code)).toEqual(['addressMerged']);
});
