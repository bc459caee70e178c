import { ASSIGNMENT_CODES, GENDERS, SCHOOLS, TITLES } from '../../db/testing/reference-values.ts';
import type { List } from '../contract.ts';
import { expect, test } from '../fixtures.ts';
import { expectProblem } from '../problem.ts';
import { ok } from '../vendor.ts';

const LISTS = [
  ['/schools', SCHOOLS, 'schoolNumber'],
  ['/attributes/genders', GENDERS, 'code'],
  ['/attributes/assignmentCodes', ASSIGNMENT_CODES, 'code'],
  ['/attributes/titles', TITLES, 'code'],
] as const;

for (const [path, values, key] of LISTS) {
  test(`REF-1 GET ${path} lists the district's values, inactive ones marked`, async ({ vendor }) => {
    const { data, nextCursor } = ok(await vendor.get<List<Record<string, unknown>>>(path), 200);
    expect(nextCursor).toBeNull();
    expect(data).toHaveLength(values.length);
    for (const value of values) expect(data).toContainEqual(expect.objectContaining(value));
  });

  test(`REF-1 GET ${path} goes page by page, nothing lost and nothing twice`, async ({ vendor }) => {
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const page: List<Record<string, unknown>> = ok(await vendor.get(`${path}?limit=2${query}`), 200);
      expect(page.data.length).toBeLessThanOrEqual(2);
      seen.push(...page.data.map((value) => value[key]));
      cursor = page.nextCursor;
    }
    expect(seen.sort()).toEqual(values.map((value) => (value as Record<string, unknown>)[key]).sort());
  });

  for (const [query, status] of [
    ['limit=0', 422],
    ['limit=1001', 422],
    ['limit=ten', 422],
    ['cursor=made-up', 422],
    ['colour=red', 400],
  ] as const)
    test(`REF-1 GET ${path}?${query} is ${status}`, async ({ vendor }) => {
      expectProblem(await vendor.get(`${path}?${query}`), status);
    });
}
