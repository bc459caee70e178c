import { beforeEach, expect, test } from 'vitest';
import { textRow, textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { TOOL_RIGHTS, type ToolRight } from '../../../lib/access/rights.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { ORIGIN, testServer } from '../../../lib/http/testing/vendor.ts';
import { startSync } from '../../../lib/sync/run/start.ts';
import { ADMIN_PATH, adminApi } from './api.ts';
import { adminEndpoints } from './endpoints.ts';

const ID = '01900000-0000-7000-8000-000000000000';
const server = testServer();
let ctx: Context;
let all: string;

beforeEach(async () => {
  ctx = await testDistrict();
  all = await signedIn(ctx, { username: 'admin', name: 'Alex Morgan', rights: TOOL_RIGHTS });
});

function call(cookie: string | undefined, method: string, path: string, given: RequestInit = {}) {
  const headers = new Headers({
    'sec-fetch-site': 'same-origin',
    ...(given.headers as Record<string, string>),
  });
  if (cookie) headers.set('cookie', `other=1; __Secure-campus-session=${cookie}`);
  return adminApi(server, new Request(`${ORIGIN}${ADMIN_PATH}${path}`, { ...given, method, headers }));
}

const pathWith = (path: string, runId: string) =>
  path.replace(/\{(runId|id)\}/, runId).replace('{section}', 'errors');

test('every call asks for a tool right, or for no more than to be signed in', () => {
  for (const { access, method, path } of adminEndpoints) {
    const wanted = 'oneOf' in access ? access.oneOf : [(access as { right: string }).right];
    expect(wanted.length, `${method} ${path}`).toBeGreaterThan(0);
    for (const right of wanted) expect(['any', ...TOOL_RIGHTS], `${method} ${path}`).toContain(right);
  }
});

test('every call × every right: only its own opens it, a stranger gets 401', async () => {
  const cookies = new Map<ToolRight | undefined, string>([
    [undefined, await signedIn(ctx, { username: 'none' })],
  ]);
  for (const right of TOOL_RIGHTS)
    cookies.set(right, await signedIn(ctx, { username: right, rights: [right] }));
  for (const { access, method, path } of adminEndpoints) {
    const at = pathWith(path, ID);
    expect((await call(undefined, method, at)).status).toBe(401);
    for (const [right, cookie] of cookies) {
      const { status } = await call(cookie, method, at);
      const allowed =
        'oneOf' in access
          ? access.oneOf.some((wanted) => wanted === right)
          : 'right' in access && (access.right === 'any' || access.right === right);
      expect(status === 403, `${method} ${path} with ${right}`).toBe(!allowed);
    }
  }
});

test('403 names the right that is missing and who can give it', async () => {
  const clerk = await signedIn(ctx, { username: 'clerk' });
  const answer = await call(clerk, 'GET', '/sync');
  expect(answer.status).toBe(403);
  expect((await answer.json()).detail).toMatch(/tool right “Synchronization”.*Alex Morgan.* can give it/);
});

test('a refusal’s line in the log says which user it was', async () => {
  const requestId = 'refused-1';
  const clerk = await signedIn(ctx, { username: 'refused' });
  const { data } = await (await call(all, 'GET', '/users?search=refused')).json();
  await call(clerk, 'GET', '/sync', { headers: { 'x-request-id': requestId } });
  const line = server.lines.find((one) => one.includes(requestId)) ?? '[]';
  expect(JSON.parse(line)).toMatchObject([{ status: 403, user: data[0].id }]);
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling', { 'sec-fetch-site': 'same-site' }],
  ['an old browser elsewhere', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
])('a call from %s does nothing', async (_, headers) => {
  const answer = await call(all, 'POST', '/sync/start', { headers: headers as Record<string, string> });
  expect(answer.status).toBe(403);
  expect((await (await call(all, 'GET', '/sync')).json()).run).toBeNull();
});

/** For the calls below a run that need a body. */
const bodyFor = (path: string) => {
  const body = path.endsWith('/same-person')
    ? { personId: ID, staffNumber: '1' }
    : path.endsWith('/reviewed')
      ? { staffNumbers: ['1'], reviewed: true }
      : undefined;
  return body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
};

test('another district’s run is as unknown as one that is not there', async () => {
  const other = await testDistrict();
  const { run } = await startSync(other);
  for (const { method, path } of adminEndpoints.filter((endpoint) => endpoint.path.includes('{runId}'))) {
    const given = bodyFor(path) ?? {};
    const theirs = await call(all, method, pathWith(path, run.runId), given);
    const none = await call(all, method, pathWith(path, ID), given);
    expect([theirs.status, (await theirs.json()).detail]).toEqual([404, (await none.json()).detail]);
  }
});

test('an admin walks through the steps; two who start at once start one', async () => {
  const starts = await Promise.all([call(all, 'POST', '/sync/start'), call(all, 'POST', '/sync/start')]);
  expect(starts.map(({ status }) => status).sort()).toEqual([201, 409]);
  const { run } = await (await call(all, 'GET', '/sync')).json();
  expect(run).toMatchObject({ status: 'transferring', startedBy: 'Morgan, Alex', staffTransferred: 0 });
  const ended = await call(all, 'POST', '/sync/end');
  expect([ended.status, (await ended.json()).detail]).toEqual([
    409,
    expect.stringMatching(/Nothing has been transferred/),
  ]);
  expect((await call(all, 'POST', '/sync/restart')).status).toBe(201);
  const { data } = await (await call(all, 'GET', '/sync/runs?limit=1')).json();
  expect(data).toEqual([expect.objectContaining({ status: 'transferring', counts: null, hasReport: false })]);
  const cancelled = await call(all, 'POST', '/sync/cancel');
  expect(await cancelled.json()).toMatchObject({ status: 'cancelled', allowed: ['start'] });
});

test('a favourite is the user’s own, kept once, and taken out again', async () => {
  const headers = { 'content-type': 'application/json' };
  const keep = (kept: boolean) =>
    call(all, 'PUT', '/favourites', { headers, body: JSON.stringify({ path: '/addresses', kept }) });
  const paths = async () =>
    (
      await ctx.db.inDistrict(ctx.district.id, (tx) =>
        textRows<{ path: string }>(tx, 'select path from favourite where district_id = $1', [tx.districtId]),
      )
    ).map(({ path }) => path);
  expect([(await keep(true)).status, (await keep(true)).status]).toEqual([204, 204]);
  expect(await paths()).toEqual(['/addresses']);
  await keep(false);
  expect(await paths()).toEqual([]);
  const bad = await call(all, 'PUT', '/favourites', {
    headers,
    body: JSON.stringify({ path: '//evil.example/<script>', kept: true }),
  });
  expect(bad.status).toBe(422);
});

test('what a page does wrong is not in the error log of HR’s calls', async () => {
  await call(all, 'POST', '/sync/commit');
  const row = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<{ count: number }>(tx, 'select count(*) from error_log where district_id = $1', [tx.districtId]),
  );
  expect(row?.count).toBe(0);
});
