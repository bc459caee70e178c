import { textRow, textRun } from '../db/sql-text.ts';
import { insertPerson } from '../db/testing/person.ts';
import type { Context } from '../lib/context.ts';
import type { TestDistrict } from './district.ts';
import { pat } from './staff.ts';
import { until } from './until.ts';
import { ok, type Vendor } from './vendor.ts';

export const STATES = [
  'none',
  'transferring',
  'transferred',
  'validated',
  'committing',
  'committed',
  'cancelled',
] as const;
export type State = (typeof STATES)[number];

/**
 * Brings a district that has had no run into a state, by the calls that lead there.
 * @returns what lets a held commit go on
 */
export async function bringInto(
  state: State,
  vendor: Vendor,
  { ctx }: TestDistrict,
): Promise<() => Promise<void>> {
  if (state === 'none') return nothing;
  if (state === 'committing') await insertPerson(ctx, { staffNumber: '10058', lastName: 'Brown' });
  ok(await vendor.start(), 201);
  ok(await vendor.transfer([pat()]), 200);
  if (state === 'transferring') return nothing;
  if (state === 'cancelled') {
    await cancel(ctx);
    return nothing;
  }
  ok(await vendor.end(), 200);
  if (state === 'transferred') return nothing;
  ok(await vendor.validate(), 200);
  if (state === 'validated') return nothing;
  if (state === 'committed') {
    ok(await vendor.commit(), 200);
    return nothing;
  }
  const release = await holdPeople(ctx);
  ok(await vendor.submitCommitJob(), 202);
  await vendor.untilJob('the commit to begin', ({ status }) => status === 'running');
  return async () => {
    await release();
    await vendor.untilCommitted();
  };
}

const nothing = async () => {};

/** As an admin does; the vendor's API has no such call. */
const cancel = ({ db, district }: Context): Promise<number> =>
  db.inDistrict(district.id, (tx) =>
    textRun(tx, `update sync_run set status = 'cancelled', ended_at = now() where district_id = $1`, [
      tx.districtId,
    ]),
  );

/**
 * Locks the rows of who has one of these numbers, or of everyone, as somebody who edits them would, so that a commit
 * has to wait. Resolves to the release.
 */
export async function holdPeople(
  { db, district }: Context,
  staffNumbers?: string[],
): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const transaction = db.inDistrict(district.id, async (tx) => {
    await textRun(
      tx,
      'select 1 from person where district_id = $1 and ($2::text[] is null or staff_number = any($2::text[])) for update',
      [tx.districtId, staffNumbers ?? null],
    );
    held.resolve();
    await release.promise;
  });
  await Promise.race([held.promise, transaction]);
  return async () => {
    release.resolve();
    await transaction;
  };
}

/** Waits until a call that changes the run's state is at work in the database, where a batch that has not ended keeps it waiting. */
export function untilRunsAreHeld({ db, district }: Context): Promise<object> {
  return until("a call that locks the district's runs", () =>
    db.inDistrict(district.id, (tx) =>
      textRow<object>(
        tx,
        `select 1 from pg_locks
          where locktype = 'advisory' and granted
            and (classid::bigint << 32) | objid::bigint = hashtextextended($1::text, 1)`,
        [tx.districtId],
      ),
    ),
  );
}
