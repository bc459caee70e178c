import { gzipSync } from 'node:zlib';

/** A request that one caller may send, and that keeps a careless server busy for everybody. */
export interface HeavyRequest {
  name: string;
  by: 'client' | 'admin';
  method?: 'GET';
  path: string;
  headers?: Record<string, string>;
  /** Made when it is sent: they have 16 MB each. */
  body?: () => string | Uint8Array;
}

const NDJSON = { 'content-type': 'application/x-ndjson' };
const GZIP = { ...NDJSON, 'content-encoding': 'gzip' };
const TRANSFER = '/staffMembers/sync/transfer';
const staff = (staffNumber: string, over: object = {}) => ({
  ...{ staffNumber, lastName: 'Attack', firstName: 'Pat', gender: 'F' },
  ...over,
});
const list = (count: number, item: string): string => `[${`${item},`.repeat(count - 1)}${item}]`;
const names = (count: number, chars: number): string =>
  Array.from({ length: count }, (_, i) => `"${String(i).padEnd(chars, 'lastName')}":1`).join(',');

export const letters = (seed: number, length: number): string => {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(65 + (state % 26));
  }).join('');
};

/** Staff with a hundred homes each, all of one house number. */
export const withStreets = (staffNumber: string, from: number, chars: number): object =>
  staff(staffNumber, {
    household: {
      householdLocations: Array.from({ length: 80 }, (_, i) => ({
        startDate: `2020-01-${String(1 + (i % 28)).padStart(2, '0')}`,
        address: { number: '7', street: letters(from + i, chars), city: 'Blaine', state: 'MN', zip: '55123' },
      })),
    },
  });

/** Those of the security review, and others of each kind. */
export const HEAVY_REQUESTS: readonly HeavyRequest[] = [
  {
    name: 'search with 240,000 unknown names',
    by: 'client',
    path: '/staffMembers/search',
    body: () => `{${names(240_000, 60)}}`,
  },
  {
    name: 'search with 60,000 unknown names',
    by: 'client',
    path: '/staffMembers/search',
    body: () => `{${names(60_000, 60)}}`,
  },
  {
    name: 'search with 9,999 unknown names of 64 letters',
    by: 'client',
    path: '/staffMembers/search',
    body: () => `{${names(9_999, 64)}}`,
  },
  { name: 'transfer of 7 million numbers', by: 'client', path: TRANSFER, body: () => list(7_000_000, '1') },
  {
    name: 'transfer of a record with 200,000 unknown names',
    by: 'client',
    path: TRANSFER,
    body: () => `[{${names(200_000, 6)}}]`,
  },
  {
    name: 'transfer with a name twice after 400,000 names',
    by: 'client',
    path: TRANSFER,
    body: () => `[{${names(400_000, 20)},"a":1,"a":2}]`,
  },
  {
    name: 'transfer of 9,999 records of 790 numbers',
    by: 'client',
    path: TRANSFER,
    body: () => list(9_999, `{"positions":${list(790, '1')}}`),
  },
  {
    name: 'transfer of 9,999 records with 60 unknown names',
    by: 'client',
    path: TRANSFER,
    body: () => list(9_999, `{${names(60, 16)}}`),
  },
  {
    name: 'transfer of 9,999 sound records of 1.5 KB with a key',
    by: 'client',
    path: TRANSFER,
    headers: { 'idempotency-key': 'attack' },
    body: () =>
      JSON.stringify(
        Array.from({ length: 9_999 }, (_, i) =>
          staff(`sound${i}`, {
            positions: Array.from({ length: 12 }, (_, k) => ({
              schoolNumber: 'none',
              titleCode: `T${k}`,
              startDate: `20${10 + k}-10-01`,
              endDate: null,
            })),
          }),
        ),
      ),
  },
  { name: '200,000 open lists', by: 'client', path: TRANSFER, body: () => '['.repeat(200_000) },
  {
    name: 'lines of 30,000 errors each',
    by: 'client',
    path: TRANSFER,
    headers: NDJSON,
    body: () => `{"positions":${list(999, '{}')},"employments":${list(999, '{}')}}\n`.repeat(2_000),
  },
  {
    name: 'lines of 30,000 errors each, set aside',
    by: 'client',
    path: `${TRANSFER}?onInvalid=setAside`,
    headers: NDJSON,
    body: () =>
      Array.from(
        { length: 200 },
        (_, i) =>
          `{"staffNumber":"aside${i}","positions":${list(999, '{}')},"employments":${list(999, '{}')}}\n`,
      ).join(''),
  },
  {
    name: '5,000 lines of 2 KB, set aside',
    by: 'client',
    path: `${TRANSFER}?onInvalid=setAside`,
    headers: NDJSON,
    body: () =>
      Array.from(
        { length: 5_000 },
        (_, i) => `${JSON.stringify({ staffNumber: `long${i}`, lastName: 'x '.repeat(1_000) })}\n`,
      ).join(''),
  },
  {
    name: 'lines of 1 MiB',
    by: 'client',
    path: TRANSFER,
    headers: NDJSON,
    body: () => `{"staffNumber":"1","x":"${'x'.repeat(1_000_000)}"}\n`.repeat(60),
  },
  {
    name: 'gzip of 265 MB of newlines',
    by: 'client',
    path: TRANSFER,
    headers: GZIP,
    body: () => gzipSync(Buffer.alloc(265_000_000, '\n')),
  },
  {
    name: 'gzip of a million equal lines',
    by: 'client',
    path: TRANSFER,
    headers: GZIP,
    body: () => gzipSync(`${JSON.stringify(staff('1'))}\n`.repeat(1_000_000)),
  },
  {
    name: 'near addresses: 160 streets of 248 letters, 2,000 of 24',
    by: 'admin',
    method: 'GET',
    path: '/addresses/near',
  },
  {
    name: 'file of 100,000 unknown columns',
    by: 'admin',
    path: '/sync/upload/drafts?name=attack.csv',
    headers: { 'content-type': 'text/csv' },
    body: () => `${Array.from({ length: 100_000 }, (_, i) => `lastNam${i}`).join()}\n1\n`,
  },
];
