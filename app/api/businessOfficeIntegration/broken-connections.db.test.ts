import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { testVendor } from '../../../lib/http/testing/vendor.ts';
import { rowsOf, sentStaff } from '../../../lib/sync/testing/in-district.ts';
import { expectSound } from '../../../lib/sync/testing/life/laws.ts';
import { api } from './api.ts';

/** Breaks the connection of some transactions, before they commit or between the commit and its answer. */
function breaking(db: Database, breaks: () => boolean): Database {
  const broken = () => Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
  const some =
    (inDistrict: Database['inDistrict']): Database['inDistrict'] =>
    async (districtId, work) => {
      const value = await inDistrict(districtId, async (tx) => {
        const value = await work(tx);
        if (breaks()) throw broken();
        return value;
      });
      if (breaks()) throw broken();
      return value;
    };
  const both = ({ inDistrict, stagingInDistrict }: Database['aside']) => ({
    inDistrict: some(inDistrict),
    stagingInDistrict: some(stagingInDistrict),
  });
  return { ...db, ...both(db), aside: both(db.aside) };
}

const SYNC = '/staffMembers/sync';
const call = fc.oneof(
  fc.record({ path: fc.constant(`${SYNC}/start`), body: fc.constant({ restart: true }) }),
  fc.record({ path: fc.constant(`${SYNC}/end`), body: fc.constant(undefined) }),
  ...[`${SYNC}/transfer`, `${SYNC}/transfer?onInvalid=setAside`].map((path) =>
    fc.record({
      path: fc.constant(path),
      body: fc.array(fc.constantFrom('1', '2', '3', '4', '5').map((number) => sentStaff(number))),
    }),
  ),
  fc.record({
    path: fc.constant('/staffMembers'),
    body: fc.constantFrom('1', '2').map((number) => sentStaff(number)),
  }),
);
const waves = fc.array(
  fc.array(fc.tuple(call, fc.constantFrom('', 'a', 'b')), { minLength: 1, maxLength: 4 }),
  {
    minLength: 8,
    maxLength: 16,
  },
);

test('calls at once while connections break: no answer is 500, what is counted is there, and what was answered is done once', async () => {
  await fc.assert(
    fc.asyncProperty(waves, fc.infiniteStream(fc.nat(11)), async (all, chances) => {
      const vendor = await testVendor(api);
      await vendor.call('POST', `${SYNC}/start`);
      vendor.server.db = breaking(vendor.server.db, () => chances.next().value === 0);
      const created = new Set<string>();
      for (const wave of all) {
        const answers = await Promise.all(
          wave.map(([{ path, body }, key]) =>
            vendor.call('POST', path, body, key === '' ? {} : { 'idempotency-key': key }),
          ),
        );
        for (const { status, body } of answers) {
          expect([200, 201, 409, 422, 503], JSON.stringify(body)).toContain(status);
          if (status === 201 && body.staffMember) created.add(body.staffMember.id);
        }
        await expectSound(vendor.ctx);
      }
      const people = await rowsOf(vendor.ctx, 'select id from person where district_id = $1');
      expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining([...created]));
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
