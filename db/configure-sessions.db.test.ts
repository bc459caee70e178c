import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { isAway } from './away.ts';
import { openDatabase } from './client.ts';
import { configureSessions } from './configure-sessions.ts';
import { ownerStatement } from './owner-statement.ts';
import { textRow } from './sql-text.ts';
import { asOwner } from './testing/database.ts';
import { testDistrict } from './testing/district.ts';

const ofPlans = ['default_toast_compression', 'jit', 'random_page_cost'];

test("a session of the app's role ends when its process stands still in a transaction, or its machine is gone", async () => {
  const settings = await ownerStatement(
    inject('appUrl'),
    `select name, setting || coalesce(unit, '') as setting from pg_settings
      where source = 'database user' order by name`,
  );
  expect(settings.filter(({ name }) => !ofPlans.includes(`${name}`))).toEqual([
    { name: 'client_connection_check_interval', setting: '2000ms' },
    { name: 'idle_in_transaction_session_timeout', setting: '10000ms' },
    { name: 'statement_timeout', setting: '900000ms' },
    { name: 'tcp_keepalives_count', setting: '3' },
    { name: 'tcp_keepalives_idle', setting: '5s' },
    { name: 'tcp_keepalives_interval', setting: '2s' },
    { name: 'tcp_user_timeout', setting: '10000ms' },
  ]);
});

test('statements are planned for rows that are found by index and in memory, and are not compiled', async () => {
  expect(
    await ownerStatement(
      inject('appUrl'),
      `select name, setting, source from pg_settings where name in ('jit', 'random_page_cost') order by name`,
    ),
  ).toEqual([
    { name: 'jit', setting: 'off', source: 'database user' },
    { name: 'random_page_cost', setting: '1.1', source: 'database user' },
  ]);
});

test('long texts are packed by lz4 where the server was built with it', async () => {
  const [packing] = await ownerStatement<{ setting: string; offered: string[] }>(
    inject('appUrl'),
    `select setting, enumvals as offered from pg_settings where name = 'default_toast_compression'`,
  );
  expect(packing?.setting).toBe(packing?.offered.includes('lz4') ? 'lz4' : 'pglz');
});

test('the settings are of this database only, and written once', async () => {
  const stored = () =>
    asOwner<{ xmin: string; databases: string }>(
      `select s.xmin::text, count(*) over ()::text as databases from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
        where r.rolname = $1`,
      [decodeURIComponent(new URL(inject('appUrl')).username)],
    );
  const before = await stored();
  expect(before).toHaveLength(1);
  await configureSessions(inject('appUrl'));
  expect(await stored()).toEqual(before);
});

test('a transaction that stood still too long fails as one that may be tried again', async () => {
  const ctx = await testDistrict();
  const db = openDatabase(inject('appUrl'), { max: 1 });
  onTestFinished(() => db.close());
  const still = db.inDistrict(ctx.district.id, async (tx) => {
    await textRow(tx, `select set_config('idle_in_transaction_session_timeout', '100', true)`);
    await new Promise((resolve) => setTimeout(resolve, 600));
    return textRow(tx, 'select 1');
  });
  const error = await still.catch((failure: unknown) => failure);
  expect(isAway(error)).toBe(true);
});

test('a session whose process died while it waited for a lock gives up its own locks', async () => {
  const [own, awaited] = [randomInt(2 ** 31), randomInt(2 ** 31)];
  const [dying, holder, next] = [1, 2, 3].map(
    () => new pg.Client({ connectionString: inject('appUrl') }),
  ) as [pg.Client, pg.Client, pg.Client];
  dying.on('error', () => {});
  onTestFinished(async () => void (await Promise.all([holder.end(), next.end()])));
  await Promise.all([dying, holder, next].map((client) => client.connect()));
  await holder.query('select pg_advisory_lock($1)', [awaited]);
  await dying.query('select pg_advisory_lock($1)', [own]);
  const waiting = dying.query('select pg_advisory_lock($1)', [awaited]);
  waiting.catch(() => {});
  await expect
    .poll(async () => (await next.query(LOCK_WAITED_FOR, [awaited])).rowCount, { timeout: 10_000 })
    .toBe(1);
  (dying as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
  await next.query("set lock_timeout = '30s'");
  await next.query('select pg_advisory_lock($1)', [own]);
});

const LOCK_WAITED_FOR = "select 1 from pg_locks where locktype = 'advisory' and objid = $1 and not granted";
