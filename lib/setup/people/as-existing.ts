import type { Change } from '../../change/change.ts';
import type { MadePlan } from '../../change/person-plan.ts';
import { SETUP_TEXTS } from '../texts.ts';

/** By whom the journal says it was done: by hand in Campus. */
const BY_HAND = 'CHK-2';

/** The plan of a new person as that of somebody who was in Campus before HR: not managed by it (RO-1). Pure. */
export const asExisting = (plan: MadePlan, numberless: boolean): MadePlan => ({
  ...plan,
  changes: plan.changes.map((change): Change => {
    const why = { rule: BY_HAND, reason: SETUP_TEXTS.imported() };
    if (change.table !== 'person' || change.op !== 'insert') return { ...change, ...why };
    const after = { ...change.after, hrManagedAt: null, ...(numberless && { staffNumber: null }) };
    return { ...change, ...why, after };
  }),
});
