import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { listFeedRuns } from '../../lib/feeds/feed-runs.ts';
import { runFeedNow } from '../../lib/feeds/run-now.ts';
import { createFeed } from '../../lib/feeds/save-feed.ts';
import { inboxOf, insertRecipient } from '../../lib/notify/testing/recipient.ts';
import { FEED_FOLDER } from '../product/product.ts';
import { pat } from '../staff.ts';
import { until } from '../until.ts';
import { expectWhole } from './ledger.ts';
import { test } from './own-product.ts';
import { momentOf, scenario } from './scenario.ts';
import { noteStandstill } from './standstill.ts';

const STAFF = 1_100;
/** About as long as a run takes, from *Run now* to the end of its commit; three seconds of it are a look whether the file still grows. */
const RUN_MS = 7_000;

scenario(
  test,
  'kill -9 of the worker at any moment of a feed that commits: the file is taken once, everyone is there once',
  async ({ product, vendor, district, round }, info) => {
    test.skip(!process.env.ALL_FAULTS, 'It takes half a minute: `npm run faults`.');
    await product.start();
    const { ctx, access } = district;
    const sent = Array.from({ length: STAFF }, (_, i) =>
      pat({ staffNumber: String(20_000 + i), lastName: `Staff ${i}` }),
    );
    const columns = ['staffNumber', 'lastName', 'firstName', 'gender'];
    const lines = [columns, ...sent.map((person) => columns.map((name) => person[name]))];
    const folder = join(FEED_FOLDER, access.appName);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'staff.csv'), `${lines.map((line) => line.join(',')).join('\n')}\n`);
    const notified = await insertRecipient(ctx, 'notified', 'HR Sync Commit');
    const { id: feedId } = await createFeed(ctx, {
      ...{ name: 'Night', hostKey: null, mapping: null, days: [1], at: '02:30', policy: 'commit' },
      ...{ setsAside: false, maxAgeHours: null, leastPercent: null },
      source: { kind: 'folder', folder: '', pattern: 'staff.csv', archive: null },
    });
    await runFeedNow(ctx, { id: feedId });
    const latest = async () => (await listFeedRuns(ctx, { feedId, limit: 5 })).data[0];
    await pause(momentOf(round, RUN_MS));
    await product.worker?.kill();
    const since = performance.now();
    const { status, runStatus } = (await latest()) ?? {};
    info.annotations.push({ type: 'seen', description: `killed at ${status} ${runStatus}` });
    product.startWorker();
    await until('the commit of the feed', async () =>
      (await latest())?.runStatus === 'committed' ? true : undefined,
    );
    noteStandstill(info, performance.now() - since);
    const { data } = await listFeedRuns(ctx, { feedId, limit: 5 });
    expect(data).toMatchObject([{ status: 'commitStarted', rows: STAFF }]);
    expect(await inboxOf(ctx, notified)).toMatchObject([{ type: 'HR Sync Commit' }]);
    await expectWhole(vendor, district, sent, 0);
  },
);
