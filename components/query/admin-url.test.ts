import { expect, expectTypeOf, test } from 'vitest';
import type { ErrorsFound } from '../../lib/error-log/schema.ts';
import type { adminCall } from './admin-call.ts';
import { adminHref, adminUrl } from './admin-url.ts';

test('parameters fill the braces, null and undefined leave the query, an empty text stays', () => {
  const parts = {
    params: { id: 'a/b' },
    query: { page: 2, cursor: null, from: undefined, cause: '', all: true },
  };
  expect(adminUrl('GET /people/{id}/likely', parts)).toBe(
    '/campus/api/admin/people/a%2Fb/likely?page=2&cause=&all=true',
  );
  expect(adminUrl('GET /users', {})).toBe('/campus/api/admin/users');
  expect(adminHref('GET /error-log/export', { query: { format: 'csv' } })).toBe(
    '/campus/api/admin/error-log/export?format=csv',
  );
});

test('a call takes and answers what its endpoint says: the compiler checks it', () => {
  const call: typeof adminCall = async () => undefined as never;
  expectTypeOf(call('GET /error-log', { query: { page: 2 } })).resolves.toEqualTypeOf<ErrorsFound>();
  expectTypeOf(call('POST /messages/read', { body: { ids: [] } })).resolves.toEqualTypeOf<undefined>();
  // @ts-expect-error no such endpoint
  call('GET /nobody');
  // @ts-expect-error the id is missing
  call('GET /staff/{id}');
  // @ts-expect-error a misspelled parameter
  call('GET /error-log', { query: { pages: 2 } });
  // @ts-expect-error the code is not a number
  call('POST /account/second-factor/on', { body: { code: 123456 } });
  // @ts-expect-error this endpoint answers with a file
  call('GET /error-log/export');
});
