import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { textRows } from '../../../db/sql-text.ts';
import { asOwner } from '../../../db/testing/database.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { TOOL_RIGHTS } from '../../../lib/access/rights.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import { districtByAppName } from '../../../lib/district/find-district.ts';
import { ORIGIN, testServer, testVendor } from '../../../lib/http/testing/vendor.ts';
import { endAllOperators, makeOperatorLink } from '../../../lib/operator/session.ts';
import { newShortId } from '../../../lib/short-id.ts';
import { ADMIN_PATH, adminApi } from '../admin/api.ts';
import { api } from '../businessOfficeIntegration/api.ts';
import { OPERATOR_PATH, operatorApi } from './api.ts';
import { operatorEndpoints } from './endpoints.ts';
import { openOperatorEndpoint } from './open-endpoint.ts';

const owner = openDatabase(inject('ownerUrl'), { max: 1 });
afterAll(() => owner.close());

const server = testServer();
const ADDRESS = '192.0.2.50';
let madeBy: string;

// Sessions are of all districts: each test has an operator of its own.
beforeEach(() => {
  madeBy = `op-${newShortId()}`;
});

const link = async () => (await makeOperatorLink(owner, { madeBy })).token;

async function open(token: string, headers: Record<string, string> = {}) {
  const request = new Request(`${ORIGIN}${OPERATOR_PATH}/open`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': ADDRESS, ...headers },
    body: token,
  });
  const answer = await openOperatorEndpoint(server, request);
  const cookie = answer.headers.get('set-cookie') ?? '';
  return { status: answer.status, cookie, sent: cookie.split(';')[0] as string };
}

const signIn = async () => (await open(await link())).sent;

