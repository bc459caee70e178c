import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { api } from './api.ts';
import { endpoints } from './endpoints.ts';

let vendor: Vendor;
beforeAll(async () => {
  vendor = await testVendor(api);
});

const staff = {
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  ssn: '123-45-6789',
  birthDate: '1979-12-26',
  workEmail: 'psimpson@school.k12.mo.us',
  employments: [{ hireDate: '2020-07-25', terminationDate: null }],
  positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2023-10-01' }],
  household: {
    householdLocations: [{ address: { fullStreetAddress: '1 Main St', city: 'Blaine', state: 'MN' } }],
  },
};

/** Values that somebody's export is bound to hold one day. */
const odd = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      'null',
      'undefined',
      '__proto__',
      'constructor',
      '%00',
      '../..',
      "' or 1=1 --",
      '\u202e',
      '\ufffe',
    ],
    ...[
      '2023-02-30',
      '0000-00-00',
      '9999-12-31',
      '10000-01-01',
      '-1',
      '2023-1-1',
      '1e9',
      'NaN',
      '😀'.repeat(60),
    ],
    ...[-0, 1e308, 1e-308, 2 ** 53, 2 ** 63, true, null, [], {}, [[]], { toString: 1 }, { valueOf: 1 }],
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ maxLength: 300 }),
);

/** A sound body with one place changed to something odd, or with an odd property more. */
const changed = (sound: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.nat(60), odd, fc.string({ maxLength: 20 }), fc.boolean()).map(([place, value, name, added]) => {
    const copy = structuredClone(sound);
    const objects: Record<string, unknown>[] = [];
    const places: [holder: Record<string, unknown>, key: string][] = [];
    const walk = (holder: Record<string, unknown>) => {
      if (!Array.isArray(holder)) objects.push(holder);
      for (const [key, member] of Object.entries(holder)) {
        places.push([holder, key]);
        if (typeof member === 'object' && member !== null) walk(member as Record<string, unknown>);
      }
    };
    walk(copy as Record<string, unknown>);
    const [holder, key] = added
      ? [objects[place % objects.length], name]
      : (places[place % places.length] ?? []);
    if (holder && key !== undefined)
      Object.defineProperty(holder, key, { value, enumerable: true, configurable: true });
    return copy;
  });

const body = fc.oneof(
  odd,
  changed(staff),
  changed({ staffMembers: [staff, { ...staff, staffNumber: '2' }] }),
);
const segment = fc.oneof(
  fc.constantFrom('10058', 'sync', '..', '%2e%2e', 'a%2Fb'),
  fc.string().map(encodeURIComponent),
);
const query = fc.oneof(
  fc.constantFrom(
    '',
    '?limit=0',
    '?cursor=%00',
    '?limit=1&limit=2',
    '?%ff',
    '?=',
    '?__proto__=1',
    '?ssn=1',
    '?a[b]=c',
  ),
  fc.webQueryParameters().map((text) => `?${text}`),
);

function assertAnswered({ status, headers, body }: Answer): void {
  expect(status).toBeLessThan(500);
  if (status < 400) return;
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({ status, detail: expect.any(String), requestId: headers.get('x-request-id') });
}

describe('whatever is sent, it is answered and never with 500', () => {
  test.each(endpoints.map((one) => [`${one.method} ${one.path}`, one] as const))('%s', async (_name, one) => {
    await fc.assert(
      fc.asyncProperty(body, segment, query, async (sent, param, search) => {
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
