import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../../lib/context.ts';
import { readPdf } from '../../lib/export/pdf/testing/read-pdf.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const PATH = '/business-office/check-campus-data';
const positions = [{ startDate: '2024-07-01', assignmentCode: '20' }];

const fill = async (ctx: Context) => {
  await insertPerson(ctx, {
    ...{ lastName: 'Twin', firstName: 'One', middleName: 'Alexander', staffNumber: 'PENDING', positions },
    ...{ birthDate: '1977-06-24', workEmail: 'alexandertwinone@edfi.org' },
  });
  await insertPerson(ctx, { lastName: 'Twin', firstName: 'Two', staffNumber: 'pending' });
  await insertPerson(ctx, { lastName: '<script>alert(1)</script>', firstName: 'Nan', positions });
  await insertPerson(ctx, { lastName: 'Fine', staffNumber: '10058', positions });
};

const list = (page: Page, name: string) => page.getByRole('region', { name });
const rows = (page: Page, name: string) => list(page, name).getByRole('row');

/** On a telephone a number is corrected without scrolling its table sideways. */
const expectNothingCutOff = async (page: Page) => {
  for (const table of await page
    .getByRole('group')
    .filter({ has: page.getByRole('table') })
    .all())
    expect(await table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
};

test('CHK-1 CHK-2 opened in a new tab from Staff Synchronization; a corrected number leaves the list', async ({
  admin,
  context,
  product,
  district: { ctx },
}) => {
  await fill(ctx);
  const opening = context.waitForEvent('page');
  await admin.getByRole('link', { name: 'Check Campus Data' }).click();
  const page = await opening;
  await expect(page.getByRole('heading', { level: 1, name: 'Check Campus Data' })).toBeVisible();
  await expect(list(page, 'Duplicate staff numbers').getByRole('status')).toHaveText(
    '2 people left with 1 shared number. Staff Numbers must be unique.',
  );
  await expect(rows(page, 'Duplicate staff numbers')).toHaveText([
    /Staff Number/,
    /PENDING.*Twin, One/,
    /pending.*Twin, Two/,
  ]);
  await expect(rows(page, 'No staff number')).toHaveText([
    /Staff Number/,
    /No number.*<script>alert\(1\)<\/script>, Nan/,
  ]);

  const downloading = page.waitForEvent('download');
  await list(page, 'No staff number').getByRole('link', { name: 'Export to CSV' }).click();
  expect((await (await (await downloading).createReadStream()).toArray()).join('')).toContain('<script>');

  const printing = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export to PDF' }).click();
  const pdf = readPdf(await readFile(await (await printing).path()));
  expect(pdf.pages.flat()).toEqual(expect.arrayContaining(['PENDING', 'pending', 'Page 1 of 1']));

  const duplicates = page.url();
  await page.getByRole('link', { name: 'Combine Twin, Two with Twin, One' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Combine Person' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Base person' })).toContainText('Twin, Two');
  await page.goto(duplicates);
  await page.getByRole('link', { name: 'Twin, Two', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /Twin/ })).toBeVisible();
  await page.getByRole('region', { name: 'Demographics' }).getByRole('button', { name: /Edit/ }).click();
  await page.getByLabel('Staff Number').fill('77');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Demographics' })).toContainText('77');
  await page.goBack();
  await list(page, 'Duplicate staff numbers').getByRole('button', { name: 'Check again' }).click();
  await expect(list(page, 'Duplicate staff numbers').getByRole('status')).toHaveText(
    'All staff numbers are correct.',
  );
  await expect(list(page, 'Duplicate staff numbers')).toContainText('No two people share a staff number.');

  const left = list(page, 'Staff numbers that are no numbers');
  await expect(left.getByRole('status')).toContainText(
    '1 person left with a placeholder instead of a number',
  );
  const cutOff = await left.getByRole('group').evaluate((table) => table.scrollWidth - table.clientWidth);
  expect(cutOff, 'pixels of the table that are cut off').toBe(0);
  await left.getByLabel('New staff number of Twin, One').fill('77');
  await left.getByRole('button', { name: 'Save the staff number of Twin, One' }).click();
  await expect(left.getByRole('alert')).toContainText('Twin, Two');
  await left.getByLabel('New staff number of Twin, One').fill('78');
  await left.getByRole('button', { name: 'Save the staff number of Twin, One' }).click();
  await expect(left).toContainText('Every staff number is a number.');

  await page.getByRole('button', { name: 'Paste a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a list' });
  await dialog.getByLabel('List').fill('77\t177\nTwin, One\t178\nNobody, Here\t9\n10058\t178');
  await dialog.getByRole('button', { name: 'Check list' }).click();
  await expect(dialog.getByRole('status')).toHaveText(
    '1 staff number will change. 3 lines can’t be used as written. Correct them in the list and check again.',
  );
  await expect(dialog.getByRole('row')).toHaveText([
    /What Happens/,
    /2.*Twin, One.*78.*178.*Pasted twice.*on lines 2 and 4/,
    /3.*Nobody, Here.*Not found/,
    /4.*Fine, .*10058.*178.*Pasted twice/,
    /1.*Twin, Two.*77.*177.*Will change/,
  ]);
  await dialog.getByRole('button', { name: 'Change 1 number' }).click();
  await expect(dialog.getByLabel('List')).toHaveValue('Twin, One\t178\nNobody, Here\t9\n10058\t178');
  await dialog.getByLabel('List').fill('Twin, One\t178\n177 → 179');
  await dialog.getByLabel('List').press('Tab');
  await dialog.getByRole('button', { name: 'Check list' }).press('Enter');
  await dialog.getByRole('button', { name: 'Change 2 numbers' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('2 staff numbers were changed.')).toBeVisible();
  await page.goto(`${product.baseUrl}/staff?search=178`);
  await expect(page.getByRole('link', { name: 'Twin, One' })).toBeVisible();
});

test('axe finds nothing in Check Campus Data, light and dark, 1280 and 375 px', async ({
  page,
  product,
  district: { access, ctx },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByText('Every staff member has a number.')).toBeVisible();
  await look('check-empty');
  await fill(ctx);
  await page.reload();
  await expect(rows(page, 'Duplicate staff numbers')).toHaveCount(3);
  await look('check');
  await expectNothingCutOff(page);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a list' });
  await dialog
    .getByLabel('List')
    .fill('10058\t20058\npending\t5\nNobody, Here\t9\nTwin, One\t10058\n10058,20058');
  await dialog.getByRole('button', { name: 'Check list' }).click();
  await expect(dialog.getByRole('row')).toHaveCount(6);
  await look('check-list');
  await expectNothingCutOff(page);
});
