import { describe, expect, test } from 'vitest';
import { textRow, textRows, textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertUser } from '../auth/testing/user.ts';
import type { Context } from '../context.ts';
import { logErrors } from '../error-log/testing/log-error.ts';
import { newId } from '../new-id.ts';
import { createClient } from '../oauth/create-client.ts';
import { readValidation } from '../report/read-validation.ts';
import { chooseDays, parseDays } from '../retention/choose-days.ts';
import { submitCommit } from '../sync/commit/commit.ts';
import { exportResults } from '../sync/commit/export-results.ts';
import { runResults } from '../sync/commit/results.ts';
import { endSync } from '../sync/run/end.ts';
import { listRuns, pastRun } from '../sync/run/list-runs.ts';
import { startSync } from '../sync/run/start.ts';
import { transferStaff } from '../sync/transfer/transfer.ts';
import { previewUndo } from '../sync/undo/preview.ts';
import { submitUndo } from '../sync/undo/submit-undo.ts';
import { validateSync } from '../sync/validate/validate.ts';
import { runJob } from '../worker/start-worker.ts';
import { firstIdOf } from './first-id-of.ts';
import { tidyDistrict } from './tidy-district.ts';

const DAY = 86_400_000;
/** Jobs end at the real time. */
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const tidy = (ctx: Context, now: Date) => tidyDistrict(ctx.db, ctx.district.id, now);

const person = (staffNumber: string, workPhone: string) => ({
  value: { staffNumber, lastName: 'Simpson', firstName: 'Pat', gender: 'F', workPhone },
});
const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });

async function transfer(ctx: Context, ...phones: string[]): Promise<void> {
  await startSync(ctx);
  const records = phones.map((phone, i) => person(String(10_058 + i), phone));
  await transferStaff(ctx, { records, pointer: '/staffMembers' });
}
/** Each person has the phone given; returns the run's id. */
async function synchronize(ctx: Context, ...phones: string[]): Promise<string> {
  await transfer(ctx, ...phones);
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  return submitted.runId;
}
const number = (ctx: Context, table: string) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await textRow<{ n: string }>(tx, `select count(*) n from ${table} where district_id = $1`, [
      tx.districtId,
    ]);
    return Number(row?.n);
  });
const phones = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, async (tx) =>
    (
      await textRows<{ p: string }>(
        tx,
        'select work_phone as p from person where district_id = $1 order by staff_number',
        [tx.districtId],
      )
    ).map(({ p }) => p),
  );
const outcomes = async (ctx: Context, runId: string) =>
  (await runResults(ctx, { runId, limit: 10 })).data.map(({ outcome }) => outcome);

describe('what a synchronization left', () => {
  test('unchanged staff are listed for 14 days, others longer; the last commit’s all stay, and all figures', async () => {
    const ctx = await testDistrict();
    const runs = [
      await synchronize(ctx, '555-0100', '555-0101'),
      await synchronize(ctx, '555-0100', '555-0102'),
      await synchronize(ctx, '555-0100', '555-0102'),
    ] as [string, string, string];
    await tidy(ctx, inDays(13.9));
    expect(await outcomes(ctx, runs[1])).toEqual(['unchanged', 'updated']);
    await tidy(ctx, inDays(14.1));
    expect(await outcomes(ctx, runs[0])).toEqual(['created', 'created']);
    expect(await outcomes(ctx, runs[1])).toEqual(['updated']);
    expect(await outcomes(ctx, runs[2])).toEqual(['unchanged', 'unchanged']);
    expect(await pastRun(ctx, { runId: runs[1] })).toMatchObject({
      counts: { unchanged: 1, updated: 1 },
      keptSince: { unchangedResults: expect.any(String), results: null, changes: null },
    });
    expect((await pastRun(ctx, { runId: runs[2] })).keptSince.unchangedResults).toBeNull();
  });

  test('a report and results that are gone are refused with the day since which they are kept; those of the last commit stay', async () => {
    const ctx = await testDistrict();
    const [earlier, last] = [await synchronize(ctx, '555-0100'), await synchronize(ctx, '555-0102')];
    await tidy(ctx, inDays(31));
    await expect(readValidation(ctx, { runId: earlier })).rejects.toThrow(/Reports are kept since \d{4}-/);
    expect((await pastRun(ctx, { runId: earlier })).hasReport).toBe(false);
    expect(await outcomes(ctx, earlier)).toEqual(['created']);
    await tidy(ctx, inDays(401));
    await expect(outcomes(ctx, earlier)).rejects.toThrow(/Results are kept since \d{4}-/);
    await expect(exportResults(ctx, { runId: earlier })).rejects.toThrow(/no longer kept/);
    expect(await outcomes(ctx, last)).toEqual(['updated']);
    expect((await readValidation(ctx, { runId: last })).summary.demographics.people).toBe(1);
  });

  test('a run whose changes are gone can’t be undone, and days that are made longer don’t bring it back', async () => {
    const ctx = await testDistrict();
    const runId = await synchronize(ctx, '555-0100');
    await tidy(ctx, inDays(1_099));
    expect(await previewUndo(ctx, { runId })).toMatchObject({ people: 1 });
    await tidy(ctx, inDays(1_101));
    expect(await number(ctx, 'change_journal')).toBe(0);
    await chooseDays(ctx, parseDays(['changes=3650']));
    for (const refused of [previewUndo, submitUndo])
      await expect(refused(ctx, { runId })).rejects.toThrow(/can’t be undone. Changes are kept since \d{4}-/);
    expect(await pastRun(ctx, { runId })).toMatchObject({
      undoable: false,
      keptSince: { changes: expect.any(String) },
    });
  });

  test('an undo that is under way keeps the changes of its run, whole', async () => {
    const ctx = await testDistrict();
    await synchronize(ctx, '555-0100', '555-0101');
    const runId = await synchronize(ctx, '555-0200', '555-0201');
    const undo = await submitUndo(ctx, { runId });
    await tidy(ctx, inDays(1_101));
    await work(ctx, undo);
    expect(await phones(ctx)).toEqual(['555-0100', '555-0101']);
  });

  test('a run goes once nothing leads to it, the last commit never', async () => {
    const ctx = await testDistrict();
    const first = await synchronize(ctx, '555-0100');
    const undone = await submitUndo(ctx, { runId: first });
    await work(ctx, undone);
    const last = await synchronize(ctx, '555-0102');
    const ids = async () => (await listRuns(ctx, { limit: 10 })).data.map(({ runId }) => runId);
    await tidy(ctx, inDays(1_099));
    expect(await ids()).toEqual([last, undone.runId, first]);
    // The undo first, then what it undid.
    await tidy(ctx, inDays(1_101));
    await tidy(ctx, inDays(1_102));
    expect(await ids()).toEqual([last]);
    expect([await number(ctx, 'sync_job'), await number(ctx, 'validation')]).toEqual([2, 1]);
  });

  test('what HR sent goes 14 days after the end; of a run that is live it stays', async () => {
    const ctx = await testDistrict();
    await synchronize(ctx, '555-0100', '555-0101');
    await tidy(ctx, inDays(13.9));
    expect(await number(ctx, 'staged_staff')).toBe(2);
    await tidy(ctx, inDays(14.1));
    expect([await number(ctx, 'staged_staff'), await number(ctx, 'staged_call')]).toEqual([0, 0]);
    await transfer(ctx, '555-0102');
    await tidy(ctx, inDays(365));
    expect([await number(ctx, 'staged_staff'), await number(ctx, 'staged_call')]).toEqual([1, 1]);
  });
});

