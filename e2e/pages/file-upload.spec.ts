import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openTable } from '../../lib/staff-file/open-table.ts';
import { workbookOf } from '../../lib/staff-file/testing/workbook.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { expectNothingSideways, lookEverywhere, TELEPHONE } from './accessible.ts';
import { definitionOf, PATH, SynchronizationPage } from './synchronization-page.ts';

const UPLOAD = 'Transfer Staff Via File Upload';
const ROSTER = readFileSync(new URL('../../lib/staff-file/testing/roster.csv', import.meta.url));

/** An export as HR systems write them: own headers, dates by month, rows that Campus can't take. */
const HEADER =
  'Key #,Last Name,First Name,Sex,Hire Date,Block,Job Code,Position Start Date,Phone,Badge Colour';
const SOUND = [
  '30001,Brown,Ann,F,7/25/2020,010,T1,8/1/2020,+1 612 555 0101,blue',
  '30002,"Simpson, Jr.",Pat,F,7/5/2021,010,T1,8/1/2021,N/A,',
];
const BAD = [
  '30003,"O\'Neil ""Bo""\nSecond line",Bo,Q,7/25/2020,010,T1,8/1/2020,+1 612 555 0103,=HYPERLINK(1)',
  ',Reyes,Ana,F,2/30/2020,010,T1,8/1/2020,,red',
];
const csv = (rows: string[], header = HEADER) => ({
  name: 'hr export.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows].join('\r\n')),
});

const property = (page: Page, header: string) => page.getByLabel(`Column ${header}`, { exact: true });
const step = (page: Page) => page.locator('[aria-current="step"]');
const figure = definitionOf;

async function openUpload(page: Page): Promise<void> {
  await new SynchronizationPage(page).button('Start Transfer').click();
  await page.getByRole('button', { name: UPLOAD }).click();
  await expect(page.getByRole('heading', { level: 1, name: UPLOAD })).toBeVisible();
  await expect(step(page)).toHaveText('File');
}

/** null where there is no toast. */
const toastCoversNext = (page: Page): Promise<boolean | null> =>
  page.evaluate(() => {
    const toast = document.querySelector('[data-sonner-toast]')?.getBoundingClientRect();
    const next = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Next');
    const button = next?.getBoundingClientRect();
    if (!toast || !button) return null;
    return (
      toast.left < button.right &&
      button.left < toast.right &&
      toast.top < button.bottom &&
      button.top < toast.bottom
    );
  });

async function choose(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  const input = page.getByLabel('File', { exact: true });
  await expect(input).toBeEnabled();
  await input.setInputFiles(file);
  await expect(page.getByText(file.name, { exact: true })).toBeVisible();
}

async function next(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(step(page)).toHaveText(to);
}

