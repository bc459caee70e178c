import type { Locator, Page } from '@playwright/test';
import { textRun } from '../../db/sql-text.ts';
import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { pat, teacher } from '../staff.ts';
import { ok } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstoneha';

const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const edit = (page: Page, name: string) => page.getByRole('button', { name: `Edit ${name}`, exact: true });

/** Someone with everything a page can show. */
async function everything(ctx: Context): Promise<string> {
  const { id } = await insertPerson(ctx, {
    staffNumber: 'PENDING',
    lastName: LONG,
    firstName: '<script>alert(1)</script>',
    middleName: 'שלום 🧑‍🏫',
    ssn: '123456789',
    birthDate: '1979-07-04',
    workEmail: `${'a'.repeat(85)}@school.us`,
    employments: [{ hireDate: '2020-12-08' }, { hireDate: '2015-08-01', terminationDate: '2019-06-30' }],
    positions: [
      { startDate: '2023-08-14', assignmentCode: '20', titleCode: 'DA8F3B5B', section: 'Swimming' },
      { startDate: '2021-08-14', endDate: '2023-06-30', assignmentCode: '10' },
    ],
  });
  await insertPerson(ctx, { staffNumber: 'pending', lastName: 'Twin' });
  await insertHousehold(ctx, {
    name: 'Simpson',
    members: [id],
    locations: [
      {
        address: {
          fullStreetAddress: '4321 South Lexington Ave SE Apt 45',
          city: 'Blaine',
          state: 'MN',
          zip: '55123',
        } as never,
      },
    ],
  });
  return id;
}

test('CHK-2 somebody without number and position is repaired in place, by keyboard', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await insertPerson(ctx, { staffNumber: '7', lastName: 'Holder' });
  const { id } = await insertPerson(ctx, {
    lastName: 'Brown',
    firstName: 'Allison',
    employments: [{ hireDate: '2024-07-01' }],
  });
  await signIn(page, product.baseUrl, access, '/staff?filter=incomplete,noNumber');
  await page.getByRole('link', { name: 'Brown, Allison' }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByRole('heading', { level: 1, name: 'Brown, Allison' })).toBeVisible();
  await expect(page.getByText('Incomplete', { exact: true }).first()).toBeVisible();

  await edit(page, 'Demographics').focus();
  await page.keyboard.press('Enter');
  const number = page.getByLabel('Staff Number');
  await expect(page.getByLabel('Last Name')).toBeFocused();
  await number.fill('7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Holder' })).toBeVisible();
  await expect(number).toHaveAttribute('aria-invalid', 'true');
  await number.fill('10058');
  await page.getByLabel('Last Name').fill('Simpson');
  await page.getByLabel('Social Security Number').fill('123-45-6789');
  await page.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Simpson, Allison' })).toBeVisible();
  await expect(edit(page, 'Demographics')).toBeFocused();
  await expect(section(page, 'Demographics')).toContainText('•••-••-6789');
  await expect(section(page, 'Identities').getByRole('listitem')).toHaveCount(2);

  await edit(page, 'District Assignments').click();
  await page.getByRole('button', { name: 'Add assignment' }).click();
  await page.getByLabel('School').selectOption('010');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/start date is required/i)).not.toHaveCount(0);
  await page.getByLabel('Assignment Code').selectOption('20');
  await page.getByLabel('Start Date').fill('2024-08-14');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(section(page, 'District Assignments')).toContainText('Harrison High School');
  await expect(page.getByText('Incomplete', { exact: true })).toHaveCount(0);

  await edit(page, 'District Employment').click();
  await page.getByLabel('Termination Date').fill('2025-06-30');
  await page.keyboard.press('Escape');
  await expect(edit(page, 'District Employment')).toBeFocused();
  await expect(section(page, 'District Employment')).toContainText('Open');
  await expect(section(page, 'History')).toContainText('Morgan, Alex');
  await expect(section(page, 'History')).not.toContainText('123456789');
});

