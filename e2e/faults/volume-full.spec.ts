import { expect } from '@playwright/test';
import { OwnDatabase } from '../product/own-database.ts';
import { Product } from '../product/product.ts';
import { staffOf } from '../staff.ts';
import { until } from '../until.ts';
import { type Answer, ok } from '../vendor.ts';
import { Creates } from './creates.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { measureStandstill } from './standstill.ts';
import { test as withVolume } from './volume.ts';

const test = withVolume.extend({
  installation: [
    async ({ volume }, use) => {
      const database = await OwnDatabase.create(volume.folder);
      await Product.on(database.ownerUrl);
      await use(database);
      volume.free();
      await database.remove();
    },
    { scope: 'worker' },
  ],
});

const note = (info: { annotations: { type: string; description?: string }[] }, what: string, seen: unknown) =>
  void info.annotations.push({ type: 'seen', description: `${what}: ${JSON.stringify(seen)}` });
const statusOf = ({ status }: Answer): number => status;

test.describe('the volume of the database is full', () => {
  test.skip(!process.env.ALL_FAULTS, 'It takes a volume of its own: `npm run faults`.');
  test.skip(process.getuid?.() !== 0, 'Only root may mount a volume.');

  scenario(
    test,
    'SYNC-2 in a transfer: 503, what was staged stays, and with space again it is sent again',
    async ({ product, database, volume, vendor }, info) => {
      await product.start();
      ok(await vendor.start(), 201);
      ok(await vendor.transfer(staffOf(10, 10_000)), 200);
      volume.fill();
      const sent = staffOf(5000);
      let staged = 10;
      const refused: number[] = [];
      for (let at = 0; at < sent.length; at += 1000) {
        const { status } = await vendor.transfer(sent.slice(at, at + 1000));
        if (status === 200) staged += 1000;
        else refused.push(status);
      }
      note(info, 'transfers refused', refused);
      note(info, 'reads meanwhile', [await vendor.run(), await vendor.get('/schools')].map(statusOf));
      note(info, 'the server runs', database.running);
      expect(refused.filter((status) => status !== 503)).toEqual([]);
      volume.free();
      if (!database.running) await database.start();
      await product.untilReady();
      const run = await until('the run', async () => {
        const answer = await vendor.run();
        return answer.status === 200 ? answer.body : undefined;
      });
      expect(run).toMatchObject({ status: 'transferring', staffTransferred: staged });
      ok(await vendor.start({ restart: true }), 201);
      ok(await vendor.transfer(sent.slice(0, 1000)), 200);
      ok(await vendor.end(1000), 200);
      ok(await vendor.validate(), 200);
      expect(ok(await vendor.commit(), 200).succeeded).toHaveLength(1000);
    },
  );

  scenario(
    test,
    'SYNC-10 in a commit: the job waits, and continues once there is space',
    async ({ product, database, volume, vendor, district }, info) => {
      await product.start();
      const feed = await stageFeed(district, vendor);
      const { release, processed } = await feed.commitHalf();
      volume.fill();
      await release().catch(() => {});
      const creates = new Creates(vendor, 90_000);
      await until('what a full volume does', async () =>
        (await creates.one()) >= 500 ? true : undefined,
      ).catch(() => note(info, 'a minute of single calls', 'none was refused'));
      note(info, 'reads meanwhile', [await vendor.run(), await vendor.get('/schools')].map(statusOf));
      note(info, 'the server runs', database.running);
      const since = performance.now();
      volume.free();
      if (!database.running) await database.start();
      await measureStandstill(vendor, info, { processed, since });
      await feed.expectCommitted(vendor, await creates.expectKept(district));
    },
  );
});
