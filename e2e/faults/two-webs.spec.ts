import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { sessionCookie } from '../../bench/session.ts';
import { campusRows } from '../campus-rows.ts';
import { staffOf } from '../staff.ts';
import { ok, tokenUrl, Vendor } from '../vendor.ts';
import { expectWhole } from './ledger.ts';
import { test } from './own-product.ts';
import { scenario } from './scenario.ts';

const ROUNDS = 10;

scenario(
  test,
  'two webs: one Idempotency-Key at both is one call, a new secret ends the old one at both, two admins commit once',
  async ({ product, another, vendor, district }) => {
    await product.start();
    const second = await another();
    second.startWeb();
    await second.untilReady();
    const other = new Vendor(second.baseUrl, district.access);

    const people = staffOf(ROUNDS, 60_000);
    for (const person of people) {
      const key = { 'idempotency-key': randomUUID() };
      const answers = await Promise.all(
        [vendor, other].map((one) => one.call('POST', '/staffMembers', person, key)),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(['201,201', '201,409']).toContain(statuses.join());
    }
    const { person } = await campusRows(district.ctx);
    expect(person.map((row) => row.staff_number).sort()).toEqual(people.map((one) => one.staffNumber));

    const sent = staffOf(300);
    await vendor.send(sent);
    ok(await vendor.validate(), 200);
    const admins = await Promise.all([product, second].map((one) => signedIn(one.baseUrl, district.access)));
    const pressed = await Promise.all(admins.map((admin) => admin('POST', '/sync/commit')));
    expect(pressed.map(({ status }) => status).sort()).toEqual([202, 409]);
    await other.untilCommitted();
    await expectWhole(vendor, district, sent, ROUNDS);

    const admin = await signedIn(product.baseUrl, district.access);
    const [client] = (await (await admin('GET', '/credentials')).json()).data;
    let secret = district.access.clientSecret;
    for (let round = 0; round < ROUNDS; round += 1) {
      const holder = new Vendor(product.baseUrl, { ...district.access, clientSecret: secret });
      const at = new Vendor(second.baseUrl, { ...district.access, clientSecret: secret });
      await Promise.all([holder.token(), at.token()]);
      const answer = await admin('POST', `/credentials/${client.id}/secret`, {
        appName: district.access.appName,
      });
      expect(answer.status).toBe(200);
      // No call that begins after the answer is accepted, wherever it goes.
      for (const one of [at, holder]) expect((await one.get('/schools')).status).toBe(401);
      for (const { baseUrl } of [second, product])
        expect(await statusOfSecret(baseUrl, { ...district.access, clientSecret: secret })).toBe(401);
      const revealed = await admin('POST', `/credentials/${client.id}/reveal`);
      ({ secret } = await revealed.json());
    }
  },
);

scenario(
  test,
  'the clock of one web is 90 s behind, of one worker 2 h ahead: the latest run and job are the latest at both webs',
  async ({ product, another, vendor, district }) => {
    product.startWeb();
    await product.worker?.kill();
    const late = await another({ clockAhead: -90 });
    late.startWeb();
    const early = await another({ clockAhead: 2 * 3600 });
    early.startWorker();
    await Promise.all([product.untilReady(), late.untilReady()]);
    const behind = new Vendor(late.baseUrl, district.access);
    const first = staffOf(30);
    await vendor.send(first);
    ok(await vendor.validate(), 200);
    ok(await vendor.submitCommitJob(), 202);
    await vendor.untilCommitted();

    const sent = staffOf(60);
    await behind.send(sent);
    ok(await behind.validate(), 200);
    const { jobId } = ok(await behind.submitCommitJob(), 202);
    for (const one of [vendor, behind]) {
      expect(await one.untilCommitted()).toMatchObject({ jobId, total: 60 });
      expect(ok(await one.run(), 200)).toMatchObject({ status: 'committed', staffTransferred: 60 });
    }
    await expectWhole(vendor, district, sent, 30);
  },
);

const statusOfSecret = async (
  baseUrl: string,
  { appName, clientId, clientSecret }: { appName: string; clientId: string; clientSecret: string },
): Promise<number> => {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  return (await fetch(tokenUrl(baseUrl, appName), { method: 'POST', body })).status;
};

type SignedIn = (method: string, path: string, body?: object) => Promise<Response>;

/** An admin's calls, as the pages make them. */
async function signedIn(
  baseUrl: string,
  access: { appName: string; adminUsername: string; adminPassword: string },
): Promise<SignedIn> {
  const cookie = await sessionCookie(baseUrl, access);
  return (method, path, body) =>
    fetch(`${baseUrl}/api/admin${path}`, {
      method,
      headers: { cookie, origin: new URL(baseUrl).origin, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
}
