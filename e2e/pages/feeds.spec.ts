import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { FEED_FOLDER } from '../product/product.ts';
import { signIn } from '../sign-in.ts';
import { lookEverywhere, TELEPHONE } from './accessible.ts';

const PATH = '/business-office/feeds';
const STAFF = 'staffNumber,lastName,firstName,gender\n70001,Reyes,Ana,F\n70002,Brown,Lee,Q\n';

test('a feed from a folder by keyboard and mouse: made, tested, run, paused, and named in the history', async ({
  page,
  product,
  district: { access },
}, info) => {
  const folder = join(FEED_FOLDER, access.appName);
  await mkdir(folder, { recursive: true });
  await page.setViewportSize(TELEPHONE);
  await signIn(page, product.baseUrl, access, PATH);
  await expect(page.getByRole('heading', { level: 1, name: 'Scheduled Feeds' })).toBeVisible();
  await expect(page.getByText('No feeds yet')).toBeVisible();

  await page.getByRole('button', { name: 'New feed' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New feed' });
  await dialog.getByLabel('Name', { exact: true }).fill('Night');
  await dialog.getByLabel('Host').fill('10.0.0.1');
  await dialog.getByLabel('Username').fill('boi');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByRole('status')).toContainText('inside a private network');
  await lookEverywhere(page, info, 'a new feed');

  await dialog.getByLabel('Source').selectOption('Folder of this server');
  await dialog.getByLabel('File name').fill('staff*.csv');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByRole('status')).toContainText('No file matches “staff*.csv”.');
  await writeFile(join(folder, 'staff-1.csv'), STAFF);
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByRole('status')).toContainText('The file “staff-1.csv” (');
  await dialog.getByLabel('Afterwards').selectOption('Validate and notify');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const feed = page.getByRole('region', { name: 'Night' });
  await expect(feed).toContainText('Every day at 02:30');
  await feed.getByRole('button', { name: 'Run now' }).click();
  const runs = feed.getByRole('table', { name: 'Runs of Night' });
  await expect(runs).toContainText('Validated', { timeout: 60_000 });
  await expect(runs).toContainText('1 row was set aside.');
  await expect(runs.getByRole('link', { name: 'Report' })).toBeVisible();
  await lookEverywhere(page, info, 'feeds');

  await feed.getByRole('button', { name: 'Run now' }).click();
  await expect(runs).toContainText('File unchanged', { timeout: 60_000 });
  await feed.getByRole('button', { name: 'Pause' }).click();
  await expect(feed.getByText('Paused')).toBeVisible();
  await feed.getByRole('button', { name: 'Resume' }).click();
  await expect(feed.getByText('Next:')).toBeVisible();

  await page.goto(`${product.baseUrl}/business-office/synchronization`);
  const history = page.getByRole('table', { name: 'History of synchronizations' });
  await expect(history).toContainText('Feed Night');
  await expect(history).toContainText('staff-1.csv');

  await page.goto(product.baseUrl + PATH);
  await feed.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete feed' }).click();
  await expect(page.getByText('No feeds yet')).toBeVisible();
});
