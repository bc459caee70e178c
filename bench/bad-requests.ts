import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { endpoints } from '../app/api/businessOfficeIntegration/endpoints.ts';

/** A request as an HR export, a script or an attacker may send it. */
export interface BadRequest {
  method: string;
  /** Below the API's base. */
  path: string;
  body?: string | Uint8Array;
  headers: Record<string, string>;
}

const JSON_TYPE = { 'content-type': 'application/json' };

export const soundStaff = {
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
export const ODD_VALUES: readonly unknown[] = [
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
];

const odd = fc.oneof(
  fc.constantFrom(...ODD_VALUES),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ maxLength: 300 }),
);

type Holder = Record<string, unknown>;

/** Every place of a body, deepest too, as its holder and key. */
function placesOf(body: unknown): { objects: Holder[]; places: [holder: Holder, key: string][] } {
  const objects: Holder[] = [];
  const places: [Holder, string][] = [];
  const walk = (holder: Holder) => {
    if (!Array.isArray(holder)) objects.push(holder);
    for (const [key, member] of Object.entries(holder)) {
      places.push([holder, key]);
      if (typeof member === 'object' && member !== null) walk(member as Holder);
    }
  };
  walk(body as Holder);
  return { objects, places };
}

/** A sound body with one place changed to something odd, or with an odd property more. */
export function withOdd(sound: unknown, at: { place: number; value: unknown; added?: string }): unknown {
  const copy = structuredClone(sound);
  const { objects, places } = placesOf(copy);
  const [holder, key] =
    at.added === undefined
      ? (places[at.place % places.length] ?? [])
      : [objects[at.place % objects.length], at.added];
  if (holder && key !== undefined)
    Object.defineProperty(holder, key, { value: at.value, enumerable: true, configurable: true });
  return copy;
}

const changed = (sound: unknown): fc.Arbitrary<unknown> =>
  fc
    .record({
      place: fc.nat(60),
      value: odd,
      added: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
    })
    .map((at) => withOdd(sound, at));

/** Bodies that are JSON. */
export const oddBody = fc.oneof(
  odd,
  changed(soundStaff),
  changed({ staffMembers: [soundStaff, { ...soundStaff, staffNumber: '2' }] }),
);

export const oddSegment = fc.oneof(
  fc.constantFrom('10058', 'sync', '..', '%2e%2e', 'a%2Fb'),
  fc.string().map(encodeURIComponent),
);

export const oddQuery = fc.oneof(
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

const rawBody = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.uint8Array({ maxLength: 300 }),
  fc.nat(5_000).map((levels) => '['.repeat(levels)),
  fc.nat(5_000).map((levels) => '{"a":'.repeat(levels)),
  fc
    .nat(200_000)
    .map((length) => JSON.stringify({ staffMembers: [{ ...soundStaff, lastName: 'x'.repeat(length) }] })),
  fc.constantFrom(
    '{"a":1,"a":2}',
    '{"a":"\\u0000"}',
    '{"a":"\\ud800"}',
    '{"__proto__":{"x":1}}',
    '\ufeff{}',
    'null',
  ),
  fc.constant(gzipSync(Buffer.alloc(10_000_000))),
);

const oddHeaders = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Record<string, string>>(JSON_TYPE) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>>(
      {},
      { 'content-type': 'text/csv' },
      { 'content-type': 'application/json; charset=utf-16' },
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      { ...JSON_TYPE, 'content-encoding': 'br, gzip' },
      { ...JSON_TYPE, 'idempotency-key': 'the same one' },
      { ...JSON_TYPE, 'if-match': '"x", *' },
      { ...JSON_TYPE, prefer: 'respond-async, wait=1' },
      { ...JSON_TYPE, 'x-request-id': '<script>' },
      { ...JSON_TYPE, authorization: 'Bearer x' },
      { 'content-type': 'application/x-ndjson' },
    ),
  },
);

/** Any call of the API, in any order, with what it may be sent. */
export const badRequest: fc.Arbitrary<BadRequest> = fc
  .record({
    endpoint: fc.constantFrom(...endpoints),
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE') },
    ),
    segment: oddSegment,
    query: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: oddQuery }),
    body: fc.oneof(
      { weight: 3, arbitrary: oddBody.map((body) => JSON.stringify(body)) },
      { weight: 1, arbitrary: rawBody },
    ),
    headers: oddHeaders,
  })
  .map(({ endpoint, method = endpoint.method, segment, query, body, headers }) => ({
    method,
    path: endpoint.path.replace(/\{\w+\}/g, () => segment) + query,
    ...(method === 'GET' ? {} : { body }),
    headers,
  }));

/** Every odd value in every place of a staff member, by the three calls that take one: the listed ones. */
export function listedRequests(): BadRequest[] {
  const { places } = placesOf(structuredClone(soundStaff));
  const bodies = ODD_VALUES.flatMap((value) =>
    places.map((_, place) => withOdd(soundStaff, { place, value })),
  );
  return bodies.flatMap((body) => [
    { method: 'POST', path: '/staffMembers', body: JSON.stringify(body), headers: JSON_TYPE },
    { method: 'PUT', path: '/staffMembers/10058', body: JSON.stringify(body), headers: JSON_TYPE },
    { method: 'POST', path: '/staffMembers/sync/transfer', body: JSON.stringify([body]), headers: JSON_TYPE },
  ]);
}