test('SYNC-12 SYNC-2 somebody who has never seen the product gets a payroll roster in, nine people set aside', async ({
  admin: page,
}, info) => {
  await openUpload(page);
  await page.screenshot({ path: info.outputPath('toast.png') });
  expect(await toastCoversNext(page)).not.toBe(true);
  await choose(page, { name: 'roster.csv', mimeType: 'text/csv', buffer: ROSTER });
  await expect(
    page.getByText('UTF-8, separated by commas, header in row 1. Left out: 1 row below'),
  ).toBeVisible();
  await next(page, 'Columns');
  await expect(property(page, 'Emp #')).toHaveValue('staffNumber');
  await expect(property(page, 'Bldg')).toHaveValue('positions.1.schoolNumber');
  await expect(page.getByLabel('Dates of DOB')).toHaveValue('mdy');
  await expect(page.getByText('8/19/1976 is August 19, 1976.')).toBeVisible();
  await expect(page.getByText('***-**-1007').first()).toBeVisible();
  await expect(page.getByText('101-11-1007')).toHaveCount(0);
  await next(page, 'Values');
  const schools = page.getByRole('region', { name: 'Schools' });
  await expect(schools.getByLabel('Value 44', { exact: true })).toHaveValue('044');
  await expect(schools.getByRole('listitem').first()).toContainText('9999');
  await expect(page.getByLabel('Value Male', { exact: true })).toHaveValue('M');
  await expect(schools.getByRole('listitem').first()).toContainText(/\w+, \w+ \(\d+\)/);
  await page.screenshot({ path: info.outputPath('values.png'), fullPage: true });

  // Leaving and coming back loses nothing.
  await page.goto(page.url().replace(/\/upload.*/, ''));
  await page.getByRole('button', { name: UPLOAD }).click();
  await expect(step(page)).toHaveText('Values');
  await next(page, 'Check');
  for (const [name, value] of Object.entries({ Rows: '383', People: '300', Ready: '291', 'Set aside': '9' }))
    await expect(figure(page, name)).toHaveText(value);
  await expect(page.getByRole('button', { name: 'Transfer 291 people' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.getByLabel('Set these aside and transfer the rest').check();
  await page.getByRole('button', { name: 'Transfer 291 people' }).click();
  await expect(page.getByRole('heading', { name: 'roster.csv was transferred' })).toBeFocused();
  await page.getByRole('link', { name: 'Back to Staff Synchronization' }).click();
  const sync = new SynchronizationPage(page);
  await expect(sync.fact('Staff Transferred')).toHaveText('291');
  await expect(sync.fact('Set Aside')).toHaveText('9');

  // The same file once more: what is staged already is said before, and counts once.
  await page.getByRole('button', { name: UPLOAD }).click();
  await choose(page, { name: 'again.csv', mimeType: 'text/csv', buffer: ROSTER });
  await next(page, 'Columns');
  await expect(page.getByText('As last time').first()).toBeVisible();
  await next(page, 'Values');
  await next(page, 'Check');
  await expect(
    page.getByText('This synchronization already has 291 staff members, and 9 records set aside'),
  ).toBeVisible();
  await expect(page.getByText('291 people are already in it with the same data.')).toBeVisible();
  await page.getByLabel('Set these aside and transfer the rest').check();
  await page.getByRole('button', { name: 'Transfer 291 people' }).click();
  await expect(
    page.getByText('The transfer now has 291 staff members, and 9 records set aside.'),
  ).toBeVisible();
});

test('SYNC-2 a file of HR’s own headers: chosen by hand, problems fixed by one answer and cell by cell, kept as a mapping', async ({
  admin: page,
}) => {
  await openUpload(page);
  await choose(page, csv([...SOUND, ...BAD]));
  await next(page, 'Columns');
  await expect(property(page, 'Last Name')).toHaveValue('lastName');
  await expect(page.getByLabel('Dates of Hire Date')).toHaveValue('mdy');
  await expect(page.getByText('No column contains Staff number, which is required.')).toBeVisible();
  await expect(page.getByText('3 columns are not used: Key #, Block, Badge Colour.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true');
  await property(page, 'Key #').selectOption('staffNumber');
  await property(page, 'Block').selectOption('lastName');
  await expect(page.getByText('“Last Name” and “Block” both contain Last name.')).toBeVisible();
  await property(page, 'Block').selectOption('positions.1.schoolNumber');
  await expect(page.getByLabel('N/A of Phone')).toHaveValue('blank');
  await expect(page.getByLabel('Blanks of Phone')).toHaveValue('leave');
  await next(page, 'Values');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(property(page, 'Block')).toHaveValue('positions.1.schoolNumber');
  await next(page, 'Values');
  await next(page, 'Check');
  await expect(figure(page, 'Ready')).toHaveText('2');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download rows with problems' }).click(),
  ]);
  const bad = await readFile(await download.path(), 'utf8');
  expect(bad).toContain(`${HEADER},Errors`);
  expect(bad).toContain("'=HYPERLINK(1)");
  const [workbook] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'The same as XLSX' }).click(),
  ]);
  expect(workbook.suggestedFilename()).toMatch(/ - problems\.xlsx$/);
  const { header, rows } = await openTable(await workbook.createReadStream(), { headerRow: 1 });
  expect(header.join(',')).toBe(`${HEADER},Errors`);
  expect((await Array.fromAsync(rows)).flatMap(({ cells }) => cells)).toContain('=HYPERLINK(1)');

  await page.getByRole('button', { name: 'Fix all: Q' }).click();
  await page.getByLabel('Value Q', { exact: true }).selectOption('X');
  await expect(figure(page, 'Ready')).toHaveText('3');
  for (const [header, value] of [
    ['Key #', '30004'],
    ['Hire Date', '2/20/2020'],
  ] as const) {
    const cell = page.getByLabel(`${header} of line 6`, { exact: true });
    await cell.fill(value);
    await cell.press('Enter');
    await expect(
      page
        .getByRole('button', { name: `Undo ${header} of line 6` })
        .or(page.getByText('All rows can be transferred.')),
    ).toBeVisible();
  }
  await expect(figure(page, 'Ready')).toHaveText('4');
  await page.getByLabel('Keep these choices as').fill('Payroll');
  await page.getByRole('button', { name: 'Transfer 4 people' }).click();
  await expect(page.getByText('Your choices are kept as “Payroll”, version 1.')).toBeVisible();

  await page.getByRole('button', { name: 'Transfer another file' }).click();
  await choose(page, csv(['Brown,30005'], 'Last Name,Key #'));
  await page.getByLabel('Mapping', { exact: true }).selectOption('Payroll');
  await expect(page.getByText('The file does not have “First Name”')).toBeVisible();
  await next(page, 'Columns');
  await expect(property(page, 'Key #')).toHaveValue('staffNumber');
});