test('ERR-3 entries of the error log are kept for 400 days, or as long as the operator chose', async () => {
  const ctx = await testDistrict();
  const at = (days: number) => new Date(ctx.now.getTime() - days * DAY);
  await logErrors(ctx, [
    { message: 'old', occurredAt: at(400.01) },
    { message: 'kept', occurredAt: at(399.99) },
  ]);
  await tidy(ctx, ctx.now);
  expect(await number(ctx, 'error_log')).toBe(1);
  const { shortened } = await chooseDays(ctx, parseDays(['errors=100']));
  expect(shortened).toEqual([expect.stringContaining('was kept for 400 days and is now kept for 100 days')]);
  await tidy(ctx, ctx.now);
  expect(await number(ctx, 'error_log')).toBe(0);
});

test('what expired is kept for a week: tokens, sessions, keys, links, failed sign-ins', async () => {
  const ctx = await testDistrict();
  const userId = await insertUser(ctx);
  const client = await ctx.db.inDistrict(ctx.district.id, (tx) => createClient(ctx, tx, { name: 'Test HR' }));
  for (const days of [7.01, 6.99, -1])
    await ranOut(ctx, userId, client.id, new Date(ctx.now.getTime() - days * DAY));
  await tidy(ctx, ctx.now);
  for (const table of ['session', 'access_token', 'idempotency_key', 'sign_in_failure', 'invitation'])
    expect(await number(ctx, table), table).toBe(2);
});

test('the app’s role deletes no audit event itself, and through its function none of the last year', async () => {
  const ctx = await testDistrict();
  const events = `insert into audit_event (district_id, id, occurred_at, actor, action) values ($1, $2, now() - make_interval(days => $3), 'x', 'y')`;
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    for (const days of [3, 364, 366, 2_600]) await textRun(tx, events, [tx.districtId, ctx.newId(), days]);
  });
  await tidy(ctx, new Date());
  expect(await number(ctx, 'audit_event')).toBe(3);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, 'select app.remove_old_audit($1, now(), 100)', [tx.districtId]),
  );
  expect(await number(ctx, 'audit_event')).toBe(2);
  await expect(
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRun(tx, 'delete from audit_event where district_id = $1', [tx.districtId]),
    ),
  ).rejects.toThrow('permission denied');
});

test('the first id of a moment is less than every id that is made from then on', () => {
  const now = new Date();
  expect(firstIdOf(now) < newId()).toBe(true);
  expect(firstIdOf(inDays(1)) > newId()).toBe(true);
});

/** One row of each kind that ran out then. */
async function ranOut(ctx: Context, userId: string, clientId: string, at: Date) {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const hash = Buffer.from(ctx.newId());
    const insert = (text: string, ...values: unknown[]) =>
      textRun(tx, text, [tx.districtId, ctx.newId(), ...values]);
    await insert(
      `insert into session (district_id, id, user_id, token_hash, created_at, seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $5, $5)`,
      ...[userId, hash, at],
    );
    await insert(
      `insert into invitation (district_id, id, user_id, token_hash, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $5)`,
      ...[userId, hash, at],
    );
    await insert(
      `insert into access_token (district_id, id, token_hash, client_id, secret_id, scopes, issued_at, expires_at)
       select $1, $2, $3, s.client_id, s.id, '{}', $4, $4 from api_client_secret s where s.district_id = $1 limit 1`,
      ...[hash, at],
    );
    await insert(
      `insert into idempotency_key (district_id, id, client_id, method, path, key, body_hash, claimed_at, created_at)
       values ($1, $2::uuid, $3, 'POST', '/x', 'key-' || $2::uuid, '', $4, $4)`,
      ...[clientId, at],
    );
    await insert(
      `insert into sign_in_failure (district_id, id, username, address, occurred_at) values ($1, $2, 'pat', '::1', $3)`,
      at,
    );
  });
}
