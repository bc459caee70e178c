import { SYNC_QUEUE, sendJob } from '../../lib/jobs/queue.ts';
import { ok } from '../vendor.ts';
import { test } from './own-product.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';

scenario(
  test,
  'SYNC-10 two workers are given one job at once: everyone is written once',
  async ({ product, another, vendor, district }) => {
    await product.start();
    const second = await another();
    second.startWorker();
    const feed = await stageFeed(district, vendor);
    const { jobId } = ok(await vendor.submitCommitJob(), 202);
    const { db, district: of } = district.ctx;
    const address = { districtId: of.id, jobId };
    await Promise.all(
      [1, 2, 3].map(() => db.inDistrict(of.id, (tx) => sendJob(db, tx, SYNC_QUEUE, address))),
    );
    await feed.expectCommitted();
  },
);
