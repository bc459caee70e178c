/**
 * How long others wait while a district commits, and the commit for them: `node bench/during-commit.ts [STAFF] [ROUNDS]`. Reads
 * of a page (a search in the Staff directory, as its table asks) and of the API (one staff member), and writes of the API (a
 * phone), one after another: first on the idle product, then until the commit of the whole feed ends. In turn with it the same
 * commit while nobody calls. Synthetic district, embedded Postgres, each round on a copy of one validated database. One JSON
 * line; milliseconds of a call over all rounds, seconds of a commit in each.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { requestToken } from '../bin/hr/token.ts';
import { textRows, textRun } from '../db/sql-text.ts';
import { type Call, Connection, percentile } from './connection.ts';
import { DatabaseServer, inOnlyDistrict } from './databases.ts';
import { load, machine } from './machine.ts';
import { build, startProduct } from './processes.ts';
import { sessionCookie } from './session.ts';
import { spread } from './spread.ts';
import { syntheticDistrict } from './sync-districts.ts';
import { Vendor } from './vendor.ts';

const [staff = 100_000, rounds = 1] = process.argv.slice(2).map(Number);
const WARM_ROUNDS = 50;
const IDLE_ROUNDS = 300;
const LOOK_MS = 1_000;

type Times = Record<string, number[]>;
interface Status {
  status: string;
  startedAt: string;
  finishedAt: string;
}

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-during-'));
const server = await DatabaseServer.embedded();
try {
  const feed = join(folder, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff, seed: 1, feed });
  const numbers = await numbersToCall(ownerUrl);
  await onProduct(ownerUrl, async (vendor) => {
    await vendor.post('start');
    await vendor.stream('transfer', createReadStream(feed));
    await vendor.post('end');
    await vendor.post('validate');
  });
  const [idle, during]: Times[] = [{}, {}];
  const [alone, called, loads]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    await onCopy(async (vendor) => alone?.push(await commit(vendor)));
    await onCopy(async (vendor, baseUrl) => {
      const calls = await caller(baseUrl);
      for (let left = WARM_ROUNDS; left > 0; left -= 1) await calls.round({});
      for (let left = IDLE_ROUNDS; left > 0; left -= 1) await calls.round(idle ?? {});
      let ended = false;
      const committed = commit(vendor).finally(() => {
        ended = true;
      });
      while (!ended) await calls.round(during ?? {});
      called?.push(await committed);
      calls.end();
    });
    loads?.push(load());
  }
  console.log(
    JSON.stringify({
      bench: 'during-commit',
      staff,
      rounds,
      commitSeconds: { alone: spread(alone ?? [], 1), called: spread(called ?? [], 1) },
      idle: figures(idle ?? {}),
      during: figures(during ?? {}),
      machine: { ...machine(), postgres: await server.version() },
      load: spread(loads ?? [], 1),
    }),
  );

  async function onProduct(url: string, work: (vendor: Vendor, baseUrl: string) => Promise<unknown>) {
    const product = await startProduct(url);
    try {
      const vendor = new Vendor(product.baseUrl, credentials);
      await vendor.requestToken();
      await work(vendor, product.baseUrl);
    } finally {
      await product.stop();
    }
  }

  async function onCopy(work: (vendor: Vendor, baseUrl: string) => Promise<unknown>) {
    const copy = await server.copyOf(ownerUrl);
    await onProduct(copy, work);
    await server.drop(copy);
  }

  /** Its calls one after another; `round` notes how long each kind took. */
  async function caller(baseUrl: string) {
    const { appName, clientId, clientSecret } = credentials;
    const { accessToken } = await requestToken({ url: baseUrl, appName, clientId }, clientSecret);
    const bearer = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const cookie = await sessionCookie(baseUrl, credentials);
    const connection = new Connection(1);
    const api = `${baseUrl}/api/businessOfficeIntegration/staffMembers`;
    let turn = 0;
    const oneOf = () => {
      turn += 7;
      return numbers[turn % numbers.length] as string;
    };
    const kinds: Record<string, () => readonly [string, Call]> = {
      page: () => [
        `${baseUrl}/api/admin/staff/search`,
        {
          method: 'POST',
          headers: { cookie, origin: new URL(baseUrl).origin, 'content-type': 'application/json' },
          body: JSON.stringify({ search: oneOf().slice(0, 4), page: 1, limit: 50 }),
        },
      ],
      apiRead: () => [`${api}/${oneOf()}`, { headers: bearer }],
      write: () => [
        `${api}/${oneOf()}`,
        {
          method: 'PUT',
          headers: bearer,
          body: JSON.stringify({ workPhone: `763-555-${String(turn % 10_000).padStart(4, '0')}` }),
        },
      ],
    };
    const round = async (times: Times) => {
      for (const [name, call] of Object.entries(kinds)) {
        const took = await connection.send(...call());
        times[name] = [...(times[name] ?? []), took];
      }
    };
    return { round, end: () => connection.close() };
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}

/** Of staff whom a call may change, without a limit of calls. */
function numbersToCall(ownerUrl: string): Promise<string[]> {
  return inOnlyDistrict(ownerUrl, async (tx) => {
    await textRun(tx, 'update district set calls_per_minute = 10000000 where id = $1', [tx.districtId]);
    const rows = await textRows<{ number: string }>(
      tx,
      `select staff_number as number from person p
        where district_id = $1 and staff_number is not null and gender is not null
          and not exists (select 1 from person o
                           where o.district_id = $1 and o.staff_number_key = p.staff_number_key and o.id <> p.id)
        order by id limit 5000`,
      [tx.districtId],
    );
    return rows.map(({ number }) => number);
  });
}

/** Seconds of the job. */
async function commit(vendor: Vendor): Promise<number> {
  await vendor.post('submitCommitJob');
  for (; ; await pause(LOOK_MS)) {
    const { status, startedAt, finishedAt } = await vendor.get<Status>('commitJobStatus');
    if (status === 'completed') return (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
    if (status !== 'queued' && status !== 'running') throw new Error(`The commit ${status}.`);
  }
}

function figures(times: Times) {
  const of = (all: number[]) => ({
    calls: all.length,
    p50: percentile(all, 0.5),
    p99: percentile(all, 0.99),
    max: percentile(all, 1),
  });
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, of(all)]));
}
