import { and, eq } from 'drizzle-orm';
import { errorCode, type Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { type StaffEvent, tellStaffChanged } from '../notify/staff-changed.ts';
import { type StaffRecord, staffNumberKey } from '../record/record.ts';
import { applyPlans } from './apply/apply-plans.ts';
import { Moved } from './campus-changed.ts';
import type { CampusState } from './campus-state.ts';
import { loadCampusState } from './load/load-campus-state.ts';
import type { PersonPlan } from './person-plan.ts';
import { todayOf } from './plan/new-batch.ts';
import type { PlannedPerson } from './planned-person.ts';
import { writerOf } from './writer.ts';

/** How often a call whose person is being changed by others at the same time is planned again. */
const TRIES = 5;

/**
 * A single call as a batch of one: load, plan, apply in one transaction, then `answer` from what stands there.
 * A plan that failed is `refuse`d by the caller, who knows its statuses: it must throw.
 */
export async function carryOut<P extends PersonPlan, A>(
  ctx: Context,
  record: StaffRecord,
  verb: {
    /** What the recipients of *HR-Staff* are told of, unless nothing changes (NOT-1). */
    event: StaffEvent;
    plan: (state: CampusState, tx: Transaction) => P | Promise<P>;
    refuse: (plan: P) => never;
    answer: (tx: Transaction, plan: P & PlannedPerson) => Promise<A>;
  },
): Promise<A> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await ctx.db.inDistrict(ctx.district.id, async (tx) => {
        if (attempt > 1) await waitForOthers(tx, record);
        const plan = await verb.plan(await loadCampusState(tx, [record], todayOf(ctx)), tx);
        if (!isPlanned(plan)) return verb.refuse(plan);
        await applyPlans(tx, writerOf(ctx), [plan]);
        if (plan.outcome !== 'unchanged') await tellStaffChanged(ctx, tx, { ...plan, event: verb.event });
        return verb.answer(tx, plan);
      });
    } catch (error) {
      if (!hasMoved(error) || attempt === TRIES) throw error;
    }
}

/** Calls for one person that come at once go one after another from their second try on, so that each has its turn. */
const waitForOthers = (tx: Transaction, { staffNumber }: StaffRecord): Promise<unknown> =>
  lockByNumber(tx, { key: staffNumberKey(staffNumber) });

const lockByNumber = defineQuery('lock people by staff number', (orm, p: Params<{ key: string }>) =>
  orm
    .select({ id: person.id })
    .from(person)
    .where(and(inDistrict(person), eq(person.staffNumberKey, p.key)))
    .orderBy(person.id)
    .for('update'),
);

const FOREIGN_KEY_VIOLATION = '23503';

/** Campus moved under the plan: an undo or a combination may also have removed a row that it points to. */
const hasMoved = (error: unknown): boolean =>
  error instanceof Moved || errorCode(error) === FOREIGN_KEY_VIOLATION;

const isPlanned = <P extends PersonPlan>(plan: P): plan is P & PlannedPerson => plan.personId !== null;
