import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../fixtures.ts';
import { errorsOf, expectProblem, pointersOf } from '../problem.ts';
import { pat, staffOf } from '../staff.ts';
import { ok, type Vendor } from '../vendor.ts';

const TRANSFER = '/staffMembers/sync/transfer';
const transferOf = (record: string): string => `{"staffMembers":[${record}]}`;
const PAT = JSON.stringify(pat());

test.beforeEach(async ({ vendor }) => {
  ok(await vendor.start(), 201);
});
test.afterEach('nothing of it was staged', async ({ vendor }) => {
  const { status, staffTransferred } = ok(await vendor.run(), 200);
  expect({ status, staffTransferred }).toEqual({ status: 'transferring', staffTransferred: 0 });
});

const UNREADABLE: [string, string | Uint8Array][] = [
  ['no body', ''],
  ['blanks', '  \n'],
  ['half a document', transferOf(PAT).slice(0, -3)],
  ['two documents', `${transferOf(PAT)}${transferOf(PAT)}`],
  ['a trailing comma', transferOf(`${PAT},`)],
  ['single quotes', "{'staffMembers':[]}"],
  ['a comment', `// staff\n${transferOf(PAT)}`],
  ['NaN', transferOf('NaN')],
  ['XML', '<staffMembers/>'],
  ['Latin-1', Buffer.from(transferOf(PAT.replace('Pat', 'Zo\u00eb')), 'latin1')],
  ['UTF-16', Buffer.from(transferOf(PAT), 'utf16le')],
  ['a NUL character', transferOf(PAT.replace('Pat', 'P\\u0000at'))],
  ['a lone surrogate', transferOf(PAT.replace('Pat', 'P\\ud800at'))],
  ['a property twice', transferOf(PAT.replace('{', '{"gender":"M",'))],
  ['33 levels', transferOf(`${'['.repeat(31)}${']'.repeat(31)}`)],
  ['100,000 levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ['100,000 levels of objects, not closed', '{"a":'.repeat(100_000)],
];
for (const [what, body] of UNREADABLE)
  test(`a transfer of ${what} is 400`, async ({ vendor }) => {
    expectProblem(await vendor.call('POST', TRANSFER, body, { 'content-type': 'application/json' }), 400);
  });

const INVALID: [string, unknown, string][] = [
  ['null', null, ''],
  ['a number', 7, ''],
  ['a string', 'staff', ''],
  ['an empty object', {}, '/staffMembers'],
  ['staffMembers as an object', { staffMembers: {} }, '/staffMembers'],
  ['another property than staffMembers', { staffMembers: [pat()], dryRun: true }, '/dryRun'],
  ['staff that are null', { staffMembers: [null] }, '/staffMembers/0'],
  ['staff that are lists', { staffMembers: [[]] }, '/staffMembers/0'],
  [
    'a staffNumber that is a number',
    { staffMembers: [pat({ staffNumber: 10058 })] },
    '/staffMembers/0/staffNumber',
  ],
  ['a reserved staffNumber', { staffMembers: [pat({ staffNumber: 'sync' })] }, '/staffMembers/0/staffNumber'],
  ['a required property as null', { staffMembers: [pat({ lastName: null })] }, '/staffMembers/0/lastName'],
  ['positions as null', { staffMembers: [pat({ positions: null })] }, '/staffMembers/0/positions'],
  [
    'a name that is too long',
    { staffMembers: [pat({ lastName: 'ß'.repeat(51) })] },
    '/staffMembers/0/lastName',
  ],
  [
    'a day that does not exist',
    { staffMembers: [pat({ birthDate: '1900-02-29' })] },
    '/staffMembers/0/birthDate',
  ],
  [
    'a name of a megabyte',
    { staffMembers: [pat({ lastName: 'x'.repeat(1e6) })] },
    '/staffMembers/0/lastName',
  ],
];
for (const [what, body, pointer] of INVALID)
  test(`a transfer of ${what} is 422 at ${pointer || 'the whole'}`, async ({ vendor }) => {
    const answer = await vendor.call('POST', TRANSFER, JSON.stringify(body), {
      'content-type': 'application/json',
    });
    expectProblem(answer, 422);
    expect(pointersOf(answer)).toEqual([pointer]);
    // However long what was sent is, the answer stays readable.
    expect(JSON.stringify(answer.body).length).toBeLessThan(2_000);
  });

test('__proto__ and constructor are unknown properties like any other', async ({ vendor }) => {
  const body = transferOf(PAT.replace('{', '{"__proto__":{"gender":"M"},"constructor":1,'));
  const answer = await vendor.call('POST', TRANSFER, body, { 'content-type': 'application/json' });
  expectProblem(answer, 422);
  expect(pointersOf(answer)).toEqual(['/staffMembers/0/__proto__', '/staffMembers/0/constructor']);
});

test('a pointer escapes what RFC 6901 says', async ({ vendor }) => {
  const answer = await vendor.transfer([pat({ 'a/b~c': 1 })]);
  expect(pointersOf(answer)).toEqual(['/staffMembers/0/a~1b~0c']);
});

test('10,001 staff in a call are 413', async ({ vendor }) => {
  expectProblem(await vendor.transfer(staffOf(10_001)), 413);
});

test('17 MiB are 413, and the next call is answered', async ({ vendor }) => {
  const answer = await vendor.call('POST', TRANSFER, `${transferOf(PAT)}${' '.repeat(17 * 1024 * 1024)}`, {
    'content-type': 'application/json',
  });
  expectProblem(answer, 413);
});

test('15 MiB of blanks around good staff are read', async ({ vendor }) => {
  const answer = await vendor.call('POST', TRANSFER, `${' '.repeat(15 * 1024 * 1024)}${transferOf(PAT)}`, {
    'content-type': 'application/json',
  });
  expect(ok(answer, 200)).toMatchObject({ received: 1 });
  ok(await vendor.start(), 201);
});

for (const headers of [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': '' },
])
  test(`a transfer as ${JSON.stringify(headers)} is 415`, async ({ vendor }) => {
    expectProblem(await vendor.call('POST', TRANSFER, Buffer.from(transferOf(PAT)), headers), 415);
  });

test('a gzip body is 415: nothing is unpacked', async ({ vendor }) => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
  expectProblem(
    await vendor.call('POST', TRANSFER, bomb, {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    }),
    415,
  );
});

const WRONG: [string, string, number][] = [
  ['GET', '/staffMembers/sync/transfer', 405],
  ['DELETE', '/staffMembers/sync', 405],
  ['PUT', '/staffMembers/sync/start', 405],
  ['PATCH', '/schools', 405],
  ['POST', '/schools', 405],
  ['GET', '/staffMembers/sync/transferr/x', 404],
  ['GET', '/nothing/here', 404],
  ['GET', '/staffMembers/sync/not-a-run/results', 404],
  ['GET', '/staffMembers/sync/01900000-0000-7000-8000-000000000000/results', 404],
  ['GET', '/staffMembers/sync/01900000-0000-7000-8000-000000000000/validation', 404],
  ['GET', '/staffMembers/sync?verbose=true', 400],
  ['POST', '/staffMembers/sync/validate?dryRun=true', 400],
];
for (const [method, path, status] of WRONG)
  test(`${method} ${path} is ${status}`, async ({ vendor }) => {
    const answer = await vendor.call(method, path);
    expectProblem(answer, status);
    if (status === 405) expect(answer.headers.get('allow')).toMatch(/^[A-Z]+(, [A-Z]+)*$/);
  });

for (const [path, body, pointer] of [
  ['/staffMembers/sync/start', { restart: 'yes' }, '/restart'],
  ['/staffMembers/sync/start', { restrat: false }, '/restrat'],
  ['/staffMembers/sync/end', { expectedStaff: '70' }, '/expectedStaff'],
  ['/staffMembers/sync/end', { expectedStaff: -1 }, '/expectedStaff'],
  ['/staffMembers/sync/validate', { force: true }, '/force'],
] as const)
  test(`POST ${path} with ${JSON.stringify(body)} is 422 at ${pointer}`, async ({ vendor }) => {
    const answer = await vendor.post(path, body);
    expectProblem(answer, 422);
    expect(errorsOf(answer)).toMatchObject([{ pointer }]);
  });

test.describe('X-Request-Id', () => {
  const idOf = async (vendor: Vendor, path: string, sent?: string) => {
    const answer = await vendor.call(
      'GET',
      path,
      undefined,
      sent === undefined ? {} : { 'x-request-id': sent },
    );
    return answer.headers.get('x-request-id') ?? '';
  };

  test('a sane one of the client is kept, in answers of every kind', async ({ vendor }) => {
    for (const path of ['/schools', '/nothing', '/schools?x=1', '/staffMembers/sync'])
      expect(await idOf(vendor, path, 'vendor-7.b_2')).toBe('vendor-7.b_2');
  });

  test('every other answer has one of our own, each another', async ({ vendor }) => {
    const ids = new Set<string>();
    for (const sent of [undefined, undefined, 'two words', 'x'.repeat(500), '<script>'])
      ids.add(await idOf(vendor, '/schools', sent));
    expect(ids.size).toBe(5);
    for (const id of ids) expect(id).toMatch(/^[\w-]{8,64}$/);
  });

  test('a problem document carries it', async ({ vendor }) => {
    const id = randomUUID();
    const answer = await vendor.call('GET', '/nothing', undefined, { 'x-request-id': id });
    expect(expectProblem(answer, 404).requestId).toBe(id);
  });
});
