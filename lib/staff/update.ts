import { applyCall, inCall } from '../change/apply-call.ts';
import { loadCampusState, peopleOf } from '../change/load/load-campus-state.ts';
import { newBatch } from '../change/plan/new-batch.ts';
import { planPerson } from '../change/plan/plan-person.ts';
import type { Context } from '../context.ts';
import { sealSsn } from '../crypto/seal-ssn.ts';
import type { Warning } from '../failure.ts';
import { parseStaffMemberUpdate } from '../record/parse.ts';
import { ssnInTransit } from '../record/ssn-place.ts';
import { withValueMap } from '../value-mapping/with-value-map.ts';
import { allErrors } from './all-errors.ts';
import type { StaffMemberWithWarnings } from './answer.ts';
import { assertFresh } from './etag.ts';
import { onlyMember, staffMember } from './read-staff.ts';
import { failureOf, refusal } from './refusal.ts';

export interface StaffUpdate {
  /** The path's. */
  staffNumber: string;
  json: unknown;
  ifMatch: string | null;
}

/**
 * Updates a staff member: a property left out stays as it is, null clears it (STAFF-6).
 * @throws Invalid with all errors; NotFound; Conflict when several people have the number; Stale by `ifMatch`
 */
export const updateStaffMember = (ctx: Context, input: StaffUpdate): Promise<StaffMemberWithWarnings> =>
  withValueMap(ctx, 'staffMember', input.json, (json, mapped) => update(ctx, { ...input, json }, mapped));

async function update(
  ctx: Context,
  { staffNumber, json, ifMatch }: StaffUpdate,
  mapped: readonly Warning[],
): Promise<StaffMemberWithWarnings> {
  const parsed = parseStaffMemberUpdate(json, staffNumber, (digits, number) =>
    sealSsn(ctx.keys, ssnInTransit(ctx.district.id, number), digits),
  );
  if ('errors' in parsed) throw refusal(await allErrors(ctx, parsed.errors, json));
  const { record } = parsed;
  return inCall(ctx, staffNumber, async (tx) => {
    const state = await loadCampusState(ctx, tx, [record]);
    const people = peopleOf(state, record);
    await assertFresh(ifMatch, () => onlyMember(ctx, tx, people));
    const plan = planPerson(record, people, newBatch(ctx, state, 'update'));
    if (plan.outcome === 'failed') throw failureOf(plan);
    await applyCall(ctx, tx, plan, 'updated');
    const warnings = [...mapped, ...plan.warnings];
    return { staffMember: await staffMember(ctx, tx, plan.personId), warnings };
  });
}
