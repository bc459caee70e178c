import { expect, inject, test } from 'vitest';
import { seedGrandBend } from '../../../db/seed/grand-bend.ts';
import { testKeys } from '../../../db/testing/keys.ts';
import { openApiDocument } from '../../../lib/http/openapi/document.ts';
import { calling, ORIGIN, send, testServer } from '../../../lib/http/testing/vendor.ts';
import { newId } from '../../../lib/new-id.ts';
import { tokenEndpoint } from '../../../lib/oauth/token-endpoint.ts';
import { api } from './api.ts';
import { endpoints } from './endpoints.ts';

interface Operation {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown }> }> };
}

/** Why an example is not answered 2xx: it shows how to ask for a refusal. */
const REFUSED: Record<string, number> = { 'Only if none is live': 409 };

/** The calls in an order in which a vendor can make them: the document begins with those that need a person. */
const inOrder = [...endpoints].sort(
  (a, b) => Number(b.path === '/staffMembers') - Number(a.path === '/staffMembers'),
);

test('every example of a body works in the sample district as it is documented', async () => {
  const { clientId, clientSecret, appName } = await seedGrandBend(
    inject('ownerUrl'),
    testKeys,
    `examples-${newId()}`,
  );
  const server = testServer();
  const call = calling({ server, token: () => tokenOf(clientId, clientSecret, appName) }, api);
  const { paths } = JSON.parse(JSON.stringify(openApiDocument({ endpoints, publicUrl: ORIGIN, appName })));
  const answered: unknown[] = [];
  const expected: unknown[] = [];
  for (const { method, path } of inOrder) {
    const { requestBody }: Operation = paths[path][method.toLowerCase()];
    for (const [name, { value }] of Object.entries(
      requestBody?.content['application/json']?.examples ?? {},
    )) {
      const { status, body } = await call(method, path.replace('{staffNumber}', '10058'), value);
      const good = status >= 200 && status < 300;
      answered.push([method, path, name, good ? 'works' : (body?.errors ?? body), status]);
      expected.push([
        method,
        path,
        name,
        REFUSED[name] ? expect.anything() : 'works',
        REFUSED[name] ?? status,
      ]);
    }
  }
  expect(answered).toEqual(expected);
  expect(answered.length).toBeGreaterThan(10);
});

async function tokenOf(clientId: string, clientSecret: string, appName: string): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const { body } = await send(testServer(), tokenEndpoint, `/oauth2/token?appName=${appName}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return body.access_token;
}
