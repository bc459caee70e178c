import { beforeAll, describe, expect, test } from 'vitest';
import { textRun } from '../../../db/sql-text.ts';
import { ASSIGNMENT_CODES, GENDERS, SCHOOLS, TITLES } from '../../../db/testing/reference-values.ts';
import { testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { api } from './api.ts';

let vendor: Vendor;
beforeAll(async () => {
  vendor = await testVendor(api);
});

const by =
  <K extends string>(key: K) =>
  (a: Record<K, string>, b: Record<K, string>) =>
    a[key] < b[key] ? -1 : 1;

describe("REF-1 the district's values are listed", () => {
  test.each([
    ['/schools', [...SCHOOLS].sort(by('schoolNumber'))],
    ['/attributes/genders', [...GENDERS].sort(by('code'))],
    ['/attributes/assignmentCodes', [...ASSIGNMENT_CODES].sort(by('code'))],
    ['/attributes/titles', [...TITLES].sort(by('code'))],
  ])('%s, inactive ones too', async (path, values) => {
    expect(await vendor.call('GET', path)).toMatchObject({
      status: 200,
      body: { data: values, nextCursor: null },
    });
  });

  test('page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { data: { schoolNumber: string }[]; nextCursor: string | null } } =
        await vendor.call('GET', `/schools?limit=2${cursor && `&cursor=${cursor}`}`);
      expect(body.data.length).toBeLessThanOrEqual(2);
      seen.push(...body.data.map(({ schoolNumber }) => schoolNumber));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(SCHOOLS.map(({ schoolNumber }) => schoolNumber).sort());
  });

  test.each([
    ['limit', ['0', '1001', '-1', '1.5', 'ten', '', '1e2', '99999999999999999999']],
    ['cursor', ['x', '', 'WyJhIiwiYiJd', 'W10', 'bnVsbA', 'WyJcdTAwMDAiXQ', 'WyIwMDEiXQ==']],
  ])('a bad %s is 422 and named', async (name, values) => {
    for (const value of values) {
      const { status, body } = await vendor.call('GET', `/schools?${name}=${encodeURIComponent(value)}`);
      expect([value, status]).toEqual([value, 422]);
      expect(body.errors).toHaveLength(1);
      expect(body.errors[0].pointer).toBe(`/${name}`);
    }
  });

  test("another district's are not among them", async () => {
    const other = await testVendor(api);
    await other.ctx.db.inDistrict(other.ctx.district.id, (tx) =>
      textRun(tx, "update school set name = 'Elsewhere' where district_id = $1", [tx.districtId]),
    );
    const { body } = await vendor.call('GET', '/schools');
    expect(JSON.stringify(body)).not.toContain('Elsewhere');
  });
});
