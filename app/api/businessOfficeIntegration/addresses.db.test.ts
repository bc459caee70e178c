import { beforeEach, describe, expect, test } from 'vitest';
import { insertHousehold } from '../../../db/testing/household.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { api } from './api.ts';

let vendor: Vendor;
beforeEach(async () => {
  vendor = await testVendor(api);
  const { id } = await insertPerson(vendor.ctx);
  await insertHousehold(vendor.ctx, {
    members: [id],
    locations: [
      '4321 N Lexington Ave',
      '4321 S Lexington Ave',
      '4321 N Lexington St',
      '4321 N Lexingten Ave Apt 4',
      '4322 N Lexington Ave',
      'PO Box 54',
    ].map((fullStreetAddress) => ({
      address: { fullStreetAddress, city: 'Blaine', state: 'MN', zip: '55123' },
    })),
  });
});

const search = (query: Record<string, string>) =>
  vendor.call(
    'GET',
    `/addresses?${new URLSearchParams({ city: 'Blaine', state: 'MN', zip: '55123', ...query })}`,
  );
const lines = (body: { data: Record<string, string | null>[] }) =>
  body.data.map(({ number, prefix, street, tag, apt }) =>
    [number, prefix, street, tag, apt].filter(Boolean).join(' '),
  );

describe('ADR-8 the address search', () => {
  test.each<Record<string, string>>([
    { fullStreetAddress: '4321 North Lexington Avenue' },
    { number: '4321', prefix: 'North', street: 'Lexington', tag: 'Avenue' },
    { number: '4321', street: 'N. Lexington Ave. ' },
  ])('%j: the exact match first, without a score, then the near ones with what differs', async (query) => {
    const { status, body } = await search(query);
    expect(status).toBe(200);
    expect(body.data[0]).toMatchObject({
      number: '4321',
      prefix: 'N',
      street: 'Lexington',
      tag: 'Ave',
      apt: null,
    });
    expect(body.data[0]).not.toHaveProperty('score');
    expect(lines({ data: body.data.slice(1) }).sort()).toEqual([
      '4321 N Lexingten Ave 4',
      '4321 N Lexington St',
      '4321 S Lexington Ave',
    ]);
    for (const near of body.data.slice(1)) {
      expect(near.score).toBeLessThan(1);
      expect(near.why).toMatch(/tag|direction|unit|spelled/);
    }
    const scores = body.data.slice(1).map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('a component left out means none', async () => {
    const { body } = await search({ number: '4321', street: 'Lexington' });
    expect(body.data.every(({ score }: { score?: number }) => score !== undefined)).toBe(true);
  });

  test('a PO box by its number', async () => {
    const { body } = await search({ postOfficeBox: 'true', number: '54' });
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ postOfficeBox: true, number: '54' });
  });

  test('its components can be used unchanged in create and update, and mean the same address', async () => {
    for (const address of (await search({ fullStreetAddress: '4321 N Lexington Ave' })).body.data) {
      const staffNumber = `N${address.id.slice(-12)}`;
      const household = { householdLocations: [{ address }] };
      const created = await vendor.call('POST', '/staffMembers', {
        ...{ staffNumber, lastName: 'Simpson', firstName: 'Pat', gender: 'F' },
        household,
      });
      expect(created.status).toBe(201);
      expect(created.body.staffMember.household.householdLocations[0].address.id).toBe(address.id);
      const updated = await vendor.call('PUT', `/staffMembers/${staffNumber}`, { household });
      expect(updated.body.staffMember.household.householdLocations).toHaveLength(1);
    }
  });

  test('page by page, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await search({
        fullStreetAddress: '4321 N Lexington Ave',
        limit: '1',
        ...(cursor && { cursor }),
      });
      expect(body.data.length).toBeLessThanOrEqual(1);
      seen.push(...lines(body));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(lines((await search({ fullStreetAddress: '4321 N Lexington Ave' })).body));
  });

  test.each([
    ['ADR-1 both forms', { fullStreetAddress: '4321 N Lexington Ave', number: '4321' }, '/fullStreetAddress'],
    ['ADR-2 a street part of a box', { postOfficeBox: 'true', number: '54', street: 'Main' }, '/street'],
    ['a box without its number', { postOfficeBox: 'true' }, '/number'],
    ['nothing to look for', {}, ''],
    ['a zip that is none', { number: '1', street: 'Main', zip: '123' }, '/zip'],
    ['a flag that is none', { number: '1', postOfficeBox: 'perhaps' }, '/postOfficeBox'],
  ])('%s is 422 and named', async (_what, query, pointer) => {
    const { status, body } = await search(query as Record<string, string>);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });

  test('another district’s addresses are not found', async () => {
    const other = await testVendor(api);
    const { body } = await other.call(
      'GET',
      '/addresses?fullStreetAddress=4321+N+Lexington+Ave&city=Blaine&state=MN',
    );
    expect(body.data).toEqual([]);
  });
});