async function call(
  cookie: string | undefined,
  method: string,
  path: string,
  given: { body?: unknown; headers?: Record<string, string> } = {},
) {
  const { body, headers } = given;
  const answer = await operatorApi(
    server,
    new Request(`${ORIGIN}${OPERATOR_PATH}${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': ADDRESS,
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by the contract, not by types.
    body: (text === '' ? undefined : JSON.parse(text)) as any,
  };
}

const pass = (column: string, minutes: number) =>
  asOwner(
    `update app.operator_session set ${column} = ${column} - make_interval(mins => $2) where made_by = $1`,
    [madeBy, minutes],
  );
const events = () =>
  asOwner<{ action: string; target: string | null; address: string | null }>(
    `select e.action, e.target, e.address from app.operator_event e
       join app.operator_session s on s.id = e.session_id where s.made_by = $1 order by e.id`,
    [madeBy],
  );
const pathOf = (path: string, appName: string) => path.replace('{appName}', appName);
const asked = (given: object = {}) => ({
  appName: `op-${newShortId()}`,
  name: 'Elm ISD',
  timeZone: 'America/Chicago',
  adminUsername: 'admin',
  adminName: 'First admin',
  ...given,
});

test('a link opens the page once, for a cookie that no other site’s page sends along', async () => {
  const token = await link();
  const first = await open(token);
  expect(first.status).toBe(204);
  expect(first.cookie).toMatch(
    /^__Secure-campus-operator=[\w-]{43}; Path=\/campus; Max-Age=7200; HttpOnly; SameSite=Strict; Secure$/,
  );
  expect(first.cookie).not.toContain(token);
  expect((await open(token)).status).toBe(404);
  expect((await call(first.sent, 'GET', '/districts')).status).toBe(200);
  expect(await events()).toEqual([
    { action: 'link made', target: null, address: null },
    { action: 'link opened', target: null, address: ADDRESS },
    { action: 'link refused', target: null, address: ADDRESS },
  ]);
  expect(server.lines.join()).not.toContain(token);
});

test.each([
  ['16 minutes later', () => pass('link_expires_at', 16)],
  ['after `campus operator end`', () => endAllOperators(owner)],
])('a link opens nothing %s', async (_, happens) => {
  const token = await link();
  await happens();
  expect(await open(token)).toMatchObject({ status: 404, cookie: '' });
});

test('no other site’s page opens a link, and what is no link opens nothing', async () => {
  const token = await link();
  expect((await open(token, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  for (const madeUp of ['', 'x'.repeat(43), 'x'.repeat(100_000)])
    expect((await open(madeUp)).status).toBe(404);
  expect((await open(token)).status).toBe(204);
});

test('every call × everybody: only an operator’s live session opens it', async () => {
  const ctx = await testDistrict();
  const hr = await testVendor(api);
  const admin = `__Secure-campus-session=${await signedIn(ctx, { rights: TOOL_RIGHTS })}`;
  const bearer = { headers: { authorization: `Bearer ${await hr.token()}` } };
  const operator = await signIn();
  for (const { method, path, access } of operatorEndpoints) {
    expect(access).toEqual({ operator: true });
    const at = pathOf(path, ctx.district.appName);
    expect((await call(undefined, method, at)).status, at).toBe(401);
    expect((await call(admin, method, at)).status, at).toBe(401);
    expect((await call(undefined, method, at, bearer)).status, at).toBe(401);
    expect((await call(`__Secure-campus-operator=${'a'.repeat(43)}`, method, at)).status, at).toBe(401);
    const elsewhere = await call(operator, method, at, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(elsewhere.status, at).toBe(403);
  }
  for (const { method, path } of operatorEndpoints.filter((one) => one.path !== '/end'))
    expect([200, 400], path).toContain(
      (await call(operator, method, pathOf(path, ctx.district.appName))).status,
    );
});

test('an operator’s cookie opens nothing of a district', async () => {
  await testDistrict();
  const cookie = await signIn();
  const token = cookie.split('=')[1] as string;
  for (const sent of [cookie, `__Secure-campus-session=${token}`]) {
    const headers = { 'sec-fetch-site': 'same-origin', cookie: sent };
    const answer = await adminApi(server, new Request(`${ORIGIN}${ADMIN_PATH}/users`, { headers }));
    expect(answer.status).toBe(401);
  }
});

test.each([
  ['31 minutes without use', () => pass('seen_at', 31)],
  ['two hours', () => pass('expires_at', 120)],
  ['its end', (cookie: string) => call(cookie, 'POST', '/end')],
  ['`campus operator end`', () => endAllOperators(owner)],
])('a session is over after %s, also for what it was just about to make', async (_, ends) => {
  const cookie = await signIn();
  await ends(cookie);
  const body = asked();
  expect((await call(cookie, 'POST', '/districts', { body })).status).toBe(401);
  expect(await districtByAppName(server.db, body.appName)).toBeUndefined();
});

test('use keeps a session awake, a page that nobody touches does not', async () => {
  const cookie = await signIn();
  await pass('seen_at', 20);
  await call(cookie, 'GET', '/districts', { headers: { 'x-unattended': '1' } });
  await pass('seen_at', 9);
  expect((await call(cookie, 'GET', '/districts')).status).toBe(200);
  await pass('seen_at', 29);
  expect((await call(cookie, 'GET', '/districts')).status).toBe(200);
});

test('the app’s role makes no district without an operator’s live session', async () => {
  const text = `select app.open_district($1, gen_random_uuid(), $2, $2, 'Elm', 'UTC', null)`;
  const values = [Buffer.alloc(32), newShortId()];
  await expect(server.db.execute({ text, values })).rejects.toMatchObject({ code: '42501' });
  for (const table of ['operator_session', 'operator_event'])
    await expect(server.db.execute({ text: `select 1 from app.${table}`, values: [] })).rejects.toMatchObject(
      { code: '42501' },
    );
});

test('an operator makes a district; its audit log and the operator’s list say so', async () => {
  const cookie = await signIn();
  const body = asked();
  const made = await call(cookie, 'POST', '/districts', { body });
  expect(made).toMatchObject({
    status: 201,
    body: { appName: body.appName, username: 'admin', token: expect.stringMatching(/^\w+\.[\w-]{43}$/) },
  });
  const district = await districtByAppName(server.db, body.appName);
  if (!district) throw new Error('It was not made.');
  const audit = await server.db.inDistrict(district.id, (tx) =>
    textRows(tx, 'select actor, action, address from audit_event where district_id = $1 order by id', [
      tx.districtId,
    ]),
  );
  const actor = `Operator (${madeBy})`;
  expect(audit).toEqual([
    { actor, action: 'district.create', address: ADDRESS },
    { actor, action: 'user.create', address: ADDRESS },
  ]);
  const { data, total } = (await call(cookie, 'GET', `/districts?search=${body.appName}`)).body;
  expect([total, data]).toEqual([
    1,
    [
      {
        ...{ appName: body.appName, name: 'Elm ISD', timeZone: 'America/Chicago' },
        createdAt: expect.any(String),
        ...{ people: 0, managedByHr: 0, users: 1, admins: ['admin'], lastCommit: null, lastCall: null },
      },
    ],
  ]);
  const [latest] = (await call(cookie, 'GET', '/events')).body.data;
  expect(latest).toMatchObject({ madeBy, action: 'district made', target: body.appName, address: ADDRESS });
});

test('what can’t be a district is refused, field by field; a name that is taken is a conflict', async () => {
  const cookie = await signIn();
  const { appName } = (await testDistrict()).district;
  const bad = await call(cookie, 'POST', '/districts', { body: asked({ appName: 'a b', name: ' ' }) });
  expect([bad.status, bad.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    422,
    ['/appName', '/name'],
  ]);
  const zone = await call(cookie, 'POST', '/districts', { body: asked({ timeZone: 'Central' }) });
  expect([zone.status, zone.body.errors[0].pointer]).toEqual([422, '/timeZone']);
  expect((await call(cookie, 'POST', '/districts', { body: asked({ appName }) })).status).toBe(409);
  expect((await events()).map(({ action }) => action)).not.toContain('district made');
});

test('an admin is reset: a link, no session, and both logs say so', async () => {
  const ctx = await testDistrict();
  const { appName } = ctx.district;
  const admin = await signedIn(ctx, { username: 'pat', rights: TOOL_RIGHTS });
  const cookie = await signIn();
  const path = `/districts/${appName}/admin-reset`;
  expect((await call(cookie, 'POST', path, { body: { username: 'nobody' } })).status).toBe(404);
  const done = await call(cookie, 'POST', path, { body: { username: 'pat' } });
  expect(done).toMatchObject({ status: 201, body: { appName, username: 'pat', token: expect.any(String) } });
  const headers = { 'sec-fetch-site': 'same-origin', cookie: `__Secure-campus-session=${admin}` };
  expect((await adminApi(server, new Request(`${ORIGIN}${ADMIN_PATH}/users`, { headers }))).status).toBe(401);
  expect((await events()).at(-1)).toEqual({
    action: 'administrator reset',
    target: `${appName}, pat`,
    address: ADDRESS,
  });
  const [audited] = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      `select actor, target from audit_event where district_id = $1 and action = 'user.reset-by-operator'`,
      [tx.districtId],
    ),
  );
  expect(audited).toEqual({ actor: `Operator (${madeBy})`, target: 'pat' });
  expect(
    (await call(cookie, 'POST', '/districts/none/admin-reset', { body: { username: 'pat' } })).status,
  ).toBe(404);
});

test('the state of the installation is what `campus doctor` says', async () => {
  const { body } = await call(await signIn(), 'GET', '/installation');
  const names = body.checks.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['database', 'role', 'workers', 'jobs']));
});
