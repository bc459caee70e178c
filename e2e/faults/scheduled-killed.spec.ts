import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { insertUser } from '../../lib/auth/testing/user.ts';
import { asUser } from '../../lib/notify/testing/recipient.ts';
import { wallTime } from '../../lib/sync/schedule/local-moment.ts';
import { scheduleCommit } from '../../lib/sync/schedule/schedule-commit.ts';
import { test } from './own-product.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { noteStandstill } from './standstill.ts';

/** How often both workers die around the moment of the schedule. */
const KILLS = 4;

scenario(
  test,
  'SYNC-12 both workers are killed again and again around the moment of a scheduled commit: it is done once',
  async ({ product, another, vendor, district, round }, info) => {
    test.skip(!process.env.ALL_FAULTS, 'It takes half a minute: `npm run faults`.');
    await product.start();
    const second = await another();
    const feed = await stageFeed(district, vendor);
    await product.worker?.stop();
    const { ctx } = district;
    const user = await insertUser(ctx, {
      username: 'planner',
      name: 'Planner',
      rights: ['Synchronization'],
    });
    // The minute that has just begun, as seen a minute ago: it is due at once.
    const minuteAgo = new Date(Date.now() - 60_000);
    const at = wallTime(new Date(), ctx.district.timeZone);
    await scheduleCommit({ ...asUser(ctx, user), now: minuteAgo }, { when: 'time', at });
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (const one of [product, second]) one.startWorker();
      await Promise.race([product, second].map((one) => once(one.worker?.child ?? process, 'message')));
      await pause(300 * ((kill + round) % 5));
      await Promise.all([product, second].map((one) => one.worker?.kill()));
    }
    const since = performance.now();
    for (const one of [product, second]) one.startWorker();
    await vendor.untilCommitted();
    noteStandstill(info, performance.now() - since);
    await feed.expectCommitted();
  },
);
