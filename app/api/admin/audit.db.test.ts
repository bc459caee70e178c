import { beforeEach, expect, test } from 'vitest';
import { textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { AuditAction } from '../../../lib/audit/actions.ts';
import { recordAudit } from '../../../lib/audit/record-audit.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { ORIGIN, testServer } from '../../../lib/http/testing/vendor.ts';
import { ADMIN_PATH, adminApi } from './api.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

const server = testServer();
let ctx: Context;
let cookie: string;
let call: AdminCall;

beforeEach(async () => {
  ctx = await testDistrict();
  // The sign-in is an event, too: of the day before, so that it is the last.
  cookie = await signedIn({ ...ctx, now: new Date('2026-11-24T17:45:00Z') }, { rights: ['User Security'] });
  call = adminCaller(server, cookie);
});

/** Somebody does something at a moment of November 2026. */
const event = (
  at: string,
  actor: string,
  action: AuditAction,
  target?: string,
  detail?: Record<string, unknown>,
) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    recordAudit({ ...ctx, now: new Date(`2026-11-${at}Z`), actor: { kind: 'system', name: actor } }, tx, {
      action,
      target,
      detail,
    }),
  );

const targets = async (query: string) =>
  (await call('GET', `/audit?${query}`)).body.data.map(({ target }: { target: string }) => target);

test('who did what, when, to what: the latest first, people by name', async () => {
  const { id } = await insertPerson(ctx, { lastName: 'Brown', firstName: 'Allison' });
  await event('20T12:00:00', 'Morgan, Alex', 'person.edit', id, { fields: ['gender'] });
  await event('25T12:00:00', 'Morgan, Alex', 'user.create', 'kim');
  const { status, body } = await call('GET', '/audit');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    data: [
      {
        ...{ actor: 'Morgan, Alex', action: 'user.create', target: 'kim', detail: null },
        sentence: [{ text: 'Created the user kim.' }],
      },
      { action: 'sign in', target: 'pat', sentence: [{ text: 'Signed in.' }] },
      {
        occurredAt: '2026-11-20T12:00:00.000Z',
        action: 'person.edit',
        target: id,
        sentence: [{ text: 'Edited ' }, { text: 'Brown, Allison', href: `/staff/${id}` }, { text: '.' }],
        detail: { fields: ['gender'] },
      },
    ],
    more: false,
  });
});

test('narrowed by text, action and the district’s days', async () => {
  const { id } = await insertPerson(ctx, { lastName: 'Brown', firstName: 'Allison' });
  await event('20T12:00:00', 'Morgan, Alex', 'person.edit', id);
  // 23:30 in Chicago on the 9th, and half past midnight on the 10th.
  await event('10T05:30:00', 'HR System', 'sync.start', 'late');
  await event('10T06:30:00', 'HR System', 'sync.end', 'early');
  expect(await targets('search=brown, ALL')).toEqual([id]);
  expect(await targets('search=hr sys')).toEqual(['early', 'late']);
  expect(await targets('search=%25')).toEqual([]);
  expect(await targets('action=sync.end')).toEqual(['early']);
  expect(await targets('from=2026-11-10&to=2026-11-10')).toEqual(['early']);
  expect(await targets('to=2026-11-09')).toEqual(['late']);
  expect((await call('GET', '/audit/actions')).body.data).toEqual([
    { action: 'person.edit', name: 'Edited a person' },
    { action: 'sign in', name: 'Signed in' },
    { action: 'sync.end', name: 'Ended a transfer' },
    { action: 'sync.start', name: 'Started a transfer' },
  ]);
});

test('a page at a time', async () => {
  for (const target of ['1', '2', '3']) await event(`2${target}T12:00:00`, 'x', 'user.edit', target);
  const page = async (n: number) => (await call('GET', `/audit?action=user.edit&limit=2&page=${n}`)).body;
  expect([await page(1), await page(2), await page(3)]).toMatchObject([
    { data: [{ target: '3' }, { target: '2' }], more: true },
    { data: [{ target: '1' }], more: false },
    { data: [], more: false },
  ]);
});

test('as CSV: all of it, formulas neutralized', async () => {
  await event('26T18:00:00', '=cmd()', 'user.edit', 'kim', { given: ['Staff'] });
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(
      tx,
      `insert into audit_event (district_id, id, occurred_at, actor, action, target)
       select $1, gen_random_uuid(), timestamptz '2026-11-25T00:00Z' + make_interval(secs => n), 'x', 'bulk', n::text
         from generate_series(1, 2500) n`,
      [tx.districtId],
    ),
  );
  const answer = await adminApi(
    server,
    new Request(`${ORIGIN}${ADMIN_PATH}/audit/export?from=2026-11-24&to=2026-11-26`, {
      headers: { 'sec-fetch-site': 'same-origin', cookie: `__Secure-campus-session=${cookie}` },
    }),
  );
  expect(answer.headers.get('content-disposition')).toContain('audit-log.csv');
  const lines = (await answer.text()).split('\r\n');
  expect(lines[0]).toContain(
    'Date,Who,Username or Client ID,Network Address,What Happened,Action,Target,Details,Request ID',
  );
  expect(lines[1]).toContain("'=cmd(),,,Edited the user kim. Tool rights given: Staff.,user.edit,kim,");
  expect(lines[2]).toContain('x,,,Recorded by an earlier release as “bulk”.,bulk,2500,');
  expect(new Set(lines).size).toBe(1 + 1 + 2500 + 1 + 1);
});

test('a bad filter is reported by parameter', async () => {
  for (const [query, pointer] of [
    ['from=yesterday', '/from'],
    ['page=0', '/page'],
  ]) {
    const { status, body } = await call('GET', `/audit?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  }
});

test('another district’s events are not in it, and nobody can change an event', async () => {
  const other = await testDistrict();
  await signedIn(other, { username: 'theirs' });
  expect(await targets('search=theirs')).toEqual([]);
  for (const statement of ['update audit_event set actor = $2', 'delete from audit_event where actor <> $2'])
    await expect(
      ctx.db.inDistrict(ctx.district.id, (tx) =>
        textRun(
          tx,
          statement.includes('where')
            ? `${statement} and district_id = $1`
            : `${statement} where district_id = $1`,
          [tx.districtId, 'x'],
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
});
