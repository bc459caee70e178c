import { expect } from '@playwright/test';
import { textRow, textRun } from '../../db/sql-text.ts';
import { BATCH_SIZE } from '../../lib/sync/batch/batches.ts';
import { campusRows } from '../campus-rows.ts';
import { ok } from '../vendor.ts';
import { expectSettled } from './ledger.ts';
import { test } from './own-product.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { measureStandstill, noteStandstill } from './standstill.ts';

scenario(
  test,
  'SYNC-10 the worker is stopped in order in the middle of a commit: the next one continues at once',
  async ({ product, vendor, district }, info) => {
    await product.start();
    const feed = await stageFeed(district, vendor);
    const { release } = await feed.commitHalf();
    // It waits for the batch at hand for five seconds, and somebody edits one of its people for longer.
    await product.worker?.stop();
    const { status, processed } = ok(await vendor.commitJobStatus(), 200);
    info.annotations.push({ type: 'seen', description: `stopped at ${status} ${processed}` });
    expect(processed).toBe(BATCH_SIZE);
    const since = performance.now();
    await release();
    product.startWorker();
    await measureStandstill(vendor, info, { processed, since });
    await feed.expectCommitted();
  },
);

scenario(
  test,
  'SYNC-1 a worker dies of a commit in each of its tries: the run is validated again, and a new commit ends it',
  async ({ product, vendor, district }, info) => {
    test.skip(!process.env.ALL_FAULTS, 'Each try is found after ten seconds: `npm run faults`.');
    await product.start();
    const feed = await stageFeed(district, vendor);
    const { release } = await feed.commitHalf();
    const { db, district: of } = district.ctx;
    // One more try instead of twenty, which would take five minutes.
    await textRun(
      db,
      `update pgboss.job set retry_limit = 1 where name = 'sync' and data->>'districtId' = $1`,
      [of.id],
    );
    const attempt = () =>
      db.inDistrict(of.id, (tx) =>
        textRow<{ attempt: number }>(tx, 'select attempt from sync_run where district_id = $1', [
          tx.districtId,
        ]),
      );
    const first = (await attempt())?.attempt ?? 0;
    await product.worker?.kill();
    product.startWorker();
    await expect.poll(async () => (await attempt())?.attempt, { timeout: 120_000 }).toBeGreaterThan(first);
    await product.worker?.kill();
    const since = performance.now();
    product.startWorker();
    await vendor.untilJob('the end of the job', ({ status }) => status === 'failed');
    noteStandstill(info, performance.now() - since);
    await release();
    expect(ok(await vendor.run(), 200)).toMatchObject({ status: 'validated' });
    await expectSettled(district.ctx);

    ok(await vendor.submitCommitJob(), 202);
    expect(await vendor.untilCommitted()).toMatchObject({ status: 'completed', failed: 0 });
    const { person } = await campusRows(district.ctx);
    expect(person.map((row) => row.staff_number).sort()).toEqual(
      feed.sent.map((one) => one.staffNumber).sort(),
    );
    await expectSettled(district.ctx);
  },
);
