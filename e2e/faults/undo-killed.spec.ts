import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { textRow } from '../../db/sql-text.ts';
import type { Context } from '../../lib/context.ts';
import { runResults } from '../../lib/sync/commit/results.ts';
import { submitUndo } from '../../lib/sync/undo/submit-undo.ts';
import { type CampusRows, campusRows } from '../campus-rows.ts';
import { holdPeople } from '../run-in.ts';
import { until } from '../until.ts';
import { ok } from '../vendor.ts';
import { expectSettled } from './ledger.ts';
import { test } from './own-product.ts';
import { momentOf, scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { noteStandstill } from './standstill.ts';
import { RESUMED_WITHIN_MS, validatedDistrict } from './validated.ts';

const STAFF = 4000;
/** About as long as an undo of a staged feed takes, from its submission. */
const UNDO_MS = 2_500;

interface Job {
  status: string;
  processed: number;
  total: number;
}

const jobOf = async ({ db, district }: Context, jobId: string): Promise<Job> => {
  const job = await db.inDistrict(district.id, (tx) =>
    textRow<Job>(tx, 'select status, processed, total from sync_job where district_id = $1 and id = $2', [
      tx.districtId,
      jobId,
    ]),
  );
  if (!job) throw new Error('The job is gone.');
  return job;
};

/** Without what changes with every write; an SSN is sealed again, its index stays. */
const asTheyWere = (rows: CampusRows): object =>
  Object.fromEntries(
    Object.entries(rows).map(([table, of]) => [
      table,
      of.map((row) => ({ ...row, xmin: 0, rev: 0, updated_at: 0, ssn_cipher: null })),
    ]),
  );

scenario(
  test,
  'SYNC-10 kill -9 of the worker in the middle of an undo: it goes on by itself, everyone is as before the commit',
  async ({ product, owner }, info) => {
    await product.start();
    const feedFile = info.outputPath('feed.ndjson');
    const { vendor, ctx, rowsBefore } = await validatedDistrict(product, owner, STAFF, feedFile);
    ok(await vendor.submitCommitJob(), 202);
    await vendor.untilCommitted();
    const { runId } = ok(await vendor.run(), 200);

    // Somebody is editing the last people of the undo, so that it can't end before it is killed.
    const last = (await campusRows(ctx)).person.filter((person) => person.hr_managed_at).slice(-STAFF / 8);
    const release = await holdPeople(
      ctx,
      last.map((person) => String(person.staff_number)),
    );
    const undo = await submitUndo(ctx, { runId });
    const job = await until('half of the people to be undone', async () => {
      const seen = await jobOf(ctx, undo.jobId);
      return seen.processed >= STAFF / 2 ? seen : undefined;
    });
    expect(job.processed).toBeLessThan(job.total);
    await product.worker?.kill();
    await release();

    product.startWorker();
    const killedAt = Date.now();
    await expect
      .poll(async () => (await jobOf(ctx, undo.jobId)).processed, { timeout: RESUMED_WITHIN_MS })
      .toBeGreaterThan(job.processed);
    noteStandstill(info, Date.now() - killedAt);
    await expect
      .poll(async () => (await jobOf(ctx, undo.jobId)).status, { timeout: RESUMED_WITHIN_MS })
      .toBe('completed');

    const { data } = await runResults(ctx, { runId: undo.runId, limit: 2 * STAFF });
    expect(data).toHaveLength(job.total);
    expect(new Set(data.map(({ personId }) => personId)).size).toBe(job.total);
    expect(asTheyWere(await campusRows(ctx))).toEqual(asTheyWere(rowsBefore));
  },
);

scenario(
  test,
  'SYNC-10 kill -9 of the worker at any moment of an undo: it continues by itself, everyone is as before the commit',
  async ({ product, vendor, district: { ctx }, district, round }, info) => {
    await product.start();
    await stageFeed(district, vendor);
    const rowsBefore = await campusRows(ctx);
    ok(await vendor.submitCommitJob(), 202);
    expect(await vendor.untilCommitted()).toMatchObject({ status: 'completed', failed: 0 });
    const { runId } = ok(await vendor.run(), 200);
    const undo = await submitUndo(ctx, { runId });
    await pause(momentOf(round, UNDO_MS));
    await product.worker?.kill();
    const since = performance.now();
    const { status, processed, total } = await jobOf(ctx, undo.jobId);
    info.annotations.push({ type: 'seen', description: `killed at ${status} ${processed}` });
    product.startWorker();
    await until('the end of the undo', async () =>
      (await jobOf(ctx, undo.jobId)).status === 'completed' ? true : undefined,
    );
    if (status !== 'completed') noteStandstill(info, performance.now() - since);
    const { data } = await runResults(ctx, { runId: undo.runId, limit: 2 * STAFF });
    expect(new Set(data.map(({ personId }) => personId)).size).toBe(data.length);
    expect(data).toHaveLength(total || data.length);
    expect(asTheyWere(await campusRows(ctx))).toEqual(asTheyWere(rowsBefore));
    await expectSettled(ctx);
  },
);
