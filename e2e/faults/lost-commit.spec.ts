import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { campusRows } from '../campus-rows.ts';
import { staffOf } from '../staff.ts';
import { until } from '../until.ts';
import { ok, Vendor } from '../vendor.ts';
import { CutProxy, type Lost } from './cut-proxy.ts';
import { test as base } from './own-product.ts';
import { stageFeed } from './staged-feed.ts';
import { noteStandstill } from './standstill.ts';

const test = base.extend<{ cutter: CutProxy }>({
  cutter: async ({ database }, use) => {
    const cutter = await CutProxy.before(database.port);
    await use(cutter);
    cutter.close();
  },
});

for (const lost of ['answer', 'request'] as const satisfies Lost[])
  test(`SYNC-10 the ${lost} of a COMMIT is lost in a commit job: the job continues, everyone is there once`, async ({
    product,
    another,
    cutter,
    vendor,
    district,
  }, info) => {
    product.startWeb();
    const beyond = await another({ databasePort: cutter.port });
    beyond.startWorker();
    await product.untilReady();
    const feed = await stageFeed(district, vendor);
    // Of the job's take-over, its batches and its end, each time another one.
    cutter.lose(lost, info.repeatEachIndex % 6);
    ok(await vendor.submitCommitJob(), 202);
    await until('a COMMIT to be cut', async () => (cutter.cuts > 0 ? true : undefined));
    const since = performance.now();
    await vendor.untilCommitted();
    noteStandstill(info, performance.now() - since);
    await feed.expectCommitted();
  });

/** Of single calls, in each test. */
const CALLS = 10;

test('SYNC-10 the answer to a COMMIT of a single call is lost: with its key the call is repeated, and nobody is there twice', async ({
  product,
  another,
  cutter,
  district,
}) => {
  const beyond = await another({ databasePort: cutter.port });
  beyond.startWeb();
  product.startWorker();
  await beyond.untilReady();
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
  expect(cutter.cuts).toBeGreaterThan(0);
  const { person } = await campusRows(district.ctx);
  const numbers = person.map((row) => String(row.staff_number)).sort();
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toEqual(expect.arrayContaining(acknowledged));
  expect([...acknowledged, ...unknown]).toEqual(expect.arrayContaining(numbers));
});
