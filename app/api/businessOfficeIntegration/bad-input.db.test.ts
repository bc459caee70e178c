import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { oddBody, oddQuery, oddSegment } from '../../../bench/bad-requests.ts';
import { type Answer, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { api } from './api.ts';
import { endpoints } from './endpoints.ts';

let vendor: Vendor;
beforeAll(async () => {
  vendor = await testVendor(api);
});

function assertAnswered({ status, headers, body }: Answer): void {
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({ status, detail: expect.any(String), requestId: headers.get('x-request-id') });
}

describe('whatever is sent, it is answered and never with 500', () => {
  test.each(endpoints.map((one) => [`${one.method} ${one.path}`, one] as const))('%s', async (_name, one) => {
    await fc.assert(
      fc.asyncProperty(oddBody, oddSegment, oddQuery, async (sent, param, search) => {
        const path = one.path.replace(/\{\w+\}/g, () => param) + search;
        assertAnswered(
          await vendor.call(one.method, path, one.method === 'GET' ? undefined : JSON.stringify(sent)),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('raw bytes for a body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        assertAnswered(await vendor.call('POST', '/staffMembers/sync/transfer', text));
      }),
      { numRuns: 100 },
    );
  });

  test('nothing of it has become a property of all objects', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
