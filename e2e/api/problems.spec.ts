import { expect, test } from '../fixtures.ts';
import { expectProblem } from '../problem.ts';
import type { Answer } from '../vendor.ts';

async function send(url: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, { method, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
}

const CASES: [string, string, number][] = [
  ['GET', '/api/nothing', 404],
  ['GET', '/api/businessOfficeIntegration', 404],
  ['GET', '/api/businessOfficeIntegration/nothing', 404],
  ['GET', '/api/businessOfficeIntegration/schools/%ff', 400],
  ['GET', '/api/businessOfficeIntegration/%00', 400],
  ['GET', '/oauth2/nothing', 404],
  ['POST', '/api/health/live', 405],
  ['GET', '/api/admin/sync', 401],
  ['GET', '/api/admin/nothing', 404],
];
for (const [method, path, status] of CASES)
  test(`${method} ${path} is a problem document of status ${status}, for every caller`, async ({
    product,
  }) => {
    const answer = await send(`${product.baseUrl}${path}`, method, { 'x-request-id': 'case-1' });
    expect(expectProblem(answer, status).requestId).toBe('case-1');
    if (status === 405) expect(answer.headers.get('allow')).toContain('GET');
  });

test('a trailing slash means the same path', async ({ vendor }) => {
  expect((await vendor.get('/schools/')).status).toBe(200);
});

test('an admin’s call from another site is refused', async ({ admin, product }) => {
  const [cookie] = await admin.context().cookies();
  expect(cookie).toBeDefined();
  const cookies = (await admin.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await send(`${product.baseUrl}/api/admin/sync/start`, 'POST', {
    cookie: cookies,
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
  });
  expectProblem(answer, 403);
});
