import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { workbookOf } from '../../lib/staff-file/testing/workbook.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';
import { PATH, SynchronizationPage } from './synchronization-page.ts';

const UPLOAD = 'Transfer Staff Via File Upload';

/** An export as HR systems write them: own headers, dates by month, rows that Campus can't take. */
const HEADER =
  'Key #,Last Name,First Name,Sex,Hire Date,Block,Job Code,Position Start Date,Phone,Badge Colour';
const SOUND = [
  '30001,Brown,Ann,F,7/25/2020,010,T1,8/1/2020,+1 612 555 0101,blue',
  '30002,"Simpson, Jr.",Pat,F,7/5/2021,010,T1,8/1/2021,,',
];
const BAD = [
  '30003,"O\'Neil ""Bo""\nSecond line",Bo,Q,7/25/2020,010,T1,8/1/2020,+1 612 555 0103,=HYPERLINK(1)',
  ',Reyes,Ana,F,2/30/2020,010,T1,8/1/2020,,red',
  '30001,Browne,Ann,F,,,,,,',
];
const csv = (rows: string[], header = HEADER) => ({
  name: 'hr export.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows].join('\r\n')),
});

const card = (page: Page) => page.getByRole('region', { name: UPLOAD });
const property = (page: Page, header: string) => page.getByLabel(`Property of ${header}`, { exact: true });
async function choose(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  const input = card(page).getByLabel('File', { exact: true });
  await expect(input).toBeEnabled();
  await input.setInputFiles(file);
}

async function openUpload(page: Page): Promise<void> {
  await new SynchronizationPage(page).button('Start Transfer').click();
  await page.getByRole('button', { name: UPLOAD }).click();
  await expect(card(page).getByRole('heading', { name: UPLOAD })).toBeFocused();
}

