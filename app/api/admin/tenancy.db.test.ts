import { beforeAll, expect, test } from 'vitest';
import { textRows, textRun } from '../../../db/sql-text.ts';
import { asOwner } from '../../../db/testing/database.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { TOOL_RIGHTS } from '../../../lib/access/rights.ts';
import { insertUser, signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { logError } from '../../../lib/error-log/testing/log-error.ts';
import type { Endpoint } from '../../../lib/http/endpoint.ts';
import { ORIGIN, testServer } from '../../../lib/http/testing/vendor.ts';
import { createClient } from '../../../lib/oauth/create-client.ts';
import { startSync } from '../../../lib/sync/run/start.ts';
import { ADMIN_PATH, adminApi } from './api.ts';
import { adminEndpoints } from './endpoints.ts';
import { exampleBody, exampleQuery } from './testing/example-body.ts';

const MARK = 'Xanthippe';
const server = testServer();
let theirs: Context;
let owner: string;
let stranger: string;
let ids: string[];

/** Two districts with an admin each who has every right; the other one has something of everything. */
beforeAll(async () => {
  const ours = await testDistrict();
  theirs = await testDistrict();
  stranger = await signedIn(ours, { username: 'stranger', name: 'Our Admin', rights: TOOL_RIGHTS });
  owner = await signedIn(theirs, { username: 'owner', name: `${MARK} Admin`, rights: TOOL_RIGHTS });
  await fill(theirs);
  ids = await everyId(theirs);
});

async function fill(ctx: Context): Promise<void> {
  for (const staffNumber of ['1', '2'])
    await insertPerson(ctx, {
      staffNumber,
      lastName: MARK,
      employments: [{ hireDate: '2020-01-01' }],
      positions: [{ startDate: '2020-01-01', assignmentCode: '20' }],
    });
  await insertUser(ctx, { username: 'their-clerk', name: `${MARK} Clerk` });
  await ctx.db.inDistrict(ctx.district.id, (tx) => createClient(ctx, tx, { name: MARK }));
  await logError(ctx, { message: MARK });
  await startSync({ ...ctx, actor: { kind: 'system', name: MARK } });
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `insert into notification (district_id, id, type, created_at, created_by) values ($1, $2, 'HR-Staff', $3, $4)`,
      [tx.districtId, ctx.newId(), ctx.now, MARK],
    ),
  );
}

/** Two ids of every table of the district side by side, so that calls that take two get two of a kind. */
async function everyId(ctx: Context): Promise<string[]> {
  const tables = await asOwner<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
      join information_schema.columns i using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'district_id'
       and i.column_name = 'id' and i.data_type = 'uuid' order by 1`,
  );
  const found = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ id: string }>(
      tx,
      tables
        .map(({ name }) => `(select id from "${name}" where district_id = $1 order by id limit 2)`)
        .join(' union all '),
      [tx.districtId],
    ),
  );
  return found.map(({ id }) => id);
}

async function call(cookie: string, method: string, path: string, body?: unknown) {
  const headers = { 'sec-fetch-site': 'same-origin', cookie: `__Secure-campus-session=${cookie}` };
  const response = await adminApi(
    server,
    new Request(`${ORIGIN}${ADMIN_PATH}${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  );
  return { status: response.status, text: await response.text() };
}

const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g;

/** An answer without what is of this call alone: its own ids, and the moment. */
const comparable = ({ status, text }: { status: number; text: string }) => ({
  status,
  text: text.replaceAll(UUID, 'ID').replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, 'MOMENT'),
});

const pathWith = (path: string, id: string) => path.replace('{section}', 'errors').replaceAll(/\{\w+\}/g, id);

const without = ({ path }: Endpoint) => !path.includes('{');

/** A new id for each call, so that nothing has it. */
const nobody = () => crypto.randomUUID();

/** Calls that take a list of ids and let those fall that are nobody's, or name them as wrong in the body. */
const NOT_BY_PATH = {
  'POST /messages/read': 204,
  'POST /messages/delete': 204,
  'POST /notifications': 422,
  'POST /check-campus-data/likely': 200,
  'POST /check-campus-data/numbers': 200,
  'PUT /error-log/state': 200,
  'PUT /single-sign-on/state': 409,
};

test('every id of another district on every route: the answer of an id that does not exist', async () => {
  expect(ids.length).toBeGreaterThan(15);
  const unfound: Record<string, number> = {};
  for (const endpoint of adminEndpoints) {
    const { method, path } = endpoint;
    const usesIds = !without(endpoint) || JSON.stringify(exampleBody(endpoint, () => 'ID'))?.includes('ID');
    if (!usesIds) continue;
    for (const [i, id] of ids.entries()) {
      let next = i;
      const other = () => ids[next++ % ids.length] as string;
      const query = exampleQuery(endpoint);
      const asTheirs = await call(stranger, method, pathWith(path, id) + query, exampleBody(endpoint, other));
      const asNone = await call(
        stranger,
        method,
        pathWith(path, nobody()) + query,
        exampleBody(endpoint, nobody),
      );
      expect(comparable(asTheirs), `${method} ${path}`).toEqual(comparable(asNone));
      expect(asTheirs.status, `${method} ${path}: ${asTheirs.text}`).toBeLessThan(500);
      if (asTheirs.status !== 404) unfound[`${method} ${path}`] = asTheirs.status;
    }
  }
  expect(unfound).toEqual(NOT_BY_PATH);
});

test('lists and downloads hold nothing of another district; its own admin finds it', async () => {
  const seen: string[] = [];
  for (const endpoint of adminEndpoints.filter((each) => without(each) && isReading(each))) {
    const { method, path } = endpoint;
    const query = path.endsWith('/export') && path.startsWith('/error-log') ? '?format=csv' : '';
    const body = exampleBody(endpoint, nobody);
    const asStranger = await call(stranger, method, path + query, body);
    expect(asStranger.text, path).not.toContain(MARK);
    for (const id of ids) expect(asStranger.text, path).not.toContain(id);
    if ((await call(owner, method, path + query, body)).text.includes(MARK)) seen.push(path);
  }
  expect(seen).toEqual(
    expect.arrayContaining([
      '/staff/search',
      '/staff/export',
      '/users',
      '/credentials',
      '/error-log',
      '/audit',
    ]),
  );
});

const isReading = ({ method, path }: Endpoint) => method === 'GET' || path.endsWith('/search');

test('and afterwards all of it is there as it was', async () => {
  expect((await everyId(theirs)).sort()).toEqual([...ids].sort());
  const { text } = await call(owner, 'GET', '/users');
  expect(text).toContain('their-clerk');
});
