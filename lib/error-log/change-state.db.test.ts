import { expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { integrationState } from '../home/integration.ts';
import { changeErrorState } from './change-state.ts';
import { countCalls } from './failed-call-rows.ts';
import { listErrors } from './list-errors.ts';
import type { ErrorState } from './schema.ts';
import { logError } from './testing/log-error.ts';

const NOW = new Date();

async function withErrors() {
  const ctx = { ...(await testDistrict()), now: NOW };
  const at = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
  const ids = [
    await logError(ctx, { message: 'Old.', occurredAt: at(3) }),
    await logError(ctx, { message: 'Other.', occurredAt: at(2), action: 'PUT' }),
    await logError(ctx, { message: 'New.', occurredAt: at(1) }),
  ];
  const listed = async (state?: ErrorState) =>
    (await listErrors(ctx, { search: '', state, page: 1, limit: 50 })).data.map(({ message }) => message);
  return { ctx, ids, at, listed };
}

test('ERR-3 an entry is resolved and reopened, with who and when, and Home counts those that are open', async () => {
  const { ctx, ids, listed } = await withErrors();
  const one = { ids: [ids[1] as string] };
  expect(await changeErrorState(ctx, { state: 'resolved', entries: one })).toEqual({
    changed: 1,
    more: false,
  });
  expect(await changeErrorState(ctx, { state: 'resolved', entries: one })).toEqual({
    changed: 0,
    more: false,
  });
  expect(await listed('open')).toEqual(['New.', 'Old.']);
  expect(await listed()).toEqual(['New.', 'Other.', 'Old.']);
  const { data } = await listErrors(ctx, { search: '', state: 'resolved', page: 1, limit: 50 });
  expect(data).toMatchObject([
    { message: 'Other.', state: 'resolved', stateBy: ctx.actor.name, stateAt: NOW.toISOString() },
  ]);
  expect((await integrationState(ctx)).errors).toBe(2);
  await changeErrorState(ctx, { state: 'open', entries: one });
  expect(await listed('resolved')).toEqual([]);
  const audited = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ action: string; detail: object }>(
      tx,
      `select action, detail from audit_event where district_id = $1 and action like 'error.%' order by id`,
      [tx.districtId],
    ),
  );
  expect(audited).toEqual([
    { action: 'error.resolve', detail: { entries: 1 } },
    { action: 'error.reopen', detail: { entries: 1 } },
  ]);
});

test('ERR-3 all that match are ignored: neither those of another state or filter, nor those that came in later', async () => {
  const { ctx, ids, at, listed } = await withErrors();
  await changeErrorState(ctx, { state: 'resolved', entries: { ids: [ids[0] as string] } });
  const matching = { search: '', state: 'open' as const };
  const until = at(2).toISOString();
  expect(await changeErrorState(ctx, { state: 'ignored', entries: { matching, until } })).toEqual({
    changed: 1,
    more: false,
  });
  expect([await listed('open'), await listed('resolved'), await listed('ignored')]).toEqual([
    ['New.'],
    ['Old.'],
    ['Other.'],
  ]);
});

test('ERR-3 nothing of another district changes', async () => {
  const [own, other] = [await withErrors(), await withErrors()];
  const all = { matching: { search: '' }, until: NOW.toISOString() };
  await changeErrorState(own.ctx, { state: 'resolved', entries: { ids: other.ids } });
  await changeErrorState(own.ctx, { state: 'resolved', entries: all });
  expect(await other.listed('open')).toHaveLength(3);
  expect(await own.listed('open')).toEqual([]);
});

test('ERR-3 a row that counts calls is open again as soon as another call fails', async () => {
  const { ctx, listed } = await withErrors();
  const id = ctx.newId();
  const call = {
    id,
    occurredAt: NOW,
    action: 'GET',
    path: '/x',
    status: 401,
    message: 'Token.',
    cause: '401',
  };
  const row = {
    ...call,
    requestId: 'r',
    clientId: null,
    address: null,
    calls: 1,
    repeatKey: 'k',
    searchText: '',
  };
  const count = () => ctx.db.inDistrict(ctx.district.id, (tx) => countCalls(tx, row));
  await count();
  await changeErrorState(ctx, { state: 'ignored', entries: { ids: [id] } });
  expect((await listed('ignored')).length).toBe(1);
  await count();
  expect(await listed('ignored')).toEqual([]);
});
