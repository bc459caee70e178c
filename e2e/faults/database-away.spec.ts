import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { ownerStatement } from '../../db/owner-statement.ts';
import { patienceMs } from '../patience.ts';
import { expectProblem } from '../problem.ts';
import { command } from '../product/command.ts';
import { Product } from '../product/product.ts';
import { signIn } from '../sign-in.ts';
import { staffOf } from '../staff.ts';
import { type Answer, ok, tokenUrl, type Vendor } from '../vendor.ts';
import { test } from './own-product.ts';
import { scenario } from './scenario.ts';

const health = (product: Product, which: 'live' | 'ready') =>
  fetch(`${product.baseUrl}/api/health/${which}`).then(
    ({ status }) => status,
    () => 0,
  );

const askForToken = (product: Product, appName: string) =>
  fetch(tokenUrl(product.baseUrl, appName), {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'a.b', client_secret: 'c' }),
  });

const retryAfter = (headers: Headers): number => Number(headers.get('retry-after'));

function expectAway(answer: Answer): void {
  expectProblem(answer, 503);
  expect(retryAfter(answer.headers)).toBeGreaterThan(0);
}

async function synchronize(vendor: Vendor, first: number): Promise<void> {
  await vendor.send(staffOf(5, first));
  ok(await vendor.validate(), 200);
  expect(ok(await vendor.commit(), 200).succeeded).toHaveLength(5);
}

scenario(
  test,
  'web and worker start while the database is away, answer 503, and work once it is there',
  async ({ database, product, vendor, district, owner: _open }) => {
    await product.kill();
    await database.stop();
    product.startWeb();
    product.startWorker();
    await expect.poll(() => health(product, 'live'), { timeout: patienceMs(30_000) }).toBe(200);
    expect(await health(product, 'ready')).toBe(503);
    const token = await askForToken(product, district.access.appName);
    expect(token.status).toBe(503);
    expect(retryAfter(token.headers)).toBeGreaterThan(0);

    await database.start();
    await expect.poll(() => health(product, 'ready'), { timeout: patienceMs(30_000) }).toBe(200);
    await synchronize(vendor, 100);
    const { password } = new URL(product.ownerUrl);
    for (const started of [product.web, product.worker])
      expect(await readFile(`/proc/${started?.child.pid}/environ`, 'utf8')).not.toContain(`:${password}@`);
    expect([product.web?.running, product.worker?.running]).toEqual([true, true]);
  },
);

scenario(
  test,
  'web and worker start before the migrations, and work once `campus migrate` has run',
  async ({ database }) => {
    const name = `early_${randomBytes(4).toString('hex')}`;
    await ownerStatement(database.ownerUrl, `create database ${name}`);
    const url = new URL(database.ownerUrl);
    url.pathname = `/${name}`;
    const product = await Product.at(url.href);
    try {
      product.startWeb();
      product.startWorker();
      await expect.poll(() => health(product, 'live'), { timeout: patienceMs(30_000) }).toBe(200);
      expect(await health(product, 'ready')).toBe(503);
      expect(await command(product.ownerUrl, 'migrate')).toMatchObject({ code: 0 });
      await expect.poll(() => health(product, 'ready'), { timeout: patienceMs(30_000) }).toBe(200);
      expect([product.web?.running, product.worker?.running]).toEqual([true, true]);
    } finally {
      await product.kill();
    }
  },
);

scenario(
  test,
  'the database goes away: 503 with Retry-After everywhere, and afterwards all goes on without a restart',
  async ({ database, product, vendor, district: { access }, page }) => {
    await product.start();
    ok(await vendor.start(), 201);
    ok(await vendor.transfer(staffOf(3)), 200);
    await signIn(page, product.baseUrl, access, '/business-office/synchronization');
    await expect(page.getByText('(TRANSFER STARTED)')).toBeVisible();

    await database.stop();
    for (const answer of [
      await vendor.run(),
      await vendor.transfer(staffOf(3, 100)),
      await vendor.end(),
      await vendor.get('/schools'),
      await vendor.commitJobStatus(),
    ])
      expectAway(answer);
    expect((await askForToken(product, access.appName)).status).toBe(503);
    expect([await health(product, 'live'), await health(product, 'ready')]).toEqual([200, 503]);
    // The admin's page keeps what it knows, and one that is opened now says what is the matter.
    await expect(page.getByText('(TRANSFER STARTED)')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();

    await database.start();
    await expect.poll(() => health(product, 'ready'), { timeout: patienceMs(30_000) }).toBe(200);
    // The token and what was staged are as they were; what was refused was not staged.
    expect(ok(await vendor.run(), 200)).toMatchObject({ status: 'transferring', staffTransferred: 3 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('(TRANSFER STARTED)')).toBeVisible();
    ok(await vendor.end(3), 200);
    ok(await vendor.validate(), 200);
    expect(ok(await vendor.commit(), 200).succeeded).toHaveLength(3);
    expect([product.web?.running, product.worker?.running]).toEqual([true, true]);
  },
);