test('RO-1 RO-2 what HR manages is locked, and shows who wrote it and the value before', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}) => {
  const { id } = await insertPerson(ctx, {
    staffNumber: '10058',
    lastName: 'Brown',
    workPhone: '7635550100',
  });
  await vendor.send([pat({ workPhone: '7635550199', positions: [teacher()] })]);
  ok(await vendor.validate(), 200);
  ok(await vendor.commit(), 200);
  await signIn(page, product.baseUrl, access, `/staff/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Simpson, Pat' })).toBeVisible();
  for (const name of ['Demographics', 'District Employment', 'District Assignments']) {
    await expect(edit(page, name)).toHaveCount(0);
    await expect(section(page, name)).toContainText('To change it, change it in the HR system');
  }
  const demographics = section(page, 'Demographics');
  await expect(demographics).toContainText('Managed by HR — last written by the commit of');
  await expect(demographics).not.toContainText('before: 7635550100');
  await demographics.getByRole('button', { name: 'Who wrote this' }).click();
  await expect(demographics).toContainText(
    /Managed by HR — last written by the commit of .*before: 7635550100/,
  );
  await expect(demographics).toContainText('before: Brown');
  await expect(section(page, 'District Assignments')).toContainText(
    'Managed by HR — last written by the commit',
  );
  const put = await page.request.put(`${product.baseUrl}/api/admin/staff/${id}/employments`, {
    data: { rev: 2, employments: [] },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect([put.status(), (await put.json()).errors[0].code]).toEqual([409, 'readOnly']);
});

test('what somebody else saved meanwhile is not overwritten, and can be shown', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  const { id } = await insertPerson(ctx, { staffNumber: '1' });
  await signIn(page, product.baseUrl, access, `/staff/${id}`);
  await edit(page, 'Demographics').click();
  await page.getByLabel('Work Phone').fill('111');
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, "update person set cell_phone = '222', rev = rev + 1 where district_id = $1 and id = $2", [
      tx.districtId,
      id,
    ]),
  );
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'This person was changed while you were editing' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(section(page, 'Demographics')).toContainText('222');
  await expect(section(page, 'Demographics')).not.toContainText('111');
});

test('nobody is at an address of nobody, and says so with 404', async ({
  page,
  product,
  district: { access, ctx },
}) => {
  await signIn(page, product.baseUrl, access, '/staff');
  for (const id of [ctx.newId(), 'nonsense'])
    expect((await page.goto(`${product.baseUrl}/staff/${id}`))?.status()).toBe(404);
});

test('axe finds nothing on a person’s page, light and dark, 1280 and 375 px', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  const id = await everything(ctx);
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, `/staff/${id}`);
  await expect(section(page, 'Household')).toContainText('Lexington');
  await look('person');
  await edit(page, 'Demographics').click();
  await expect(page.getByLabel('Last Name')).toBeVisible();
  await edit(page, 'District Assignments').click();
  await edit(page, 'District Employment').click();
  await expect(page.getByRole('button', { name: 'Remove assignment 1' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(page.getByLabel('Hire Date').first()).toBeVisible();
  await look('person-editing');
  ok(
    await vendor.call(
      'POST',
      '/staffMembers',
      pat({ positions: [teacher()], employments: [{ hireDate: '2024-07-01' }] }),
    ),
    201,
  );
  await page.goto(`${product.baseUrl}/staff?search=10058`);
  await page.getByRole('link', { name: 'Simpson, Pat' }).click();
  await expect(page.getByText('HR manages this person')).toBeVisible();
  await look('person-managed');
});

test('RO-5 a person HR manages is unlocked, edited and locked again; the drift stays listed until HR sends it', async ({
  page,
  product,
  vendor,
  district: { access },
}, info) => {
  ok(await vendor.post('/staffMembers', pat({ workPhone: '7635550100', positions: [teacher()] })), 201);
  await signIn(page, product.baseUrl, access, '/staff');
  await page.getByRole('link', { name: 'Simpson, Pat' }).click();
  await expect(page.getByText('HR manages this person')).toBeVisible();
  await expect(edit(page, 'Demographics')).toHaveCount(0);

  const opener = page.getByRole('button', { name: 'Emergency Unlock' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Emergency Unlock' });
  await dialog.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(dialog).toContainText('Enter a reason.');
  await lookEverywhere(page, info, 'unlock-dialog');
  await dialog.getByLabel('Time').selectOption('2');
  await dialog.getByLabel('Reason').fill('HR is down');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Unlocked until/)).toBeVisible();
  await expect(page.getByText('HR is down')).toBeVisible();

  await edit(page, 'Demographics').click();
  await page.getByLabel('Work Phone').fill('7635550199');
  await page.getByRole('button', { name: 'Save' }).click();
  const drift = section(page, 'Different from HR’s last record');
  await expect(drift.getByRole('listitem')).toHaveText(['work phoneCampus 7635550199HR 7635550100']);
  await lookEverywhere(page, info, 'unlocked');

  await page.getByRole('button', { name: 'Lock Now' }).click();
  await expect(page.getByText('HR manages this person', { exact: true })).toBeVisible();
  await expect(edit(page, 'Demographics')).toHaveCount(0);
  await expect(drift).toBeVisible();
  ok(await vendor.call('PUT', '/staffMembers/10058', { workPhone: '7635550100' }), 200);
  await page.reload();
  await expect(section(page, 'Demographics')).toContainText('7635550100');
  await expect(drift).toHaveCount(0);
});
