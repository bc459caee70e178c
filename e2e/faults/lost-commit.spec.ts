import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { campusRows } from '../campus-rows.ts';
import { Product } from '../product/product.ts';
import { staffOf } from '../staff.ts';
import { until } from '../until.ts';
import { ok, Vendor } from '../vendor.ts';
import { CutProxy, type Lost } from './cut-proxy.ts';
import { test as base } from './own-product.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { noteStandstill } from './standstill.ts';

const test = base.extend<object, { cutter: CutProxy; beyond: Product }>({
  cutter: [
    async ({ installation }, use) => {
      const cutter = await CutProxy.before(installation.port);
      await use(cutter);
      cutter.close();
    },
    { scope: 'worker' },
  ],
  /** Whose processes reach the database through the cutter. */
  beyond: [
    async ({ installation, cutter }, use) => {
      const product = await Product.at(installation.ownerUrl, { databasePort: cutter.port });
      await use(product);
      await product.kill();
    },
    { scope: 'worker' },
  ],
});

const SMALL_FEED = 300;

for (const lost of ['answer', 'request'] as const satisfies Lost[])
  scenario(
    test,
    `SYNC-10 the ${lost} of a COMMIT is lost in a commit job: the job continues, everyone is there once`,
    async ({ product, beyond, cutter, vendor, district, round }, info) => {
      product.startWeb();
      beyond.startWorker();
      await product.untilReady();
      // Every third job has two batches, and so more COMMITs.
      const large = round % 3 === 0;
      const feed = await stageFeed(district, vendor, large ? undefined : SMALL_FEED);
      // Of the job's take-over, its batches and its end, each time another one.
      const { cuts } = cutter;
      cutter.lose(lost, large ? (round / 3) % 6 : round % 3);
      ok(await vendor.submitCommitJob(), 202);
      await until('a COMMIT to be cut', async () => (cutter.cuts > cuts ? true : undefined));
      const since = performance.now();
      await vendor.untilCommitted();
      noteStandstill(info, performance.now() - since);
      await feed.expectCommitted();
    },
  );

/** Of single calls, in each test. */
const CALLS = 10;

scenario(
  test,
  'SYNC-10 the answer to a COMMIT of a single call is lost: with its key the call is repeated, and nobody is there twice',
  async ({ beyond, cutter, district }) => {
    await beyond.start();
    const { cuts } = cutter;
    const vendor = new Vendor(beyond.baseUrl, district.access);
    await vendor.token();
    const acknowledged: string[] = [];
    const unknown: string[] = [];
    for (const [i, person] of staffOf(CALLS).entries()) {
      cutter.lose(i % 2 === 0 ? 'answer' : 'request', i % 4);
      const key = { 'idempotency-key': randomUUID() };
      const create = () => vendor.call('POST', '/staffMembers', person, key);
      const first = await create();
      // Meanwhile the call's transaction may be lost, and the key is taken for a minute: the vendor is told which.
      const { status } = first.status === 503 ? await create() : first;
      expect([201, 409, 503]).toContain(status);
      (status === 201 ? acknowledged : unknown).push(String(person.staffNumber));
    }
    expect(cutter.cuts).toBeGreaterThan(cuts);
    const { person } = await campusRows(district.ctx);
    const numbers = person.map((row) => String(row.staff_number)).sort();
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining(acknowledged));
    expect([...acknowledged, ...unknown]).toEqual(expect.arrayContaining(numbers));
  },
);
