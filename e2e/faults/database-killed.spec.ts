import pg from 'pg';
import { until } from '../until.ts';
import { test } from './own-product.ts';
import { stageFeed } from './staged-feed.ts';
import { measureStandstill } from './standstill.ts';

test('SYNC-10 Postgres is stopped at once in a commit, and started again: the job continues by itself', async ({
  product,
  database,
  vendor,
  district,
}, info) => {
  await product.start();
  const feed = await stageFeed(district, vendor);
  const { release, processed } = await feed.commitHalf();
  const since = performance.now();
  await database.crash();
  await release().catch(() => {});
  await database.start();
  await measureStandstill(vendor, info, { processed, since });
  await feed.expectCommitted();
});

test('SYNC-10 the server process of a commit is killed, which ends every session: the job continues by itself', async ({
  product,
  database,
  vendor,
  district,
}, info) => {
  await product.start();
  const feed = await stageFeed(district, vendor);
  const { release, processed } = await feed.commitHalf();
  process.kill(await waitingBackend(database.superuserUrl), 'SIGKILL');
  const since = performance.now();
  await release().catch(() => {});
  await measureStandstill(vendor, info, { processed, since });
  await feed.expectCommitted();
});

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
