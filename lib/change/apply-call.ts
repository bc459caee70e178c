import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { notifyStaffChanged, type StaffEvent } from '../notify/staff-changed.ts';
import { staffNumberKey } from '../record/record.ts';
import { applyPlans } from './apply/apply-plans.ts';
import type { MadePlan } from './person-plan.ts';
import { retryWhenCampusChanged } from './retry.ts';
import { writerOf } from './writer.ts';

const lockByNumber = defineQuery('lock people by staff number', (orm, p: Params<{ key: string }>) =>
  orm
    .select({ id: person.id })
    .from(person)
    .where(and(inDistrict(person), eq(person.staffNumberKey, p.key)))
    .orderBy(person.id)
    .for('update'),
);

/**
 * The transaction of a call that changes one person: `work` loads, plans and writes. It runs again if Campus changed
 * meanwhile. Simultaneous calls for one person wait for each other from their second try on, so that each succeeds.
 */
export const inCall = <T>(
  ctx: Context,
  staffNumber: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  retryWhenCampusChanged((attempt) =>
    ctx.db.inDistrict(ctx.district.id, async (tx) => {
      if (attempt > 1) await lockByNumber(tx, { key: staffNumberKey(staffNumber) });
      return work(tx);
    }),
  );

/** Writes the plan of a call. Unless nothing changes, the recipients of *HR-Staff* are notified of `event` (NOT-1). */
export async function applyCall(
  ctx: Context,
  tx: Transaction,
  plan: MadePlan,
  event: StaffEvent,
): Promise<void> {
  await applyPlans(tx, writerOf(ctx, 'hr'), [plan]);
  if (plan.outcome !== 'unchanged') await notifyStaffChanged(ctx, tx, { ...plan, event });
}