test('JSON and NDJSON by drag and drop; other files, and a transfer that has ended, are refused with a reason', async ({
  admin: page,
  vendor,
}) => {
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
    await page.getByText(/^Drop (a|another) file here/).dispatchEvent('drop', { dataTransfer: data });
  };
  await drop('staff.pdf', 'x');
  await expect(page.getByRole('alert').first()).toContainText(
    'staff.pdf is not a .csv, .xlsx, .json or .ndjson file.',
  );
  await drop('staff.xlsx', 'PK\x03\x04');
  await expect(page.getByRole('alert').first()).toContainText('damaged or incomplete');

  const [first, second, third] = staffOf(3);
  await drop('staff.json', JSON.stringify({ staffMembers: [first, second] }));
  await next(page, 'Check');
  await page.getByRole('button', { name: 'Transfer 2 people' }).click();
  await page.getByRole('button', { name: 'Transfer another file' }).click();
  await drop('staff.ndjson', `${JSON.stringify(third)}\n`);
  await next(page, 'Check');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.route(/\/sync\/upload\/drafts\?/, () => {});
  await drop('more.json', `[${JSON.stringify(third)}]`);
  await expect(page.getByRole('progressbar', { name: 'Sending more.json' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the upload' }).click();
  await expect(page.getByRole('alert').first()).toContainText('No staff were transferred.');
  await page.unrouteAll();
  await next(page, 'Check');
  ok(await vendor.end(), 200);
  await expect(page.getByText('No transfer is open, so no file can be transferred now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Transfer 1 person' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('a workbook with a title, two sheets and a header in another row, in Windows-1252 the same', async ({
  admin: page,
}) => {
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
  await expect(
    page.getByText(
      'Sheet “Staff”, header in row 3. Left out: 2 rows above the table and 1 row below the table.',
    ),
  ).toBeVisible();
  const headerRow = page.getByLabel('Header is in row', { exact: true });
  await headerRow.fill('7');
  await headerRow.press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('Row 7 of the file is blank');
  await headerRow.fill('3');
  await headerRow.press('Enter');
  await next(page, 'Columns');
  await expect(property(page, 'Emp #')).toHaveValue('staffNumber');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  const text = rows
    .slice(1)
    .map((row) => row.join(';').replace('0007', '0008'))
    .join('\r\n');
  await choose(page, { ...csv([]), buffer: Buffer.from(text, 'latin1') });
  await expect(page.getByText('Windows-1252, separated by semicolons, header in row 1.')).toBeVisible();
  await expect(page.getByText('Muñoz').first()).toBeVisible();
  await page.getByLabel('Encoding', { exact: true }).selectOption('utf-8');
  await expect(page.getByText('Muñoz')).toHaveCount(0);
});

test('a report that repeats its header, with a number called # and names as First Last: how they are divided is shown', async ({
  admin: page,
}, info) => {
  await openUpload(page);
  const head = '#,Name,Sex';
  await choose(
    page,
    csv(['0701,Ana de la Cruz,F', head, '0705,Ann Brown,F', '0709,"Pat Simpson, Jr.",M'], head),
  );
  await expect(page.getByText('1 repeated header row was left out: line 3.')).toBeVisible();
  await next(page, 'Columns');
  await expect(property(page, '#')).toHaveValue('staffNumber');
  await expect(property(page, 'Name')).toHaveValue('fullName.firstLast');
  const names = page.getByRole('region', { name: 'Names to check' });
  await expect(names.getByRole('row', { name: 'Ana de la Cruz de la Cruz Ana –' })).toBeVisible();
  await expect(names.getByRole('row', { name: 'Pat Simpson, Jr. Simpson Jr. Pat –' })).toBeVisible();
  await lookEverywhere(page, info, 'names');
  await property(page, 'Name').selectOption('fullName.lastFirst');
  await expect(names).toHaveCount(0);
});

test('the template has every property, and is taken back by its own names', async ({ admin: page }) => {
  await openUpload(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download a template' }).click(),
  ]);
  const template = await readFile(await download.path(), 'utf8');
  for (const name of ['staffNumber', 'positions.2.schoolNumber', 'household.address.fullStreetAddress'])
    expect(template.split(/[\uFEFF,\r\n]/)).toContain(name);
  await choose(page, { ...csv([]), name: 'staff-template.csv', buffer: Buffer.from(template) });
  await next(page, 'Columns');
  await expect(property(page, 'positions.2.schoolNumber')).toHaveValue('positions.2.schoolNumber');
  await expect(page.getByText('not used:')).toHaveCount(0);
});

test('axe finds nothing in the file wizard, light and dark, 1280 and 375 px; by keyboard alone', async ({
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
  await expect(page.getByRole('heading', { level: 1, name: UPLOAD })).toBeVisible();
  await look('choose');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter');
  await (await chooser).setFiles(csv([...SOUND, ...BAD]));
  await expect(page.getByRole('region', { name: 'First rows' })).toBeVisible();
  await look('file');
  await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Columns' })).toBeFocused();
  await property(page, 'Block').selectOption('positions.1.schoolNumber');
  await look('columns');
  await property(page, 'Key #').selectOption('staffNumber');
  await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Values' })).toBeFocused();
  await look('values');
  await page.getByRole('button', { name: 'Next', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 3, name: 'Problems', exact: true })).toBeVisible();
  await look('check');
  await expectNothingSideways(page, 'check');
  await page.getByLabel('Set these aside and transfer the rest').press('Space');
  await page.getByRole('button', { name: 'Transfer 2 people' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'hr export.csv was transferred' })).toBeFocused();
  await look('transferred');
});
