import { expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { mergeAddresses } from '../addresses/merge.ts';
import type { Context } from '../context.ts';
import type { AddressComponents } from './components.ts';
import { MATCH_KEY_VERSION, matchKey } from './match-key.ts';
import { rekeyAddresses } from './rekey.ts';

const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };

async function homes(ctx: Context, lines: string[]) {
  const { id } = await insertPerson(ctx);
  const locations = lines.map((line) => ({ address: { ...BLAINE, fullStreetAddress: line } }));
  return (await insertHousehold(ctx, { members: [id], locations })).addressIds;
}

const keys = async ({ db, district }: Context) => {
  const addresses = await db.inDistrict(district.id, (tx) =>
    textRows<{ id: string; match_key: string }>(
      tx,
      'select id, match_key from address where district_id = $1',
      [tx.districtId],
    ),
  );
  return new Map(addresses.map(({ id, match_key }) => [id, match_key]));
};

/** A key of the next version to which units are nothing: what was two doors becomes one. */
const VERSION = MATCH_KEY_VERSION + 1;
const next = {
  version: VERSION,
  key: (c: AddressComponents) => matchKey({ ...c, apt: null }).replace(/^\d+/, String(VERSION)),
};

test('ADR-3 a new version of the key is written for every address, and again there is nothing to do', async () => {
  const ctx = await testDistrict();
  const [lexington, main] = await homes(ctx, ['4321 N Lexington Ave', '12 Main St']);
  expect(await rekeyAddresses(ctx.db, ctx.district.id, next)).toEqual({ rekeyed: 2, collisions: [] });
  const stored = await keys(ctx);
  expect(stored.get(lexington as string)).toBe(`${VERSION}|4321 N LEXINGTON AVE||BLAINE|MN|55123`);
  expect(stored.get(main as string)).toBe(`${VERSION}|12 MAIN ST||BLAINE|MN|55123`);
  expect(await rekeyAddresses(ctx.db, ctx.district.id, next)).toEqual({ rekeyed: 0, collisions: [] });
  expect(await keys(ctx)).toEqual(stored);
});

test('ADR-7 addresses that would become one are listed, never joined', async () => {
  const ctx = await testDistrict();
  const [four, five] = (await homes(ctx, ['4321 N Lexington Ave Apt 4', '4321 N Lexington Ave Apt 5'])) as [
    string,
    string,
  ];
  const [first, second] = [four, five].sort() as [string, string];
  const { rekeyed, collisions } = await rekeyAddresses(ctx.db, ctx.district.id, next);
  expect(rekeyed).toBe(1);
  expect(collisions).toEqual([
    { addressId: second, otherId: first, line: `4321 N Lexington Ave Apt ${second === five ? 5 : 4}` },
  ]);
  expect((await keys(ctx)).get(second)).toMatch(new RegExp(`^${MATCH_KEY_VERSION}\\|`));
});

test('ADR-3 an address that was merged is no collision with the kept one', async () => {
  const ctx = await testDistrict();
  const [keptId, droppedId] = (await homes(ctx, [
    '4321 N Lexington Ave Apt 4',
    '4321 N Lexington Ave Apt 5',
  ])) as [string, string];
  await mergeAddresses(ctx, { keptId, droppedId });
  const { rekeyed, collisions } = await rekeyAddresses(ctx.db, ctx.district.id, next);
  expect({ rekeyed, collisions }).toEqual({ rekeyed: 1, collisions: [] });
});

test('another district’s addresses are left alone', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  await homes(other, ['12 Main St']);
  const before = await keys(other);
  await rekeyAddresses(ctx.db, ctx.district.id, next);
  expect(await keys(other)).toEqual(before);
});
