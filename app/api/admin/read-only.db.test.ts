import { expect, test } from 'vitest';
import { textRow, textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertHousehold } from '../../../db/testing/household.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { TOOL_RIGHTS } from '../../../lib/access/rights.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { ORIGIN, testServer } from '../../../lib/http/testing/vendor.ts';
import { ADMIN_PATH, adminApi } from './api.ts';
import { adminEndpoints } from './endpoints.ts';

const server = testServer();

/** All rows of all people, of what HR can send: as text, without the revision. */
const snapshot = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      `select 'person' as kind, to_jsonb(p) - 'rev' as row from person p where p.district_id = $1
       union all select 'identity', to_jsonb(i) from identity i where i.district_id = $1
       union all select 'employment', to_jsonb(e) from employment e where e.district_id = $1
       union all select 'position', to_jsonb(a) from district_assignment a where a.district_id = $1
       order by 1, 2`,
      [tx.districtId],
    ),
  );

/** For each call that takes a body, one that would change the person if it were taken. */
function bodyFor(path: string, id: string, otherId: string): unknown {
  const demographics = { staffNumber: '999', lastName: 'Changed', firstName: 'Changed', gender: 'M' };
  const contacts = {
    workPhone: '1',
    cellPhone: '1',
    otherPhone: '1',
    workEmail: 'a@b',
    personalEmail: 'a@b',
  };
  const position = {
    id: null,
    schoolNumber: '010',
    assignmentCode: '20',
    titleCode: null,
    startDate: '2024-08-14',
    endDate: null,
  };
  const bodies: Record<string, unknown> = {
    '/staff/{id}/demographics': {
      rev: 1,
      ...demographics,
      ...contacts,
      middleName: 'Changed',
      birthDate: '2000-01-01',
      ssn: '987654321',
    },
    '/staff/{id}/employments': { rev: 1, employments: [] },
    '/staff/{id}/positions': { rev: 1, positions: [position] },
    '/people/combine': { baseId: otherId, otherId: id, baseRev: 1, otherRev: 1 },
    '/people/combine/preview': { baseId: otherId, otherId: id },
  };
  return bodies[path];
}

test('RO-1 no admin call changes a person whom HR manages', async () => {
  const ctx = await testDistrict();
  const cookie = await signedIn(ctx, { username: 'admin', rights: TOOL_RIGHTS });
  const { id } = await insertPerson(ctx, {
    staffNumber: '10058',
    ssn: '123456789',
    hrManagedAt: ctx.now,
    employments: [{ hireDate: '2024-07-01' }],
    positions: [{ startDate: '2024-07-01', assignmentCode: '20' }],
  });
  const other = await insertPerson(ctx, { lastName: 'Student' });
  await insertHousehold(ctx, { members: [id] });
  const before = await snapshot(ctx);
  const answers: Record<string, number> = {};
  for (const { method, path } of adminEndpoints) {
    if (method === 'GET') continue;
    const body = bodyFor(path, id, other.id);
    const headers = new Headers({
      'sec-fetch-site': 'same-origin',
      cookie: `__Secure-campus-session=${cookie}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    });
    const url = `${ORIGIN}${ADMIN_PATH}${path.replace(/\{\w*[iI]d\}/g, id)}`;
    const request = new Request(url, { method, headers, body: body ? JSON.stringify(body) : undefined });
    answers[`${method} ${path}`] = (await adminApi(server, request)).status;
  }
  // These would have changed them: refused by rule, not for a fault of the body.
  for (const call of [
    'PUT /staff/{id}/demographics',
    'PUT /staff/{id}/employments',
    'PUT /staff/{id}/positions',
    'POST /people/combine',
  ])
    expect(answers[call], call).toBe(409);
  expect(await snapshot(ctx)).toEqual(before);
});

test('RO-1 the same calls do change a person whom HR does not manage', async () => {
  const ctx = await testDistrict();
  const cookie = await signedIn(ctx, { username: 'admin', rights: TOOL_RIGHTS });
  const { id } = await insertPerson(ctx, { staffNumber: '10058', employments: [{ hireDate: '2024-07-01' }] });
  for (const path of ['/staff/{id}/employments', '/staff/{id}/positions', '/staff/{id}/demographics']) {
    const before = await snapshot(ctx);
    const rev = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRow<{ rev: number }>(tx, 'select rev from person where district_id = $1 and id = $2', [
        tx.districtId,
        id,
      ]),
    );
    const request = new Request(`${ORIGIN}${ADMIN_PATH}${path.replace('{id}', id)}`, {
      method: 'PUT',
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        cookie: `__Secure-campus-session=${cookie}`,
      },
      body: JSON.stringify({ ...(bodyFor(path, id, id) as object), ...rev }),
    });
    expect((await adminApi(server, request)).status, path).toBe(200);
    expect(await snapshot(ctx), path).not.toEqual(before);
  }
});
