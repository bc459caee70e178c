import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { staffOf } from '../staff.ts';
import { type Answer, ok, type Vendor } from '../vendor.ts';
import { expectWhole } from './ledger.ts';
import { test } from './own-product.ts';

/** As vendors are told: the same call with the same key, until it is neither away (503) nor still running (409). */
async function repeat(vendor: Vendor, body: object, key: string): Promise<Answer> {
  for (const deadline = Date.now() + 90_000; ; await pause(500)) {
    const answer = await vendor
      .call('POST', '/staffMembers/sync/transfer', body, { 'idempotency-key': key })
      .catch(() => undefined);
    if (answer && answer.status !== 409 && answer.status !== 503) return answer;
    if (Date.now() > deadline) throw new Error(`Still ${answer?.status} after 90 s.`);
  }
}

test('SYNC-2 a vendor gives up waiting for a transfer and sends it again: everybody is staged once', async ({
  product,
  vendor,
  district,
}, info) => {
  await product.start();
  const sent = staffOf(1000);
  ok(await vendor.start(), 201);
  const key = randomUUID();
  const cut = new AbortController();
  const given = fetch(`${product.baseUrl}/api/businessOfficeIntegration/staffMembers/sync/transfer`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await vendor.token()}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify({ staffMembers: sent }),
    signal: cut.signal,
  }).catch(() => {});
  await pause(20 + 60 * (info.repeatEachIndex % 10));
  cut.abort();
  await given;
  ok(await repeat(vendor, { staffMembers: sent }, key), 200);
  ok(await vendor.end(sent.length), 200);
  ok(await vendor.validate(), 200);
  ok(await vendor.submitCommitJob(), 202);
  await vendor.untilCommitted();
  await expectWhole(vendor, district, sent, 0);
});

test('SYNC-10 kill -9 of web in a transfer: sent again with its key, everybody is staged once', async ({
  product,
  vendor,
  district,
}, info) => {
  test.skip(
    !process.env.ALL_FAULTS,
    'A key that a dead process holds is free after a minute: `npm run faults`.',
  );
  test.setTimeout(240_000);
  await product.start();
  const sent = staffOf(1000);
  ok(await vendor.start(), 201);
  const key = randomUUID();
  const lost = vendor
    .call('POST', '/staffMembers/sync/transfer', { staffMembers: sent }, { 'idempotency-key': key })
    .catch(() => undefined);
  await pause(20 + 60 * (info.repeatEachIndex % 10));
  await product.web?.kill();
  const answered = (await lost)?.status === 200;
  product.startWeb();
  await product.untilReady();
  const again = ok(await repeat(vendor, { staffMembers: sent }, key), 200);
  expect(again).toMatchObject({ staffTransferred: sent.length });
  if (answered) info.annotations.push({ type: 'note', description: 'answered before the kill' });
  ok(await vendor.end(sent.length), 200);
  ok(await vendor.validate(), 200);
  ok(await vendor.submitCommitJob(), 202);
  await vendor.untilCommitted();
  await expectWhole(vendor, district, sent, 0);
});
