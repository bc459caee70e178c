import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCOPES, type Scope } from '../access/scopes.ts';
import { send, testVendor, type Vendor } from '../http/testing/vendor.ts';
import { type ReferenceServer, startReferenceServer } from './testing/reference-server.ts';
import { type AnswerClass, tokenCases } from './testing/token-cases.ts';
import { tokenEndpoint } from './token-endpoint.ts';

const scopes: Scope[] = ['staff.read', 'staff.write'];
let vendor: Vendor;
let reference: ReferenceServer;
beforeAll(async () => {
  vendor = await testVendor(async () => new Response(), { scopes });
  reference = await startReferenceServer({ ...vendor.client, scopes, allScopes: SCOPES });
});
afterAll(() => reference.stop());

const classOf = (status: number, body: { error?: string }): AnswerClass =>
  status === 200 ? '200' : `${status} ${body.error}`;

// The names are needed before the client is there; its id and secret are not.
const names = tokenCases({ clientId: 'client', clientSecret: 'secret' }).map(({ name }) => name);

describe('CRED-2 the token endpoint answers as oidc-provider does', () => {
  test.each(names)('%s', async (name) => {
    const found = tokenCases(vendor.client).find((one) => one.name === name);
    if (!found) throw new Error(`There is no case ${name}.`);
    const { request, answer, campus } = found;
    const init = { method: 'POST', ...request };
    const theirs = await fetch(reference.tokenUrl, init);
    expect(classOf(theirs.status, (await theirs.json()) as { error?: string })).toBe(answer);
    const path = `/oauth2/token?appName=${vendor.ctx.district.appName}`;
    const ours = await send(vendor.server, tokenEndpoint, path, init);
    expect(classOf(ours.status, ours.body), campus?.because).toBe(campus?.answer ?? answer);
  });
});
