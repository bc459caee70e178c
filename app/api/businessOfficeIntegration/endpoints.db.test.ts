import { expect, test } from 'vitest';
import { SCOPES } from '../../../lib/access/scopes.ts';
import { testVendor } from '../../../lib/http/testing/vendor.ts';
import { api } from './api.ts';
import { endpoints } from './endpoints.ts';

const nowhere = (path: string) => path.replace(/\{\w+\}/g, '0190aaaa-0000-7000-8000-000000000001');

test('every endpoint asks for a scope', () => {
  for (const { access } of endpoints) expect(access).toEqual({ scope: expect.stringMatching(/^staff\./) });
});

test('every endpoint × every scope: 403 without its scope, never with it; 401 without a token', async () => {
  const vendor = await testVendor(api);
  for (const scope of SCOPES) {
    const authorization = `Bearer ${await vendor.token(scope)}`;
    for (const { method, path, access } of endpoints) {
      const at = `${scope} ${method} ${path}`;
      const { status } = await vendor.call(method, nowhere(path), undefined, { authorization });
      const asked = 'scope' in access ? access.scope : undefined;
      if (scope === asked) expect([401, 403, 405, 500]).not.toContain(status);
      else expect([at, status]).toEqual([at, 403]);
      const without = await vendor.call(method, nowhere(path), undefined, { authorization: '' });
      expect([at, without.status]).toEqual([at, 401]);
    }
  }
});
