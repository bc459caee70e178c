/**
 * What a call costs compared with an empty route handler (`GET /campus/api/health/live`), in turn with it, on the built product
 * with a synthetic district: `node bench/calls.ts [ROUNDS]`. Rates of the token endpoint and of a bearer-protected call
 * (`GET …/staffMembers/sync`), eight at a time; one PUT at a time that changes a phone. One JSON line: calls a second and their ratios,
 * and milliseconds above the empty route.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestToken } from '../bin/hr/token.ts';
import { textRows, textRun } from '../db/sql-text.ts';
import { type Call, Connection, percentile } from './connection.ts';
import { DatabaseServer, inOnlyDistrict } from './databases.ts';
import { load, machine } from './machine.ts';
import { build, startProduct } from './processes.ts';
import { spread } from './spread.ts';
import { syntheticDistrict } from './sync-districts.ts';
import { Vendor } from './vendor.ts';

const rounds = Number(process.argv[2] ?? 5);
const CONCURRENCY = 8;
/** Of each kind in each round. */
const CALLS = 1_500;
const PUTS = 200;
const STAFF = 1_000;

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-calls-'));
const server = await DatabaseServer.embedded();
try {
  const feed = join(folder, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff: STAFF, seed: 1, feed });
  const { number } = await inOnlyDistrict(ownerUrl, async (tx) => {
    await textRun(tx, 'update district set calls_per_minute = 10000000 where id = $1', [tx.districtId]);
    const [one] = await textRows<{ number: string }>(
      tx,
      `select min(staff_number) as number from person p
        where district_id = $1 and staff_number is not null and gender is not null`,
      [tx.districtId],
    );
    return one as { number: string };
  });
  const product = await startProduct(ownerUrl);
  try {
    const { baseUrl } = product;
    const { appName, clientId, clientSecret } = credentials;
    const { accessToken } = await requestToken({ url: baseUrl, appName, clientId }, clientSecret);
    const vendor = new Vendor(baseUrl, credentials);
    await vendor.requestToken();
    await vendor.post('start');
    const bearer = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const api = `${baseUrl}/api/businessOfficeIntegration/staffMembers`;
    const empty = () => [`${baseUrl}/api/health/live`, {}] as const;
    const kinds: Record<string, () => readonly [string, Call]> = {
      empty,
      token: () => [
        `${baseUrl}/oauth2/token?appName=${appName}`,
        {
          method: 'POST',
          headers: {
            authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: 'grant_type=client_credentials',
        },
      ],
      bearer: () => [`${api}/sync`, { headers: bearer }],
    };
    let phone = 0;
    const put = (): readonly [string, Call] => {
      phone = (phone + 1) % 10_000;
      const body = JSON.stringify({ workPhone: `763-555-${String(phone).padStart(4, '0')}` });
      return [`${api}/${number}`, { method: 'PUT', headers: bearer, body }];
    };

    const many = new Connection(CONCURRENCY);
    const rateOf = async (call: () => readonly [string, Call]): Promise<number> => {
      let left = CALLS;
      const started = performance.now();
      const lane = async () => {
        for (; left > 0; left -= 1) await many.send(...call());
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, lane));
      return CALLS / ((performance.now() - started) / 1000);
    };
    const one = new Connection(1);
    const medianOf = async (call: () => readonly [string, Call]): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < PUTS; i += 1) times.push(await one.send(...call()));
      return percentile(times, 0.5);
    };

    for (const call of [...Object.values(kinds), put]) await rateOf(call);
    const rates: Record<string, number[]> = { empty: [], token: [], bearer: [] };
    const above: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, call] of Object.entries(kinds)) rates[name]?.push(await rateOf(call));
      above.push((await medianOf(put)) - (await medianOf(empty)));
    }
    const ratio = (name: string) =>
      spread(
        (rates[name] ?? []).map((rate, i) => rate / (rates.empty?.[i] ?? Number.NaN)),
        2,
      );
    console.log(
      JSON.stringify({
        bench: 'calls',
        rounds,
        callsASecond: Object.fromEntries(Object.entries(rates).map(([name, all]) => [name, spread(all, 0)])),
        ofAnEmptyRoute: { token: ratio('token'), bearer: ratio('bearer') },
        putMsAboveAnEmptyRoute: spread(above, 2),
        machine: { ...machine(), postgres: await server.version() },
        load: load(),
      }),
    );
    many.close();
    one.close();
  } finally {
    await product.stop();
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}
