import { expect } from '@playwright/test';
import { campusRows } from '../campus-rows.ts';
import type { JobStatus } from '../contract.ts';
import type { TestDistrict } from '../district.ts';
import { ok, type Vendor } from '../vendor.ts';

const numberOf = (record: Record<string, unknown>): string => String(record.staffNumber);

/**
 * Holds what a commit left against what was sent: everyone has one result, everyone who succeeded is in Campus once with one
 * current identity, nobody is there who was not sent, the figures add up; and the same feed again finds nothing to do
 * but for those who failed.
 */
export async function expectWhole(
  vendor: Vendor,
  { ctx }: Pick<TestDistrict, 'ctx'>,
  sent: readonly Record<string, unknown>[],
  peopleBefore: number,
): Promise<void> {
  const status = ok(await vendor.commitJobStatus(), 200);
  expect(status).toMatchObject({ status: 'completed', total: sent.length, processed: sent.length });
  const { runId } = ok(await vendor.run(), 200);
  const results = await vendor.results(runId);
  expect(results.map(({ staffNumber }) => staffNumber)).toEqual(sent.map(numberOf));
  const counted = Map.groupBy(results, ({ outcome }) => outcome);
  const outcomes = [
    'created',
    'updated',
    'unchanged',
    'held',
    'failed',
  ] as const satisfies (keyof JobStatus)[];
  for (const outcome of outcomes) expect(counted.get(outcome)?.length ?? 0, outcome).toBe(status[outcome]);

  const rows = await campusRows(ctx);
  const holders = Map.groupBy(rows.person, (person) => person.staff_number);
  for (const { staffNumber, outcome } of results)
    if (outcome !== 'failed') expect(holders.get(staffNumber), staffNumber).toHaveLength(1);
  expect(rows.person).toHaveLength(peopleBefore + status.created);
  const current = Map.groupBy(
    rows.identity.filter((identity) => identity.current),
    (identity) => identity.person_id,
  );
  expect(current.size).toBe(rows.person.length);
  for (const identities of current.values()) expect(identities).toHaveLength(1);

  await vendor.send(sent);
  const { demographics, employments, assignments, addresses } = ok(await vendor.validate(), 200).summary;
  expect([demographics.people, employments, assignments, addresses]).toEqual([0, 0, 0, 0]);
}
