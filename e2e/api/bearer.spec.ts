import { textRun } from '../../db/sql-text.ts';
import { expect, test } from '../fixtures.ts';
import { expectProblem } from '../problem.ts';
import { pat } from '../staff.ts';
import { type Answer, ok, Vendor } from '../vendor.ts';

async function callWith(baseUrl: string, authorization?: string): Promise<Answer> {
  const response = await fetch(`${baseUrl}/api/businessOfficeIntegration/schools`, {
    headers: authorization === undefined ? {} : { authorization },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const challengeOf = (answer: Answer) => answer.headers.get('www-authenticate') ?? '';

test('CRED-2 a call without a token is asked for one', async ({ product }) => {
  const answer = await callWith(product.baseUrl);
  expectProblem(answer, 401);
  expect(challengeOf(answer)).toMatch(/^Bearer/);
  // RFC 6750 §3: no error code for who has sent no token at all.
  expect(challengeOf(answer)).not.toContain('error=');
});

for (const authorization of ['Bearer made.up', `Bearer ${'x'.repeat(3000)}`, 'Bearer \u00ff.\u00ff'])
  test(`CRED-2 the unknown token ${authorization.slice(0, 20)} is invalid_token`, async ({ product }) => {
    const answer = await callWith(product.baseUrl, authorization);
    expectProblem(answer, 401);
    expect(challengeOf(answer)).toContain('error="invalid_token"');
  });

test('CRED-2 an expired token is invalid_token', async ({ product, vendor, district: { ctx } }) => {
  const token = await vendor.token();
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, `update access_token set expires_at = now() - interval '1 second' where district_id = $1`, [
      tx.districtId,
    ]),
  );
  const answer = await callWith(product.baseUrl, `Bearer ${token}`);
  expect(expectProblem(answer, 401).detail).toContain('expired');
  expect(challengeOf(answer)).toContain('error="invalid_token"');
});

test('CRED-2 a revoked token is invalid_token at once, and the vendor gets a new one', async ({
  product,
  vendor,
  district: { access },
}) => {
  const token = await vendor.token();
  const revoked = await fetch(`${product.baseUrl}/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token, client_id: access.clientId, client_secret: access.clientSecret }),
  });
  expect(revoked.status).toBe(200);
  const answer = await callWith(product.baseUrl, `Bearer ${token}`);
  expectProblem(answer, 401);
  expect(challengeOf(answer)).toContain('error="invalid_token"');
  await vendor.requestToken();
  expect((await vendor.get('/schools')).status).toBe(200);
});

test("CRED-3 another district's run is not there", async ({ vendor, product }) => {
  ok(await vendor.start(), 201);
  ok(await vendor.transfer([pat()]), 200);
  ok(await vendor.end(), 200);
  const { runId } = ok(await vendor.validate(), 200);
  ok(await vendor.get(`/staffMembers/sync/${runId}/validation`), 200);

  const stranger = new Vendor(product.baseUrl, product.sample);
  const foreign = await stranger.get(`/staffMembers/sync/${runId}/validation`);
  const unknown = await stranger.get('/staffMembers/sync/01900000-0000-7000-8000-000000000000/validation');
  const { instance: _i, requestId: _r, ...said } = expectProblem(foreign, 404);
  expect(expectProblem(unknown, 404)).toMatchObject(said);
});
