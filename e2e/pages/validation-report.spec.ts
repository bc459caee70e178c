import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { insertPerson } from '../../db/testing/person.ts';
import { readPdf } from '../../lib/export/pdf/testing/read-pdf.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';
import { pat, staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';
import { definitionOf } from './synchronization-page.ts';

const section = (page: Page, name: RegExp) =>
  page.getByRole('region').filter({ has: page.getByRole('heading', { level: 3, name }) });
const download = async (page: Page, name: string) => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  return readFile(await (await downloading).path());
};

test('VAL-3 every entry is found by name, field and section; the chart narrows; PDF and CSV are of what is left', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}) => {
  await insertPerson(ctx, { staffNumber: '10058', lastName: 'Brown', firstName: 'Pat', gender: 'F' });
  await insertPerson(ctx, { staffNumber: '10059', lastName: 'Same', gender: 'F', workEmail: 'old@k12.us' });
  const feed = [
    pat(),
    pat({ staffNumber: '10059', lastName: 'Same', workEmail: 'new@k12.us' }),
    ...staffOf(250),
  ];
  await vendor.send(feed);
  const { runId } = ok(await vendor.validate(), 200);
  await signIn(page, product.baseUrl, access, `/business-office/validation/${runId}`);
  await page.getByRole('tab', { name: 'Sections' }).click();
  const added = section(page, /HR staff NOT in Campus/);
  const differing = section(page, /Demographic Differences/);
  await expect(added.locator('tbody tr')).toHaveCount(100);
  await added.getByRole('button', { name: 'Show more' }).click();
  await expect(added.locator('tbody tr')).toHaveCount(250);

  const search = page.getByRole('searchbox', { name: 'Search the report' });
  await search.fill('staff 20249');
  await expect(added.getByRole('status')).toHaveText('1 entry matches.');
  await expect(added.locator('tbody tr')).toHaveCount(1);
  await expect(differing).toContainText('No matches in this section.');
  await search.fill('');

  const chart = page.getByRole('region', { name: 'Differences by field' });
  await chart.getByRole('button', { name: /^Work Email ?: ?1$/ }).click();
  await expect(page).toHaveURL(/field=workEmail/);
  await expect(differing.locator('tbody tr')).toHaveCount(2);
  await expect(differing).toContainText('new@k12.us');
  await expect(differing).not.toContainText('Brown');
  await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Demographic Differences' });
  await expect(added).toHaveCount(0);
  await page.reload();
  await expect(differing.locator('tbody tr')).toHaveCount(2);

  const lines = readPdf(await download(page, 'Export to PDF')).pages.flat();
  expect(lines).toEqual(
    expect.arrayContaining(['Field: Work Email', 'old@k12.us', 'new@k12.us', 'Page 2 of 2']),
  );
  expect(lines).not.toContain('Brown');
  expect((await download(page, 'Export to CSV')).toString().trim().split('\r\n')).toHaveLength(3);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(added).toHaveCount(1);
  expect((await download(page, 'Export to CSV')).toString()).toContain('Staff 20249');
});

test('VAL-3 the People view: found, decided and marked person by person, by mouse and by keyboard', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}) => {
  await insertPerson(ctx, {
    ...{ staffNumber: '10058', lastName: 'Brown', firstName: 'Pat', gender: 'F', workEmail: 'old@k12.us' },
    positions: [{ schoolNumber: '001', assignmentCode: '05', startDate: '2020-08-01' }],
  });
  await insertPerson(ctx, { lastName: 'Brady', firstName: 'Jillian', cellPhone: '(950) 362 2819' });
  await vendor.send([
    pat({
      workEmail: null,
      positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' }],
    }),
    { staffNumber: '209003', lastName: 'Brady', firstName: 'Jillian', gender: 'F', cellPhone: '9503622819' },
    ...staffOf(250),
  ]);
  const { runId } = ok(await vendor.validate(), 200);
  await signIn(page, product.baseUrl, access, `/business-office/validation/${runId}`);
  const card = (name: string) => page.getByRole('article', { name, exact: true });
  await expect(page.getByText('0 of 252 reviewed')).toBeVisible();
  // The first card is on the screen before anybody scrolls.
  const first = await page.getByRole('article').first().boundingBox();
  expect(first?.y).toBeLessThan(660);

  const search = page.getByRole('searchbox', { name: 'Search the report' });
  await search.fill('pat brown');
  const brown = card('Brown, Pat');
  await expect(brown).toContainText('Renamed');
  await expect(brown).toContainText('Value erased');
  await expect(brown).toContainText('LEA System Administrator 05');
  await expect(brown).toContainText('Harrison High School 010');
  await expect(brown).not.toContainText('workEmail');
  await brown.getByRole('button', { name: 'Mark reviewed' }).click();
  await expect(page.getByText('1 of 252 reviewed')).toBeVisible();
  await brown.getByRole('button', { name: 'Exclude from commit' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Ask HR about the name');
  await page.getByRole('dialog').getByRole('button', { name: 'Exclude from commit' }).click();
  await expect(brown).toContainText('Ask HR about the name');
  await brown.getByRole('button', { name: 'Include again' }).click();
  await expect(brown.getByRole('button', { name: 'Exclude from commit' })).toBeVisible();

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Warning').selectOption({ label: 'Likely duplicate (1)' });
  const brady = card('Brady, Jillian');
  await expect(brady).toContainText('same name, same phone number');
  await brady.getByRole('button', { name: 'Same person as' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Same person as Brady, Jillian' }).click();
  // HR's record agrees with Brady as Campus has her: validated at once, she leaves the report and its figures.
  await expect(page.getByText('HR and Campus agree on this person')).toBeVisible();
  await expect(brady).toHaveCount(0);
  await expect(page.getByText('1 of 251 reviewed')).toBeVisible();
  await expect(
    definitionOf(
      page.getByRole('region', { name: 'Staff Synchronization Summary' }),
      'HR staff NOT in Campus',
    ),
  ).toHaveText('250');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Change', { exact: true }).selectOption({ label: 'New (250)' });
  await expect(page.getByText('250 people match.')).toBeVisible();
  // The number may be there before the cards, which take the keys.
  await expect(card('Staff 20000, Pat')).toBeVisible();
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  const selection = page.getByRole('region', { name: 'Selected people' });
  await expect(selection).toContainText('2 people selected');
  await selection.getByRole('button', { name: 'Mark reviewed' }).click();
  await expect(page.getByText('3 of 251 reviewed')).toBeVisible();
  ok(await vendor.validate(), 200);
  await page.reload();
  await expect(page.getByText('3 of 251 reviewed')).toBeVisible();
});

test('axe finds nothing in a narrowed validation report, light and dark, 1280 and 375 px', async ({
  page,
  product,
  vendor,
  district: { access, ctx },
}, info) => {
  await insertPerson(ctx, { staffNumber: '10058', lastName: 'Brown', firstName: 'Pat', gender: 'F' });
  await vendor.send([pat({ workEmail: 'new@k12.us' }), ...staffOf(3)]);
  const { runId } = ok(await vendor.validate(), 200);
  await page.setViewportSize(TELEPHONE);
  await signIn(
    page,
    product.baseUrl,
    access,
    `/business-office/validation/${runId}?view=sections&field=name`,
  );
  await expect(section(page, /Demographic Differences/).getByRole('status')).toHaveText('1 entry matches.');
  await lookEverywhere(page, info, 'validation-narrowed');
  await page.getByRole('tab', { name: 'People' }).click();
  await expect(page.getByRole('article', { name: 'Brown, Pat' })).toBeVisible();
  await lookEverywhere(page, info, 'validation-people');
});
