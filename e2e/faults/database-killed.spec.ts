import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import pg from 'pg';
import { until } from '../until.ts';
import { Creates } from './creates.ts';
import { test } from './own-product.ts';
import { scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { measureStandstill } from './standstill.ts';

const FROZEN_MS = 25_000;

scenario(
  test,
  'SYNC-10 Postgres is stopped at once in a commit, and started again: the job continues by itself',
  async ({ product, database, vendor, district }, info) => {
    await product.start();
    const feed = await stageFeed(district, vendor);
    const { release, processed } = await feed.commitHalf();
    const since = performance.now();
    await database.crash();
    await release().catch(() => {});
    await database.start();
    await measureStandstill(vendor, info, { processed, since });
    await feed.expectCommitted();
  },
);

scenario(
  test,
  'SYNC-10 the server process of a commit is killed, which ends every session: the job continues by itself',
  async ({ product, database, vendor, district }, info) => {
    await product.start();
    const feed = await stageFeed(district, vendor);
    const { release, processed } = await feed.commitHalf();
    process.kill(await waitingBackend(database.superuserUrl), 'SIGKILL');
    const since = performance.now();
    await release().catch(() => {});
    await measureStandstill(vendor, info, { processed, since });
    await feed.expectCommitted();
  },
);

scenario(
  test,
  'SYNC-10 all of Postgres freezes for 25 s in a commit: 503 meanwhile, and the job continues by itself',
  async ({ product, database, vendor, district }, info) => {
    test.skip(!process.env.ALL_FAULTS, 'It takes half a minute: `npm run faults`.');
    await product.start();
    const feed = await stageFeed(district, vendor);
    const { release, processed } = await feed.commitHalf();
    const creates = new Creates(vendor, 90_000);
    database.freeze();
    const since = performance.now();
    const calls: Promise<number>[] = [];
    for (; performance.now() - since < FROZEN_MS; await pause(500)) calls.push(creates.one());
    database.wake();
    await release().catch(() => {});
    await measureStandstill(vendor, info, { processed, since: performance.now() });
    // Those that had a connection waited, the others were told.
    const counts = Map.groupBy(await Promise.all(calls), (status) => status);
    const seen = [...counts].map(([status, all]) => `${all.length} × ${status}`);
    info.annotations.push({ type: 'seen', description: `creates meanwhile: ${seen}` });
    expect([...counts.keys()].filter((status) => status !== 201 && status !== 503)).toEqual([]);
    await feed.expectCommitted(vendor, await creates.expectKept(district));
  },
);

/** The process of Postgres in which the commit waits for the person who is held. */
async function waitingBackend(superuserUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return await until('a session that waits for the person who is held', async () => {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
      return rows[0]?.pid;
    });
  } finally {
    await client.end();
  }
}
