import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const MAPPINGS = '/business-office/mappings';

const [person] = staffOf(1);
const asHr = (staffNumber: string) => ({
  ...person,
  staffNumber,
  gender: 'Female',
  positions: [{ schoolNumber: 'Harrison High Schol', assignmentCode: 'TCH', startDate: '2020-08-01' }],
});

test('REF-3 values that Campus does not know are mapped in one step, and HR’s next call goes through', async ({
  page,
  product,
  vendor,
  district: { access },
}, info) => {
  await signIn(page, product.baseUrl, access, MAPPINGS);
  await expect(page.getByRole('heading', { level: 1, name: 'Value Mapping' })).toBeVisible();
  await expect(page.getByText('Campus knows all values that HR sent.')).toBeVisible();

  expect(await vendor.call('POST', '/staffMembers', asHr('10001'))).toMatchObject({ status: 422 });
  await page.reload();
  const unmapped = page.getByRole('list', { name: 'Unmapped' }).getByRole('listitem');
  await expect(unmapped).toHaveCount(3);
  await page.setViewportSize(TELEPHONE);
  await lookEverywhere(page, info, 'value-mapping');

  await expect(page.getByLabel('Value Female')).toHaveValue('F');
  await page.getByRole('button', { name: 'Map Female' }).click();
  await expect(page.getByText('“Female” is now F.')).toBeVisible();
  await expect(unmapped).toHaveCount(2);
  await expect(page.getByLabel('Value Harrison High Schol')).toHaveValue('010');
  await page.getByRole('button', { name: 'Map Harrison High Schol' }).click();
  await expect(unmapped).toHaveCount(1);
  await page.getByRole('button', { name: 'Map TCH' }).click();
  await expect(page.getByText('Choose a value of Campus.')).toBeVisible();
  await page.getByLabel('Value TCH').selectOption('20');
  await page.getByRole('button', { name: 'Map TCH' }).click();
  await expect(page.getByText('Nothing to map')).toBeVisible();

  const created = await vendor.call('POST', '/staffMembers', asHr('10001'));
  expect(created).toMatchObject({ status: 201, body: { staffMember: { gender: 'F' } } });
  expect((created.body as { warnings: { code: string }[] }).warnings.map(({ code }) => code)).toContain(
    'valuesMapped',
  );

  const form = page.getByRole('form', { name: 'Add a mapping' });
  await form.getByLabel('Value of HR').fill('010');
  await form.getByLabel('Value of Campus').selectOption('001');
  await form.getByRole('button', { name: 'Add mapping' }).click();
  await expect(page.getByText('Campus has the school 010 itself', { exact: false })).toBeVisible();
  await form.getByLabel('Value of HR').fill('15');
  await form.getByRole('button', { name: 'Add mapping' }).click();
  const mappings = page.getByRole('region', { name: 'Mappings' });
  await expect(mappings.getByRole('listitem')).toHaveCount(4);

  await mappings.getByRole('button', { name: 'Remove Female' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Campus does not know “Female”');
  await lookEverywhere(page, info, 'value-mapping-remove');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(mappings.getByRole('listitem')).toHaveCount(3);
  expect(await vendor.call('POST', '/staffMembers', asHr('10002'))).toMatchObject({ status: 422 });
});

const DRAFTS = '/api/admin/sync/upload/drafts';

test('the values of files are mapped on the same page, each change a version of their named mapping', async ({
  page,
  product,
  vendor,
  district: { access },
}, info) => {
  await signIn(page, product.baseUrl, access, MAPPINGS);
  await expect(page.getByText('No values are mapped yet.')).toBeVisible();
  await vendor.start();
  // A file that was transferred, with its choices kept.
  const columns = ['staffNumber', 'lastName', 'firstName', 'gender'];
  const call = async (method: 'POST' | 'PUT', path: string, body: object | string) => {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const answer = await page.request.fetch(`${product.baseUrl}${DRAFTS}${path}`, {
      method,
      headers: { 'content-type': type, origin: new URL(product.baseUrl).origin },
      data: typeof body === 'string' ? body : JSON.stringify(body),
    });
    expect(answer.ok()).toBe(true);
    return answer.json();
  };
  const { id } = await call('POST', '?name=roster.csv', `${columns}\n20001,Brown,Ann,W\n`);
  const mapping = {
    columns: columns.map((header) => ({ header, property: header, dates: 'iso' })),
    values: [{ kind: 'genders', value: 'W', code: 'F' }],
  };
  await call('PUT', `/${id}/choices`, { mapping, step: 'check', name: null });
  await call('POST', `/${id}/transfer`, { onInvalid: 'reject', name: 'Payroll' });

  await page.reload();
  const payroll = page.getByRole('region', { name: 'Payroll', exact: true });
  await expect(payroll).toContainText('version 1');
  await payroll.getByRole('button', { name: 'Change W' }).click();
  await payroll.getByLabel('Value W').selectOption('X');
  await page.setViewportSize(TELEPHONE);
  await lookEverywhere(page, info, 'value-mapping-files');
  await payroll.getByRole('button', { name: 'Save W' }).click();
  await expect(page.getByText('“W” is now X in files with the mapping “Payroll”.')).toBeVisible();
  await expect(payroll).toContainText('version 2');

  const form = page.getByRole('form', { name: 'Add a mapping' });
  await form.getByLabel('HR system or file').selectOption({ label: 'Files: Payroll' });
  await form.getByLabel('Value of HR').fill('Closed');
  await form.getByLabel('Value of Campus').selectOption({ label: 'Ignore these rows' });
  await form.getByRole('button', { name: 'Add mapping' }).click();
  await expect(payroll.getByRole('listitem').filter({ hasText: 'Closed' })).toContainText('rows are ignored');
  await payroll.getByRole('button', { name: 'Remove W' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(payroll).toContainText('version 4');
  await expect(payroll.getByRole('listitem')).toHaveCount(1);
});

test('REF-1 schools and codes are listed with their uses and HR’s values, found, exported, and edited', async ({
  page,
  product,
  vendor,
  district: { access },
}, info) => {
  await signIn(page, product.baseUrl, access, '/business-office/codes');
  await expect(page.getByRole('heading', { level: 1, name: 'Schools and Codes' })).toBeVisible();
  const rows = page.getByRole('row');
  expect(await vendor.call('POST', '/staffMembers', { ...person, staffNumber: '10001' })).toMatchObject({
    status: 201,
  });
  await page.goto(`${product.baseUrl}${MAPPINGS}`);
  const form = page.getByRole('form', { name: 'Add a mapping' });
  await form.getByLabel('Value of HR').fill('HHS-15');
  await form.getByLabel('Value of Campus').selectOption('010');
  await form.getByRole('button', { name: 'Add mapping' }).click();
  await expect(page.getByText('“HHS-15” is now 010.')).toBeVisible();

  await page.goto(`${product.baseUrl}/business-office/codes`);
  await page.getByRole('searchbox', { name: 'Search codes' }).fill('hhs');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('010');
  await expect(rows.nth(1)).toContainText('HHS-15');
  await expect(rows.nth(1).getByRole('cell').nth(2)).toHaveText('1');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export to CSV' }).click();
  const csv = (await (await (await downloading).createReadStream()).toArray()).join('');
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect(csv).toContain('HHS-15');
  await page.getByRole('searchbox', { name: 'Search codes' }).fill('nothing like it');
  await expect(page.getByText('No matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.setViewportSize(TELEPHONE);
  await expect(rows.nth(5)).toBeVisible();
  await lookEverywhere(page, info, 'codes');

  await page.getByRole('button', { name: 'Add school' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('Enter the code as HR sends it.');
  await dialog.getByLabel('School Number').fill('010');
  await dialog.getByLabel('Name').fill('Lakeside Middle School');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('Campus has the school 010 already.');
  await dialog.getByLabel('School Number').fill('0777');
  await dialog.getByLabel('School Number').press('Enter');
  await expect(page.getByText('School 0777 was saved.')).toBeVisible();
  await page.getByRole('button', { name: '010', exact: true }).click();
  await expect(dialog).toContainText('In use by 1 position and 1 value of HR');
  await expect(dialog.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  await dialog.getByLabel('Active').uncheck();
  await lookEverywhere(page, info, 'code');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(rows.filter({ hasText: 'HHS-15' })).toContainText('Inactive');
  await page.getByRole('button', { name: '0777' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('School 0777 was removed.')).toBeVisible();
  await expect(page.getByRole('button', { name: '0777' })).toHaveCount(0);
  await page.getByLabel('List').selectOption('Genders');
  await expect(page.getByRole('columnheader', { name: 'People' })).toBeVisible();
  await expect(page).toHaveURL(/kind=genders/);
});
