import { expect, test } from 'vitest';
import { textRows, textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertUser } from '../auth/testing/user.ts';
import type { Context } from '../context.ts';
import { createClient } from '../oauth/create-client.ts';
import { removeExpired } from './remove-expired.ts';

const DAY = 86_400_000;
const daysBefore = (ctx: Context, days: number) => new Date(ctx.now.getTime() - days * DAY);

/** One row of each kind that ran out then. */
async function ranOut(ctx: Context, userId: string, clientId: string, at: Date) {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const hash = Buffer.from(ctx.newId());
    await textRun(
      tx,
      `insert into session (district_id, id, user_id, token_hash, created_at, seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $5, $5)`,
      [tx.districtId, ctx.newId(), userId, hash, at],
    );
    await textRun(
      tx,
      `insert into access_token (district_id, id, token_hash, client_id, secret_id, scopes, issued_at, expires_at)
       select $1, $2, $3, s.client_id, s.id, '{}', $4, $4 from api_client_secret s where s.district_id = $1 limit 1`,
      [tx.districtId, ctx.newId(), hash, at],
    );
    await textRun(
      tx,
      `insert into idempotency_key (district_id, id, client_id, method, path, key, body_hash, claimed_at, created_at)
       values ($1, $2::uuid, $3, 'POST', '/x', 'key-' || $2::uuid, '', $4, $4)`,
      [tx.districtId, ctx.newId(), clientId, at],
    );
    await textRun(
      tx,
      `insert into sign_in_failure (district_id, id, username, address, occurred_at) values ($1, $2, 'pat', '::1', $3)`,
      [tx.districtId, ctx.newId(), at],
    );
  });
}

const left = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ kind: string; at: Date }>(
      tx,
      `select 'session' as kind, expires_at as at from session where district_id = $1
       union all select 'access_token', expires_at from access_token where district_id = $1
       union all select 'idempotency_key', created_at from idempotency_key where district_id = $1
       union all select 'sign_in_failure', occurred_at from sign_in_failure where district_id = $1
       order by 1, 2`,
      [tx.districtId],
    ),
  );

test('tokens, sign-ins, answers to keys and failures that ran out over a week ago go, in every district; no others', async () => {
  const districts = [await testDistrict(), await testDistrict()];
  for (const ctx of districts) {
    const userId = await insertUser(ctx);
    const client = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      createClient(ctx, tx, { name: 'Test HR' }),
    );
    for (const days of [7.01, 6.99, -1]) await ranOut(ctx, userId, client.id, daysBefore(ctx, days));
  }
  const [ctx] = districts as [Context, Context];
  expect(await removeExpired(ctx.db, ctx.now)).toBeGreaterThanOrEqual(8);
  for (const one of districts) {
    const rows = await left(one);
    for (const kind of ['access_token', 'idempotency_key', 'session', 'sign_in_failure'])
      expect(rows.filter((row) => row.kind === kind).map(({ at }) => at.getTime())).toEqual(
        [6.99, -1].map((days) => daysBefore(one, days).getTime()),
      );
  }
});
