import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, expect, inject, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { asOwner } from '../../db/testing/database.ts';
import { signIn } from '../../lib/auth/sign-in.ts';
import { PASSWORD, signedIn } from '../../lib/auth/testing/user.ts';
import { send, testVendor, type Vendor } from '../../lib/http/testing/vendor.ts';
import { newClientSecret } from '../../lib/oauth/credentials.ts';
import { tokenEndpoint } from '../../lib/oauth/token-endpoint.ts';
import { type AdminCall, adminCaller } from './admin/testing/call.ts';
import { api } from './businessOfficeIntegration/api.ts';
import { working } from './businessOfficeIntegration/testing/working.ts';
import { dashed, Planted } from './testing/planted.ts';

/*
 * A thousand SSNs and secrets go through everything that takes some, well and badly; afterwards every table, the log and
 * the database's write-ahead log are searched for them. What may lie there is last names: the search must find those.
 */

const planted = new Planted();
const SEEN = 'Visiblename';
const STARTED = Date.now();
let hr: Vendor;
let admin: AdminCall;

const staff = (n: number, over: object = {}) => ({
  ...{ staffNumber: `P${n}`, lastName: `${SEEN} ${n}`, firstName: 'Pat', gender: 'F', ssn: planted.ssn() },
  ...over,
});
const many = (count: number, first: number, over: (n: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, i) => staff(first + i, over(first + i)));

beforeAll(async () => {
  hr = await testVendor(api);
  planted.made(hr.client.clientSecret);
  planted.made(await hr.token());
  const cookie = await signedIn(hr.ctx, { rights: ['API Credentials', 'User Security'] });
  planted.made(cookie.split('.')[1] as string);
  admin = adminCaller(hr.server, cookie);
  await singleCalls();
  await synchronization();
  await tokenCalls();
  await passwords();
}, 300_000);

async function singleCalls() {
  const post = (body: unknown, headers?: Record<string, string>) =>
    hr.call('POST', '/staffMembers', body, headers);
  for (let n = 0; n < 10; n += 1) {
    const key = { 'idempotency-key': `planted ${n}` };
    expect((await post(staff(n, { ssn: dashed(planted.ssn()) }), key)).status).toBe(201);
    expect((await hr.call('PUT', `/staffMembers/P${n}`, staff(n))).status).toBe(200);
    for (const bad of [
      staff(n),
      staff(n + 100, { gender: 'none' }),
      staff(n + 100, { ssn: `${planted.ssn()}x` }),
      staff(n + 100, { ssn: Number(planted.ssn()) }),
      staff(n + 100, { ssn: [dashed(planted.ssn())], employeeSSN: planted.ssn() }),
      staff(n + 100, { workEmail: dashed(planted.ssn()), birthDate: planted.ssn() }),
      [staff(n + 100)],
    ])
      expect((await post(bad)).status).toBeGreaterThanOrEqual(400);
    await post(`{"staffNumber":"P1","ssn":"${planted.ssn()}",`);
    await post(`<ssn>${dashed(planted.ssn())}</ssn>`, { 'content-type': 'text/xml' });
    await post(JSON.stringify({ clientSecret: planted.secret(), password: planted.secret() }));
    await hr.call('GET', `/staffMembers?search=${planted.ssn()}&ssn=${dashed(planted.ssn())}`);
    await hr.call('PUT', '/staffMembers/nobody', staff(n));
    // An SSN where a vendor may put one by mistake, and the commonest one: a shifted column.
    await hr.call('GET', `/staffMembers/${dashed(planted.ssn())}`);
    await hr.call('GET', `/staffMembers/${planted.ssn()}?${planted.ssn()}=1`);
    await hr.call('GET', '/schools', undefined, {
      'x-request-id': n % 2 ? planted.ssn() : dashed(planted.ssn()),
    });
    await hr.call('GET', '/schools', undefined, { 'x-request-id': planted.made(newClientSecret()) });
    await post(staff(n + 200), { 'idempotency-key': dashed(planted.ssn()) });
    for (const name of ['workPhone', 'staffNumber', 'schoolNumber', 'gender'])
      await post(staff(n + 100, { gender: 'none', [name]: planted.ssn() }));
    await post(staff(n + 100, { [planted.ssn()]: 1, apiKey: planted.secret(), pwd: planted.secret() }));
  }
}

