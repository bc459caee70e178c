import { expect } from '@playwright/test';
import { textRow } from '../../db/sql-text.ts';
import type { Context } from '../../lib/context.ts';
import { campusRows } from '../campus-rows.ts';
import type { JobStatus } from '../contract.ts';
import type { TestDistrict } from '../district.ts';
import { ok, type Vendor } from '../vendor.ts';

const numberOf = (record: Record<string, unknown>): string => String(record.staffNumber);

/** QUALITY: no orphan job or lock is left after that time. */
const SETTLED_WITHIN_MS = 60_000;

/**
 * Holds what a commit left against what was sent: everyone has one result, everyone who succeeded is in Campus once with one
 * current identity, nobody is there who was not sent, the figures add up, the journal and the audit log have each change once, no job
 * or lock is left; and the same feed again finds nothing to do but for those who failed.
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
  expect(await recordedOf(ctx, runId)).toEqual({ created: status.created, twice: 0, audited: 1 });
  await expectSettled(ctx);

  await vendor.send(sent);
  const { demographics, employments, assignments, addresses } = ok(await vendor.validate(), 200).summary;
  expect([demographics.people, employments, assignments, addresses]).toEqual([0, 0, 0, 0]);
}

/** What journal and audit log have of a run: people who were created, people who are in it twice, commits. */
const recordedOf = ({ db, district }: Context, runId: string) =>
  db.inDistrict(district.id, (tx) =>
    textRow(
      tx,
      `select (select count(*)::int from change_journal where district_id = $1 and run_id = $2 and created) as created,
              (select count(*)::int - count(distinct person_id)::int
                 from change_journal where district_id = $1 and run_id = $2) as twice,
              (select count(*)::int from audit_event
                where district_id = $1 and action = 'sync.committed' and target = $2::text) as audited`,
      [tx.districtId, runId],
    ),
  );

/** No job of the district is live, here or in the queue, and nobody holds a lock on its runs. */
export const expectSettled = ({ db, district }: Context): Promise<void> =>
  expect
    .poll(
      () =>
        db.inDistrict(district.id, (tx) =>
          textRow(
            tx,
            `select (select count(*)::int from sync_job
                      where district_id = $1 and status in ('queued', 'running')) as jobs,
                    (select count(*)::int from pgboss.job where name = 'sync' and data->>'districtId' = $1::text
                        and state in ('created', 'retry', 'active')) as queued,
                    (select count(*)::int from pg_locks
                      where locktype = 'advisory' and pid <> pg_backend_pid()
                        and (classid::bigint << 32) | objid::bigint = hashtextextended($1::text, 1)) as locks`,
            [tx.districtId],
          ),
        ),
      { timeout: SETTLED_WITHIN_MS },
    )
    .toEqual({ jobs: 0, queued: 0, locks: 0 });
