/**
 * How long others wait while a district commits: `node bench/during-commit.ts [STAFF]`. Reads of a page (a search in the
 * Staff directory, as its table asks) and of the API (one staff member), and writes of the API (a phone), one after another, first on
 * the idle product, then until the commit of the whole feed ends. Synthetic district, embedded Postgres. One JSON line; milliseconds.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { requestToken } from '../bin/hr/token.ts';
import { systemBrowser } from '../bin/test/system-browser.ts';
import { textRows, textRun } from '../db/sql-text.ts';
import { signIn } from './browser.ts';
import { type Call, Connection, percentile } from './connection.ts';
import { DatabaseServer, inOnlyDistrict } from './databases.ts';
import { load, machine } from './machine.ts';
import { build, startProduct } from './processes.ts';
import { syntheticDistrict } from './sync-districts.ts';
import { Vendor } from './vendor.ts';

const staff = Number(process.argv[2] ?? 100_000);
const IDLE_ROUNDS = 300;

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-during-'));
const server = await DatabaseServer.embedded();
try {
  const feed = join(folder, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff, seed: 1, feed });
  const numbers = await inOnlyDistrict(ownerUrl, async (tx) => {
    await textRun(tx, 'update district set calls_per_minute = 10000000 where id = $1', [tx.districtId]);
    return (
      await textRows<{ number: string }>(
        tx,
        `select staff_number as number from person p
          where district_id = $1 and staff_number is not null and gender is not null
            and not exists (select 1 from person o
                             where o.district_id = $1 and o.staff_number_key = p.staff_number_key and o.id <> p.id)
          order by id limit 5000`,
        [tx.districtId],
      )
    ).map(({ number }) => number);
  });
  const product = await startProduct(ownerUrl);
  try {
    const { baseUrl } = product;
    const vendor = new Vendor(baseUrl, credentials);
    await vendor.requestToken();
    const { appName, clientId, clientSecret } = credentials;
    const { accessToken } = await requestToken({ url: baseUrl, appName, clientId }, clientSecret);
    const bearer = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const cookie = await signedIn(baseUrl);
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
    const measure = async (goOn: () => boolean) => {
      const times: Record<string, number[]> = { page: [], apiRead: [], write: [] };
      while (goOn())
        for (const [name, call] of Object.entries(kinds)) times[name]?.push(await connection.send(...call()));
      return times;
    };

    await vendor.post('start');
    await vendor.stream('transfer', createReadStream(feed));
    await vendor.post('end');
    await vendor.post('validate');
    let left = 50;
    await measure(() => left-- > 0);
    left = IDLE_ROUNDS;
    const idle = await measure(() => left-- > 0);

    await vendor.post('submitCommitJob');
    let status = { status: 'queued', startedAt: '', finishedAt: '' };
    const asked = setInterval(async () => {
      status = await vendor.get('commitJobStatus');
    }, 500);
    const during = await measure(() => status.status === 'queued' || status.status === 'running');
    clearInterval(asked);
    if (status.status !== 'completed') throw new Error(`The commit ${status.status}.`);
    const figures = (times: Record<string, number[]>) =>
      Object.fromEntries(
        Object.entries(times).map(([name, all]) => [
          name,
          {
            calls: all.length,
            p50: percentile(all, 0.5),
            p99: percentile(all, 0.99),
            max: percentile(all, 1),
          },
        ]),
      );
    console.log(
      JSON.stringify({
        bench: 'during-commit',
        staff,
        commitSeconds: (Date.parse(status.finishedAt) - Date.parse(status.startedAt)) / 1000,
        idle: figures(idle),
        during: figures(during),
        machine: { ...machine(), postgres: await server.version() },
        load: load(),
      }),
    );
    connection.close();
  } finally {
    await product.stop();
  }

  async function signedIn(baseUrl: string): Promise<string> {
    const browser = await chromium.launch({ executablePath: systemBrowser(), args: ['--no-sandbox'] });
    try {
      const context = await browser.newContext();
      await signIn(context, baseUrl, credentials);
      return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    } finally {
      await browser.close();
    }
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}