async function synchronization() {
  const sync = (path: string, body?: unknown, headers?: Record<string, string>) =>
    hr.call('POST', `/staffMembers/sync/${path}`, body, headers);
  const twice = planted.ssn();
  const faulty = (n: number) =>
    [{ gender: 'none' }, { ssn: `0${planted.ssn()}` }, { apiPassword: planted.secret() }][n % 3] ?? {};
  expect((await sync('start')).status).toBe(201);
  expect((await sync('transfer', { staffMembers: many(20, 400, faulty) })).status).toBe(422);
  expect((await sync('transfer?onInvalid=setAside', { staffMembers: many(60, 500, faulty) })).status).toBe(
    200,
  );
  const lines = many(300, 1_000).map((one) => JSON.stringify(one));
  expect((await sync('transfer', lines.join('\n'), { 'content-type': 'application/x-ndjson' })).status).toBe(
    200,
  );
  const body = [...many(300, 2_000), staff(1), staff(3_000, { ssn: twice }), staff(3_001, { ssn: twice })];
  expect((await sync('transfer', { staffMembers: body })).status).toBe(200);
  expect((await sync('end')).status).toBe(200);
  expect((await working(hr, sync('validate'))).status).toBe(200);
  const { status, body: committed } = await working(hr, sync('commit'));
  expect(status).toBe(200);
  expect(committed.succeeded.length).toBeGreaterThan(600);
  expect(committed.failed).toHaveLength(60);
}

async function tokenCalls() {
  const token = (headers: Record<string, string>, body: URLSearchParams | string, query = '') =>
    send(hr.server, tokenEndpoint, `/oauth2/token?appName=${hr.ctx.district.appName}${query}`, {
      method: 'POST',
      headers,
      body,
    });
  const { clientId, clientSecret } = hr.client;
  const basic = (secret: string) => ({
    authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
  });
  const grant = { grant_type: 'client_credentials' };
  for (let n = 0; n < 10; n += 1)
    for (const answer of [
      await token(basic(planted.secret()), new URLSearchParams(grant)),
      await token(
        {},
        new URLSearchParams({ ...grant, client_id: clientId, client_secret: planted.secret() }),
      ),
      await token({}, new URLSearchParams({ ...grant, client_assertion: planted.secret() })),
      // ID and secret swapped.
      await token(
        {},
        new URLSearchParams({ ...grant, client_id: planted.secret(), client_secret: clientId }),
      ),
      await token({}, new URLSearchParams({ ...grant, client_id: planted.ssn(), client_secret: 'x' })),
      await token(
        { 'content-type': 'application/json' },
        JSON.stringify({ client_secret: planted.secret() }),
      ),
      await token(basic(planted.secret()), new URLSearchParams(grant), `&client_secret=${planted.secret()}`),
    ])
      expect(answer.status).toBeGreaterThanOrEqual(400);
  const right = await token(
    {},
    new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret }),
  );
  planted.made(right.body.access_token.split('.')[1]);
  await hr.call('GET', '/schools', undefined, { authorization: `Bearer ${planted.secret()}` });
  const revealed = await admin('POST', `/credentials/${hr.client.id}/reveal`, {});
  expect(revealed.body.secret).toBe(clientSecret);
  const generated = await admin('POST', `/credentials/${hr.client.id}/secret`, {
    appName: hr.ctx.district.appName,
  });
  planted.made((await admin('POST', `/credentials/${hr.client.id}/reveal`, {})).body.secret);
  expect(generated.status).toBeLessThan(300);
}

