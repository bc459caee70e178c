import { once } from 'node:events';
import { test } from './own-product.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { measureStandstill } from './standstill.ts';

scenario(
  test,
  'SYNC-10 the worker freezes in a commit: another one continues it, and the first, once awake, writes nothing',
  async ({ product, another, vendor, district }, info) => {
    await product.start();
    const feed = await stageFeed(district, vendor);
    const { release, processed } = await feed.commitHalf();
    // Idle, and ready before the freeze: its start, on a busy machine half a minute, is no part of the standstill.
    const second = await another();
    second.startWorker();
    if (second.worker) await once(second.worker.child, 'message');
    product.worker?.freeze();
    const since = performance.now();
    await release();
    await measureStandstill(vendor, info, { processed, since });
    product.worker?.wake();
    await feed.expectCommitted();
  },
);