test('SYNC-12 SYNC-2 a file of HR’s own headers: guessed, fixed by hand, its bad rows downloaded, fixed and sent again', async ({
  admin: page,
}) => {
  const sync = new SynchronizationPage(page);
  await openUpload(page);
  await choose(page, csv([...SOUND, ...BAD]));

  await expect(property(page, 'Last Name')).toHaveValue('lastName');
  await expect(property(page, 'Hire Date')).toHaveValue('employments.1.hireDate');
  await expect(page.getByLabel('Dates of Hire Date')).toHaveValue('mdy');
  await expect(card(page)).toContainText('Simpson, Jr.');
  await expect(card(page)).toContainText('3 columns are not used: Key #, Block, Badge Colour.');
  await expect(card(page)).toContainText('No column contains Staff number, which is required.');
  await expect(card(page)).toContainText('No column contains School number, which is required.');
  await expect(page.getByRole('button', { name: 'Transfer this file' })).toBeDisabled();
  await property(page, 'Key #').selectOption('staffNumber');
  await property(page, 'Block').selectOption('lastName');
  await expect(card(page)).toContainText(
    '“Last Name” and “Block” both contain Last name. Leave only one of them in.',
  );
  await property(page, 'Block').selectOption('positions.1.schoolNumber');
  await page.getByRole('button', { name: 'Transfer this file' }).click();

  const rows = page.getByRole('table', { name: 'Rows that can’t be transferred' }).getByRole('row');
  await expect(card(page).getByRole('alert')).toContainText('4 rows of hr export.csv can’t be transferred.');
  await expect(rows).toHaveCount(6);
  await expect(rows.filter({ hasText: 'lines 2 and 7' })).toContainText(/^2Last Name30001/);
  await expect(rows.nth(2)).toContainText(/^4Sex30003/);
  await expect(rows.filter({ hasText: 'Hire Date' })).toContainText(/^6Hire Date/);
  await expect(rows.filter({ hasText: 'Another row of this staff member' })).toContainText(/^7–30001/);
  await expect(sync.fact('Staff Transferred')).toHaveText('0');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('hr export-bad-rows.csv');
  const bad = await readFile(await download.path(), 'utf8');
  expect(bad.startsWith(`\uFEFF${HEADER},Errors\r\n30001,Brown,Ann,F,7/25/2020,`)).toBe(true);
  expect(bad).toContain('\r\n30003,"O\'Neil ""Bo""\nSecond line",Bo,Q,');
  expect(bad).toContain("'+1 612 555 0103,'=HYPERLINK(1)");
  expect(bad).toContain('\r\n,Reyes,Ana,F,2/30/2020,010,T1,8/1/2020,,red,');

  const fixed = bad
    .replace('Q,7/25', 'F,7/25')
    .replace('\r\n,Reyes', '\r\n30004,Reyes')
    .replace('2/30', '2/20')
    .replace(/\r\n30001,Browne,Ann,F,,[^\r]*/, '');
  await page.getByRole('button', { name: 'Choose the fixed file' }).click();
  await choose(page, { ...csv([]), buffer: Buffer.from(fixed) });
  await expect(page.getByRole('row', { name: /^Key #/ })).toContainText('Remembered');
  await expect(property(page, 'Errors')).toHaveValue('');
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await expect(card(page)).toContainText('hr export.csv was transferred');
  await expect(sync.fact('Staff Transferred')).toHaveText('3');

  await page.getByRole('button', { name: 'Transfer another file' }).click();
  await choose(page, csv([...SOUND.slice(1), ...BAD.slice(1, 2)]));
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await page.getByRole('button', { name: 'Set aside and transfer the rest' }).click();
  await expect(card(page)).toContainText('The transfer now has 4 staff members, and 1 record set aside.');
  await expect(sync.fact('Staff Transferred')).toHaveText('4');
  await expect(sync.fact('Set Aside')).toHaveText('1');
});

test('JSON and NDJSON by drag and drop; other files, and a transfer that has ended, are refused with a reason', async ({
  admin: page,
  vendor,
}) => {
  const sync = new SynchronizationPage(page);
  await openUpload(page);
  const drop = async (name: string, text: string) => {
    const data = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content as string], fileName as string));
        return transfer;
      },
      [name, text],
    );
    await card(page).getByText('Drop a file here').dispatchEvent('drop', { dataTransfer: data });
  };
  await drop('staff.pdf', 'x');
  await expect(card(page).getByRole('alert')).toContainText(
    'staff.pdf is not a .csv, .xlsx, .json or .ndjson file.',
  );
  await drop('staff.xlsx', 'PK\x03\x04');
  await expect(card(page).getByRole('alert')).toContainText('damaged or incomplete');

  const [first, second, third] = staffOf(3);
  await drop('staff.json', JSON.stringify({ staffMembers: [first, second] }));
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await expect(card(page)).toContainText('staff.json was transferred');
  await page.getByRole('button', { name: 'Transfer another file' }).click();
  await drop('staff.ndjson', `${JSON.stringify(first)}\n\n${JSON.stringify(third)}\n`);
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await expect(card(page).getByRole('alert')).toContainText('1 row of staff.ndjson');
  await page.getByRole('button', { name: 'Choose the fixed file' }).click();
  await drop('staff.json', `[${JSON.stringify(third)}`);
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await expect(card(page).getByRole('alert')).toContainText('ends before its list does');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await expect(sync.fact('Staff Transferred')).toHaveText('2');

  await page.route(/\/api\/admin\/sync\/upload\?/, () => {});
  await drop('staff.json', `[${JSON.stringify(third)}]`);
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await expect(card(page).getByRole('progressbar', { name: 'Sending staff.json' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the upload' }).click();
  await expect(card(page).getByRole('alert')).toContainText('No staff were transferred.');
  await page.unrouteAll();

  ok(await vendor.end(), 200);
  await sync.expectState('TRANSFER ENDED', ['Restart Transfer', 'Validate']);
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await expect(card(page).getByRole('alert')).toContainText('transferred');
});

test('a workbook with a title, two sheets and a header in another row, in Windows-1252 the same', async ({
  admin: page,
}) => {
  const sync = new SynchronizationPage(page);
  await openUpload(page);
  const rows = [
    ['Foo', 'Bar', 'Baz', 'Qux'],
    ['Emp #', 'Last', 'First', 'Sex'],
    ['0007', 'Muñoz', 'José', 'M'],
  ];
  const workbook = workbookOf({
    Notes: [['a', 'b']],
    Staff: [['Grand Bend ISD'], ...rows, ['Total employees', '1']],
  });
  await choose(page, { ...csv([]), name: 'staff.xlsx', buffer: workbook });
  await page.getByLabel('Sheet', { exact: true }).selectOption('Staff');
  await expect(card(page)).toContainText(
    'Sheet “Staff”, header in row 3. Left out: 2 rows above the table and 1 row below the table.',
  );
  const headerRow = page.getByLabel('Header is in row', { exact: true });
  await headerRow.fill('2');
  await headerRow.press('Enter');
  await expect(property(page, 'Foo')).toBeVisible();
  await headerRow.fill('7');
  await headerRow.press('Enter');
  await expect(card(page).getByRole('alert')).toContainText('Row 7 of the file is blank');
  await headerRow.fill('3');
  await headerRow.press('Enter');
  await expect(property(page, 'Emp #')).toHaveValue('staffNumber');
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await expect(card(page)).toContainText('staff.xlsx was transferred');
  await page.getByRole('button', { name: 'Transfer another file' }).click();
  const text = rows
    .slice(1)
    .map((row) => row.join(';').replace('0007', '0008'))
    .join('\r\n');
  await choose(page, { ...csv([]), buffer: Buffer.from(text, 'latin1') });
  await expect(card(page)).toContainText('Windows-1252, separated by semicolons, header in row 1.');
  await expect(card(page)).toContainText('Muñoz');
  await page.getByRole('button', { name: 'Transfer this file' }).click();
  await expect(sync.fact('Staff Transferred')).toHaveText('2');
});

test('the template has every property, and is taken back by its own names', async ({ admin: page }) => {
  await openUpload(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card(page).getByRole('link', { name: 'Download a template' }).click(),
  ]);
  const template = await readFile(await download.path(), 'utf8');
  for (const name of ['staffNumber', 'positions.2.schoolNumber', 'household.address.fullStreetAddress'])
    expect(template.split(/[\uFEFF,\r\n]/)).toContain(name);
  await choose(page, { ...csv([]), name: 'staff-template.csv', buffer: Buffer.from(template) });
  await expect(property(page, 'positions.2.schoolNumber')).toHaveValue('positions.2.schoolNumber');
  await expect(card(page).getByText('not used:')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Transfer this file' })).toBeEnabled();
});

test('axe finds nothing in the file upload, light and dark, 1280 and 375 px; by keyboard alone', async ({
  page,
  product,
  district: { access },
}, info) => {
  await page.setViewportSize(TELEPHONE);
  const look = (where: string) => lookEverywhere(page, info, where);
  await signIn(page, product.baseUrl, access, PATH);
  const sync = new SynchronizationPage(page);
  await sync.expectState('NOT STARTED', ['Start Transfer']);
  await sync.button('Start Transfer').press('Enter');
  await page.getByRole('button', { name: UPLOAD }).press('Enter');
  await expect(card(page).getByRole('heading', { name: UPLOAD })).toBeFocused();
  await look('choose');
  const chooser = page.waitForEvent('filechooser');
  await card(page).getByRole('button', { name: 'Choose a file' }).press('Enter');
  await (await chooser).setFiles(csv([...SOUND, ...BAD]));
  await property(page, 'Block').selectOption('positions.1.schoolNumber');
  await look('columns-blocked');
  await property(page, 'Key #').selectOption('staffNumber');
  await expect(card(page).getByText('which is required')).toHaveCount(0);
  await page.getByRole('button', { name: 'Transfer this file' }).press('Enter');
  await expect(card(page).getByRole('alert')).toContainText('No staff were transferred');
  await look('bad-rows');
  await page.getByRole('button', { name: 'Set aside and transfer the rest' }).press('Enter');
  await expect(card(page)).toContainText('was transferred');
  await look('staged');
  await page.getByRole('button', { name: 'Close file upload' }).press('Enter');
  await expect(card(page)).toHaveCount(0);
});