async function passwords() {
  const { appName } = hr.ctx.district;
  const enter = (username: string, password: string) =>
    signIn(hr.ctx, { appName, username, password, address: '192.0.2.8' }, hr.ctx.now);
  for (let n = 0; n < 5; n += 1) {
    expect((await enter('pat', planted.secret())).outcome).toBe('refused');
    expect((await enter(planted.secret(), PASSWORD)).outcome).toBe('refused');
  }
  const made = await admin('POST', '/users', {
    ...{ username: 'sam', name: 'Sam Simpson', rights: [], password: planted.secret() },
  });
  expect(made.status).toBe(201);
  await admin('POST', '/users', { username: 'sam', name: 'Sam', rights: [], password: planted.secret() });
  await admin('POST', '/account/password', { current: planted.secret(), password: planted.secret() });
  const changed = await admin('POST', '/account/password', { current: PASSWORD, password: planted.secret() });
  expect(changed.status).toBeLessThan(300);
  const factor = await admin('POST', '/account/second-factor', {});
  if (factor.body?.key) planted.made(factor.body.key);
}

/** Every row of the district and of the queue, as text, by table. */
async function rowsByTable(): Promise<Map<string, string>> {
  const tables = await asOwner<{ name: string; own: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district_id') as own
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'pgboss') and c.relkind = 'r' order by 1`,
  );
  expect(tables.length).toBeGreaterThan(40);
  const texts = new Map<string, string>();
  for (const { name, own } of tables) {
    const rows = await hr.ctx.db.inDistrict(hr.ctx.district.id, (tx) =>
      own
        ? textRows<{ row: string }>(tx, `select t::text as row from ${name} t where t.district_id = $1`, [
            tx.districtId,
          ])
        : textRows<{ row: string }>(tx, `select t::text as row from ${name} t`, []),
    );
    texts.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return texts;
}

test('a thousand were planted; tables and queue hold none of them in clear', async () => {
  expect(planted.count).toBeGreaterThanOrEqual(1_000);
  const texts = await rowsByTable();
  for (const table of ['public.identity', 'public.error_log', 'public.set_aside_staff'])
    expect(texts.get(table), table).toContain(SEEN);
  const found = [...texts].map(([table, text]) => [table, planted.in(text)] as const);
  expect(found.filter(([, values]) => values.length > 0)).toEqual([]);
});

test('the server’s log holds none of them', () => {
  expect(hr.server.lines.length).toBeGreaterThan(100);
  expect(planted.in(hr.server.lines.join('\n'))).toEqual([]);
});

/** A file's bytes as text if it was written to since the start; a segment that the server takes away meanwhile is none. */
async function writtenSince(path: string): Promise<string> {
  try {
    const file = await stat(path);
    return file.isFile() && file.mtimeMs >= STARTED ? (await readFile(path)).toString('latin1') : '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

test.skipIf(process.env.TEST_DATABASE_URL)('the write-ahead log holds none of them', async () => {
  const client = new pg.Client(inject('superuserUrl'));
  await client.connect();
  try {
    const { rows } = await client.query<{ directory: string }>(
      `select setting as directory from pg_settings where name = 'data_directory'`,
    );
    const folder = join(rows[0]?.directory ?? '', 'pg_wal');
    // What was written last is there: so is all before it.
    const last = `${SEEN} the last`;
    // By a client of its own: the first one's token ended with its secret.
    const other = await testVendor(api);
    expect((await other.call('POST', '/staffMembers', staff(9_000, { lastName: last }))).status).toBe(201);
    await client.query('select pg_switch_wal()');
    let seen = false;
    for (const name of await readdir(folder)) {
      const text = await writtenSince(join(folder, name));
      seen ||= text.includes(last);
      expect(planted.in(text), name).toEqual([]);
    }
    expect(seen).toBe(true);
  } finally {
    await client.end();
  }
});
