import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { openDatabase } from '../../db/client.ts';
import { ownerStatement } from '../../db/owner-statement.ts';
import { textRow } from '../../db/sql-text.ts';
import type { Context } from '../../lib/context.ts';
import { campusRows } from '../campus-rows.ts';
import { districtContext } from '../district.ts';
import { patienceMs } from '../patience.ts';
import { command } from '../product/command.ts';
import { Product } from '../product/product.ts';
import { holdPeople } from '../run-in.ts';
import { signIn } from '../sign-in.ts';
import { ok, Vendor } from '../vendor.ts';
import { expectWhole } from './ledger.ts';
import { test } from './own-product.ts';
import { scenario } from './scenario.ts';
import { validatedDistrict } from './validated.ts';

const STAFF = 4000;

test.setTimeout(patienceMs(240_000));

/** In what both have: without what differs between two carryings-out of one commit. */
async function whoIsThere(ctx: Context): Promise<object[]> {
  const { person, identity } = await campusRows(ctx);
  const names = new Map(identity.filter(({ current }) => current).map((one) => [one.person_id, one]));
  return person
    .map((one) => ({
      number: one.staff_number,
      phones: [one.work_phone, one.cell_phone],
      ssn: one.ssn_last4,
      name: [names.get(one.id)?.last_name, names.get(one.id)?.first_name],
    }))
    .sort((a, b) => (String(a.number) < String(b.number) ? -1 : 1));
}

const committed = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<{ processed: number; results: number }>(
      tx,
      `select (select processed from sync_job where district_id = $1 and kind = 'commit') as processed,
              (select count(*)::int from sync_result where district_id = $1) as results`,
      [tx.districtId],
    ),
  );

scenario(
  test,
  'a backup that is made while a commit runs is restored: paused, whole, and the commit continues after resume',
  async ({ product, owner, page }, info) => {
    await product.start();
    const feedFile = info.outputPath('feed.ndjson');
    const { vendor, ctx, sent, access, rowsBefore } = await validatedDistrict(
      product,
      owner,
      STAFF,
      feedFile,
    );
    // Somebody is editing people at the feed's end, so that the commit can't be over before the backup is made.
    const held = sent.slice(-STAFF / 8).map(({ staffNumber }) => String(staffNumber));
    const release = await holdPeople(ctx, held);
    ok(await vendor.submitCommitJob(), 202);
    const { processed } = await vendor.untilJob('a part of the staff', (job) => job.processed >= STAFF / 4);
    const backup = info.outputPath('drill.backup.gz');
    expect(await command(product.ownerUrl, 'backup', backup)).toMatchObject({ code: 0 });
    await release();
    await vendor.untilCommitted();
    const original = await whoIsThere(ctx);

    const used = await command(product.ownerUrl, 'restore', backup);
    expect(used).toMatchObject({ code: 1, stderr: expect.stringContaining('has districts') });
    const name = `restored_${access.appName.replace('-', '_')}`;
    await ownerStatement(product.ownerUrl, `create database ${name}`);
    const copyUrl = new URL(product.ownerUrl);
    copyUrl.pathname = `/${name}`;
    const restored = await command(copyUrl.href, 'restore', backup);
    expect(restored).toMatchObject({ code: 0, stderr: expect.stringContaining('campus resume') });

    const copyOwner = openDatabase(copyUrl.href, { max: 4 });
    const copy = await Product.on(copyUrl.href);
    try {
      const copyCtx = await districtContext(copyOwner, access.appName);
      const before = await committed(copyCtx);
      expect(before?.results).toBe(before?.processed);
      expect(before?.processed).toBeGreaterThanOrEqual(processed);
      expect(before?.processed).toBeLessThan(STAFF);

      copy.startWeb();
      copy.startWorker();
      const log = `test-results/logs/worker-${copy.port}.log`;
      await expect
        .poll(() => readFile(log, 'utf8'), { timeout: patienceMs(30_000) })
        .toContain('takes no jobs until `campus resume`');
      await expect
        .poll(
          () =>
            fetch(`${copy.baseUrl}/api/health/live`).then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: patienceMs(30_000) },
        )
        .toBe(200);
      await signIn(page, copy.baseUrl, access, '/business-office/synchronization');
      await expect(page.getByText('(COMMITTING)')).toBeVisible();
      const copyVendor = new Vendor(copy.baseUrl, access);
      expect(ok(await copyVendor.commitJobStatus(), 200)).toMatchObject({ processed: before?.processed });

      const resumed = await command(copyUrl.href, 'resume');
      expect(JSON.parse(resumed.stdout)).toMatchObject({ jobs: { sync: 1 } });
      await copyVendor.untilCommitted();
      expect(await whoIsThere(copyCtx)).toEqual(original);
      await expectWhole(copyVendor, { ctx: copyCtx }, sent, rowsBefore.person.length);
    } finally {
      await copy.stop();
      await copyOwner.close();
    }
    expect(await committed(ctx)).toMatchObject({ processed: STAFF, results: STAFF });
  },
);
