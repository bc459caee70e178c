import { beforeEach, describe, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import type { ToolRight } from '../../../lib/access/rights.ts';
import { findSession } from '../../../lib/auth/find-session.ts';
import { signIn } from '../../../lib/auth/sign-in.ts';
import { insertUser, PASSWORD, signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { testServer } from '../../../lib/http/testing/vendor.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

const NEW = 'seven otters on a red bicycle';
const server = testServer();
let ctx: Context;
let call: AdminCall;

beforeEach(async () => {
  ctx = await testDistrict();
  call = await as('admin', ['User Security']);
});

const as = async (username: string, rights: ToolRight[]): Promise<AdminCall> =>
  adminCaller(server, await signedIn(ctx, { username, name: 'Alex Morgan', rights }));

const users = async () => (await call('GET', '/users')).body.data;
const idOf = async (username: string): Promise<string> =>
  (await users()).find((user: { username: string }) => user.username === username).id;
const enter = (username: string, password: string, newPassword?: string) =>
  signIn(
    ctx,
    { appName: ctx.district.appName, username, password, newPassword, address: '192.0.2.9' },
    ctx.now,
  );

const clerk = { username: 'clerk', password: NEW, name: 'Kim Clerk', rights: ['Staff'] };

describe('New user', () => {
  test('signs in with username, password and one of their own, and has the rights that were given', async () => {
    const { status, body } = await call('POST', '/users', clerk);
    expect([status, body]).toMatchObject([201, { username: 'clerk', rights: ['Staff'], disabled: false }]);
    expect((await enter('CLERK', NEW)).outcome).toBe('new-password');
    const signed = await enter('CLERK', NEW, PASSWORD);
    if (signed.outcome !== 'signed-in') throw new Error(signed.outcome);
    const session = await findSession(ctx.db, signed.cookie, { now: ctx.now });
    expect(session).toMatchObject({ user: { name: 'Kim Clerk' }, rights: ['Staff'] });
  });

  test('a username that somebody has, however capitalised, is refused; two at once make one', async () => {
    const answers = await Promise.all([
      call('POST', '/users', clerk),
      call('POST', '/users', { ...clerk, username: 'Clerk' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.errors[0]).toMatchObject({ pointer: '/username', code: 'usernameTaken' });
  });

  test.each([
    [{ password: 'too short 1234' }, '/password', 'tooShort'],
    [{ password: 'passwordpassword' }, '/password', 'commonPassword'],
    [{ password: 'clerk-clerk-clerk' }, '/password', 'commonPassword'],
    [{ password: 'otter '.repeat(22) }, '/password', 'tooLong'],
    [{ username: ' ' }, '/username', 'required'],
    [{ username: 'a b' }, '/username', 'notAUsername'],
    [{ name: '' }, '/name', 'required'],
    [{ rights: ['Everything'] }, '/rights/0', 'invalid'],
  ])('%j is refused', async (given, pointer, code) => {
    const { status, body } = await call('POST', '/users', { ...clerk, ...given });
    expect([status, body.errors]).toMatchObject([422, [{ pointer, code }]]);
    expect(JSON.stringify(body)).not.toContain({ ...clerk, ...given }.password);
  });
});

describe('disable', () => {
  const edit = { name: 'Kim Clerk', rights: ['Staff'] as ToolRight[], disabled: false };

  test('signs the user out at once, everywhere, and for as long as it lasts', async () => {
    const own = await as('clerk', ['Staff']);
    expect((await own('GET', '/staff/choices')).status).toBe(200);
    const id = await idOf('clerk');
    expect((await call('PUT', `/users/${id}`, { ...edit, disabled: true })).body.disabled).toBe(true);
    expect((await own('GET', '/staff/choices')).status).toBe(401);
    expect((await enter('clerk', PASSWORD)).outcome).toBe('refused');
    await call('PUT', `/users/${id}`, edit);
    expect((await own('GET', '/staff/choices')).status).toBe(401);
    expect((await enter('clerk', PASSWORD)).outcome).toBe('signed-in');
  });

  test('rights that are taken are gone with the next call', async () => {
    const own = await as('clerk', ['Staff']);
    expect((await own('GET', '/staff/choices')).status).toBe(200);
    await call('PUT', `/users/${await idOf('clerk')}`, { ...edit, rights: ['Notifications'] });
    expect((await own('GET', '/staff/choices')).status).toBe(403);
    expect((await users()).map(({ rights }: { rights: string[] }) => rights)).toContainEqual([
      'Notifications',
    ]);
  });
});

describe('nobody locks themselves out', () => {
  test.each([
    ['by disabling themselves', { rights: ['User Security'], disabled: true }],
    ['by giving up User Security', { rights: ['Staff'], disabled: false }],
  ])('%s', async (_, given) => {
    const { status } = await call('PUT', `/users/${await idOf('admin')}`, { name: 'Alex', ...given });
    expect(status).toBe(409);
    expect(await users()).toMatchObject([{ rights: ['User Security'], disabled: false, self: true }]);
  });

  test('two admins who take it from each other at once: one is left', async () => {
    const other = await as('other', ['User Security']);
    const [mine, theirs] = [await idOf('admin'), await idOf('other')];
    const nothing = { name: 'Nobody', rights: [], disabled: false };
    const answers = await Promise.all([
      call('PUT', `/users/${theirs}`, nothing),
      other('PUT', `/users/${mine}`, nothing),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRows(tx, `select 1 from tool_right where district_id = $1 and "right" = 'User Security'`, [
        tx.districtId,
      ]),
    );
    expect(rows).toHaveLength(1);
  });
});

test('Reset password: the old one and its sessions are out, the new one is in', async () => {
  const own = await as('clerk', ['Staff']);
  const path = `/users/${await idOf('clerk')}/password`;
  expect((await call('POST', path, { password: 'clerk clerk clerk' })).body.errors[0].code).toBe(
    'commonPassword',
  );
  expect((await own('GET', '/staff/choices')).status).toBe(200);
  expect((await call('POST', path, { password: NEW })).status).toBe(204);
  expect((await own('GET', '/staff/choices')).status).toBe(401);
  expect((await enter('clerk', PASSWORD)).outcome).toBe('refused');
  expect((await enter('clerk', NEW)).outcome).toBe('new-password');
  expect((await enter('clerk', NEW, 'four blue herons in the rain')).outcome).toBe('signed-in');
});

test('found by a part of name or username; signs of patterns are taken as they are', async () => {
  await insertUser(ctx, { username: 'clerk', name: 'Kim 100%' });
  const found = async (search: string) =>
    (await call('GET', `/users?search=${encodeURIComponent(search)}`)).body.total;
  expect([await found(''), await found('LER'), await found('100%'), await found('_')]).toEqual([2, 1, 1, 0]);
});

test('another district’s user is as unknown as one that is not there', async () => {
  const theirs = await insertUser(await testDistrict());
  const edit = { name: 'x', rights: [], disabled: true };
  const none = '01900000-0000-7000-8000-000000000000';
  for (const [method, path, body] of [
    ['PUT', '', edit],
    ['POST', '/password', { password: NEW }],
  ] as const) {
    const answers = [
      await call(method, `/users/${theirs}${path}`, body),
      await call(method, `/users/${none}${path}`, body),
    ];
    expect(answers.map(({ status, body: { detail } }) => [status, detail])).toEqual([
      [404, 'There is no such user in this district.'],
      [404, 'There is no such user in this district.'],
    ]);
  }
});

test('every change is audited, without a password', async () => {
  await call('POST', '/users', clerk);
  const id = await idOf('clerk');
  await call('PUT', `/users/${id}`, { name: 'Kim', rights: [], disabled: true });
  await call('POST', `/users/${id}/password`, { password: `${NEW} again` });
  const events = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      `select actor, action, target, detail from audit_event
        where district_id = $1 and action like 'user.%' order by id`,
      [tx.districtId],
    ),
  );
  expect(events).toEqual([
    { actor: 'Morgan, Alex', action: 'user.create', target: 'clerk', detail: { rights: ['Staff'] } },
    {
      actor: 'Morgan, Alex',
      action: 'user.disable',
      target: 'clerk',
      detail: { given: [], taken: ['Staff'], renamed: true },
    },
    { actor: 'Morgan, Alex', action: 'user.reset-password', target: 'clerk', detail: null },
  ]);
  expect(JSON.stringify(events)).not.toContain(NEW);
});
