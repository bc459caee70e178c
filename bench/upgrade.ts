/**
 * Updates an installation under load, as docs/operators/updating.md says, from an earlier commit to this checkout:
 *
 *     node bench/upgrade.ts COMMIT [--staff 20000] [--keep]
 *
 * The commit's own code makes the database, seeds it, and serves it. While its worker commits a feed and clients call, this
 * checkout migrates the database; then its web and worker start and those of the commit stop. Counted: calls that failed, waits for
 * locks, and whether the commit is whole. One JSON line. The commit must have this checkout's packages, more or less.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { checkout } from '../bin/data-folder.ts';
import { textRows } from '../db/sql-text.ts';
import { Callers } from './callers.ts';
import { DatabaseServer, inOnlyDistrict } from './databases.ts';
import { watchLocks } from './lock-waits.ts';
import { load, machine } from './machine.ts';
import { build, type Product, startProduct } from './processes.ts';
import { campus, Release } from './release.ts';
import { Vendor } from './vendor.ts';
import { wholeCommit } from './whole-commit.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { staff: { type: 'string', default: '20000' }, keep: { type: 'boolean', default: false } },
});
const [commit] = positionals;
if (!commit) throw new Error('Name the commit to update from.');
const staff = Number(values.staff);
/** Of the staff: how far the commit is when `migrate` begins, and how much further it must get before the processes change. */
const BEGUN = 0.1;
const MORE = 0.1;
const IDLE_MS = 3_000;

interface Status {
  status: string;
  processed: number;
  total: number;
  failed: number;
  created: number;
}

const loadBefore = load();
await build();
const release = new Release(commit);
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-upgrade-'));
const server = await DatabaseServer.embedded();
const running: Product[] = [];
try {
  console.error(`Building ${commit} …`);
  const ownerUrl = await server.createEmpty();
  await release.build(ownerUrl);
  const feed = join(folder, 'feed.ndjson');
  const access = JSON.parse(
    await release.campus(ownerUrl, 'seed', '--staff', String(staff), '--seed', '1', '--feed', feed),
  );
  const migrations = () =>
    textRowsOf<{ name: string }>(ownerUrl, 'select name from app.migration order by name desc');
  const from = (await migrations())[0]?.name;
  const before = await startProduct(ownerUrl, undefined, release.folder);
  running.push(before);
  const vendor = new Vendor(before.baseUrl, access);
  await vendor.requestToken();
  await vendor.post('start');
  await vendor.stream('transfer', createReadStream(feed));
  await vendor.post('end');
  await vendor.post('validate');

  const callers = new Callers(before.baseUrl, access, await someStaff(ownerUrl));
  await callers.begin();
  await pause(IDLE_MS);
  callers.phase = 'commit';
  await vendor.post('submitCommitJob');
  const statusOf = () => callers.vendor.get<Status>('commitJobStatus');
  await until(statusOf, ({ processed }) => processed >= staff * BEGUN);
  const { processed: atMigrate } = await statusOf();

  callers.phase = 'migrate';
  const locks = watchLocks(ownerUrl);
  const began = Date.now();
  await campus(checkout, ownerUrl, 'migrate');
  const migrateSeconds = (Date.now() - began) / 1000;
  callers.phase = 'old release, new database';
  const { processed: afterMigrate, status: then } = await statusOf();
  await until(
    statusOf,
    ({ processed, status }) => status === 'completed' || processed >= afterMigrate + staff * MORE,
  );

  callers.phase = 'both releases';
  const after = await startProduct(ownerUrl);
  running.push(after);
  const { processed: atSwitch } = await statusOf();
  await callers.moveTo(after.baseUrl);
  await before.stop();
  callers.phase = 'new release';
  const ended = await until(statusOf, ({ status }) => status === 'completed' || status === 'failed');
  const waits = await locks.stop();
  await pause(IDLE_MS);
  const calls = await callers.end();
  const whole = await wholeCommit(ownerUrl, feed, callers.vendor, callers.changed);
  console.log(
    JSON.stringify({
      bench: 'upgrade',
      ...{ commit, from, to: (await migrations())[0]?.name, staff },
      machine: {
        ...machine(),
        postgres: await server.version(),
        load: { before: loadBefore, after: load() },
      },
      ...{ migrateSeconds, processed: { atMigrate, afterMigrate, atSwitch }, statusAfterMigrate: then },
      ...{ calls, locks: waits, commitEnded: ended, whole },
    }),
  );
} finally {
  await Promise.all(running.map((one) => one.stop()));
  await server.close();
  await rm(folder, { recursive: true });
  if (!values.keep) release.remove();
}

async function until(ask: () => Promise<Status>, isSo: (status: Status) => boolean): Promise<Status> {
  for (;;) {
    const status = await ask();
    if (isSo(status)) return status;
    if (status.status === 'failed') throw new Error('The commit failed.');
    await pause(100);
  }
}

/** Staff numbers of people that the feed does not make, so that they can be read and changed at any time. */
function someStaff(ownerUrl: string): Promise<string[]> {
  return inOnlyDistrict(ownerUrl, async (tx) =>
    (
      await textRows<{ number: string }>(
        tx,
        `select staff_number as number from person p
          where district_id = $1 and staff_number is not null and gender is not null
            and not exists (select 1 from person o
                             where o.district_id = $1 and o.staff_number = p.staff_number and o.id <> p.id)
          order by id limit 20`,
        [tx.districtId],
      )
    ).map(({ number }) => number),
  );
}

function textRowsOf<R extends Record<string, unknown>>(ownerUrl: string, text: string): Promise<R[]> {
  return inOnlyDistrict(ownerUrl, (tx) => textRows<R>(tx, text, []));
}
