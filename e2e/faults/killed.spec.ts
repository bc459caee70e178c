import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { inboxOf, insertRecipient } from '../../lib/notify/testing/recipient.ts';
import { holdPeople } from '../run-in.ts';
import { staffOf } from '../staff.ts';
import { ok } from '../vendor.ts';
import { expectWhole } from './ledger.ts';
import { test } from './own-product.ts';
import { momentOf, scenario } from './scenario.ts';
import { stageFeed } from './staged-feed.ts';
import { measureStandstill, noteStandstill } from './standstill.ts';
import { RESUMED_WITHIN_MS, validatedDistrict } from './validated.ts';

const STAFF = 4000;
/** About as long as a commit of such a feed takes, from its submission. */
const COMMIT_MS = 2_500;

scenario(
  test,
  'SYNC-10 kill -9 of the worker in the middle of a commit: the job goes on by itself, everyone is there once',
  async ({ product, owner }, info) => {
    await product.start();
    const feedFile = info.outputPath('feed.ndjson');
    const { vendor, ctx, sent, makeUp, rowsBefore } = await validatedDistrict(
      product,
      owner,
      STAFF,
      feedFile,
    );
    const notified = await insertRecipient(ctx, 'notified', 'HR Sync Commit', 'HR-Staff');
    // Somebody is editing people at the feed's end, so that the commit can't be over before it is killed.
    const held = sent.slice(-STAFF / 8).map(({ staffNumber }) => String(staffNumber));
    const release = await holdPeople(ctx, held);
    ok(await vendor.submitCommitJob(), 202);
    const { processed } = await vendor.untilJob('half of the staff', (job) => job.processed >= STAFF / 2);
    expect(processed).toBeLessThan(STAFF);
    await product.worker?.kill();
    const killedAt = Date.now();
    await release();

    product.startWorker();
    await expect
      .poll(async () => (await vendor.commitJobStatus()).body.processed, { timeout: RESUMED_WITHIN_MS })
      .toBeGreaterThan(processed);
    noteStandstill(info, Date.now() - killedAt);
    const status = await vendor.untilCommitted();
    expect(status).toMatchObject({ status: 'completed', failed: makeUp.duplicateNumber });
    // NOT-4: one message for the commit, whatever died.
    expect(await inboxOf(ctx, notified)).toMatchObject([{ type: 'HR Sync Commit' }]);
    await expectWhole(vendor, { ctx }, sent, rowsBefore.person.length);
  },
);

scenario(
  test,
  'SYNC-10 kill -9 of the worker at any moment of a commit: the job continues by itself, everyone is there once',
  async ({ product, vendor, district, round }, info) => {
    await product.start();
    const feed = await stageFeed(district, vendor);
    ok(await vendor.submitCommitJob(), 202);
    await pause(momentOf(round, COMMIT_MS));
    await product.worker?.kill();
    const since = performance.now();
    const { status, processed } = ok(await vendor.commitJobStatus(), 200);
    info.annotations.push({ type: 'seen', description: `killed at ${status} ${processed}` });
    product.startWorker();
    if (status !== 'completed') await measureStandstill(vendor, info, { processed, since });
    await feed.expectCommitted();
  },
);

scenario(
  test,
  'SYNC-10 kill -9 of the worker in a validation: another worker validates, and the call that waits is answered',
  async ({ product, vendor, district, round }, info) => {
    await product.start();
    const sent = staffOf(3000);
    await vendor.send(sent);
    const validated = vendor.validate();
    await pause(100 + momentOf(round, 1_200));
    await product.worker?.kill();
    const killedAt = performance.now();
    product.startWorker();
    const { summary } = ok(await validated, 200);
    noteStandstill(info, performance.now() - killedAt);
    expect(summary.hrNotInCampus).toBe(sent.length);
    ok(await vendor.submitCommitJob(), 202);
    await vendor.untilCommitted();
    await expectWhole(vendor, district, sent, 0);
  },
);

scenario(
  test,
  'SYNC-10 kill -9 of web while commit waits: the commit goes on, and what it did is to be had afterwards',
  async ({ product, vendor, district }) => {
    await product.start();
    const sent = staffOf(1500);
    await vendor.send(sent);
    ok(await vendor.validate(), 200);
    const cut = vendor.commit().then(
      () => 'answered',
      () => 'cut off',
    );
    await vendor.untilJob('the commit job', ({ status }) => status === 'queued' || status === 'running');
    await product.web?.kill();
    expect(await cut).toBe('cut off');
    product.startWeb();
    await product.untilReady();
    await vendor.untilCommitted();
    await expectWhole(vendor, district, sent, 0);
  },
);

scenario(
  test,
  'SYNC-8 without a worker a commit job waits in the queue, and is done when one comes',
  async ({ product, vendor, district }) => {
    await product.start();
    const sent = staffOf(20);
    await vendor.send(sent);
    ok(await vendor.validate(), 200);
    await product.worker?.stop();
    ok(await vendor.submitCommitJob(), 202);
    expect(ok(await vendor.commitJobStatus(), 200)).toMatchObject({ status: 'queued', processed: 0 });
    product.startWorker();
    await vendor.untilCommitted();
    await expectWhole(vendor, district, sent, 0);
  },
);
