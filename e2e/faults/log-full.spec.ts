import { expect } from '@playwright/test';
import { ownerStatement } from '../../db/owner-statement.ts';
import { OwnDatabase } from '../product/own-database.ts';
import { Product } from '../product/product.ts';
import { until } from '../until.ts';
import { Creates } from './creates.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { measureStandstill } from './standstill.ts';
import { test as withVolume } from './volume.ts';

const test = withVolume.extend({
  /** Its log (WAL) is on the volume, its data is not. */
  installation: [
    async ({ volume }, use) => {
      const database = await OwnDatabase.create();
      await database.moveLogTo(volume.folder);
      await Product.on(database.ownerUrl);
      await use(database);
      volume.free();
      await database.remove();
    },
    { scope: 'worker' },
  ],
});

test.describe("the volume of the database's log is full", () => {
  test.skip(!process.env.ALL_FAULTS, 'It takes a volume of its own: `npm run faults`.');
  test.skip(process.getuid?.() !== 0, 'Only root may mount a volume.');

  scenario(
    test,
    'SYNC-10 the log has a volume of its own, which is full in a commit: Postgres stops, and the job continues once there is space',
    async ({ product, database, volume, vendor, district }, info) => {
      await product.start();
      const feed = await stageFeed(district, vendor);
      const { release, processed } = await feed.commitHalf();
      volume.fill();
      const creates = new Creates(vendor, 90_000);
      await until('a call that is refused', async () => {
        // What the log has in reserve would last for minutes of single calls.
        await ownerStatement(database.superuserUrl, 'select pg_switch_wal()').catch(() => {});
        return (await creates.one()) === 503 ? true : undefined;
      });
      await release().catch(() => {});
      await until('the end of Postgres', async () => (database.running ? undefined : true));
      expect((await vendor.run()).status).toBe(503);
      const since = performance.now();
      volume.free();
      await database.start();
      await measureStandstill(vendor, info, { processed, since });
      await feed.expectCommitted(vendor, await creates.expectKept(district));
    },
  );
});
