import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { staffOf } from '../staff.ts';
import { ok, type Vendor } from '../vendor.ts';
import { millisecondsOf } from './keyed-creates.ts';
import { expectWhole } from './ledger.ts';
import { test } from './own-product.ts';
import { repeat } from './repeat.ts';
import { momentOf, scenario } from './scenario.ts';

const TRANSFER = '/staffMembers/sync/transfer';

/** How long a transfer of as many takes here and now. */
async function timeOfTransfer(vendor: Vendor): Promise<number> {
  ok(await vendor.start(), 201);
  return millisecondsOf(async () => ok(await vendor.transfer(staffOf(1000, 50_000)), 200));
}

scenario(
  test,
  'SYNC-2 a vendor gives up waiting for a transfer and sends it again: everybody is staged once',
  async ({ product, vendor, district, round }) => {
    await product.start();
    const sent = staffOf(1000);
    const takes = await timeOfTransfer(vendor);
    ok(await vendor.start({ restart: true }), 201);
    const key = randomUUID();
    const cut = new AbortController();
    const given = fetch(`${product.baseUrl}/api/businessOfficeIntegration${TRANSFER}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await vendor.token()}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ staffMembers: sent }),
      signal: cut.signal,
    }).catch(() => {});
    await pause(momentOf(round, 1.2 * takes));
    cut.abort();
    await given;
    ok(await repeat(vendor, TRANSFER, { staffMembers: sent }, key), 200);
    ok(await vendor.end(sent.length), 200);
    ok(await vendor.validate(), 200);
    ok(await vendor.submitCommitJob(), 202);
    await vendor.untilCommitted();
    await expectWhole(vendor, district, sent, 0);
  },
);

scenario(
  test,
  'SYNC-10 kill -9 of web in a transfer: sent again with its key, everybody is staged once',
  async ({ product, vendor, district, round }, info) => {
    test.skip(
      !process.env.ALL_FAULTS,
      'A key that a dead process holds is free after a minute: `npm run faults`.',
    );
    await product.start();
    const sent = staffOf(1000);
    const takes = await timeOfTransfer(vendor);
    ok(await vendor.start({ restart: true }), 201);
    const key = randomUUID();
    const lost = vendor
      .call('POST', TRANSFER, { staffMembers: sent }, { 'idempotency-key': key })
      .catch(() => undefined);
    await pause(momentOf(round, 1.2 * takes));
    await product.web?.kill();
    const answered = (await lost)?.status === 200;
    product.startWeb();
    await product.untilReady();
    const again = await repeat(vendor, TRANSFER, { staffMembers: sent }, key);
    // Staged, but its answer died with the process: the vendor looks.
    if (again.status !== 409) ok(again, 200);
    expect(ok(await vendor.run(), 200)).toMatchObject({ staffTransferred: sent.length });
    const seen = `${answered ? 'answered before the kill, ' : ''}sent again: ${again.status}`;
    info.annotations.push({ type: 'seen', description: seen });
    ok(await vendor.end(sent.length), 200);
    ok(await vendor.validate(), 200);
    ok(await vendor.submitCommitJob(), 202);
    await vendor.untilCommitted();
    await expectWhole(vendor, district, sent, 0);
  },
);
