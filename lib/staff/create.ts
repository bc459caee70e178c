import { applyCall, inCall } from '../change/apply-call.ts';
import { loadCampusState, peopleOf } from '../change/load/load-campus-state.ts';
import { newBatch } from '../change/plan/new-batch.ts';
import { planPerson } from '../change/plan/plan-person.ts';
import type { Context } from '../context.ts';
import { sealSsn } from '../crypto/seal-ssn.ts';
import type { Warning } from '../failure.ts';
import { findLikely, likelyWarning } from '../likeness/find-likely.ts';
import { searchedFingerprints } from '../likeness/searched-fingerprints.ts';
import { parseNewStaffMember } from '../record/parse.ts';
import type { StaffRecord } from '../record/record.ts';
import { ssnInTransit } from '../record/ssn-place.ts';
import { underSsnBudget } from '../ssn-budget/under-ssn-budget.ts';
import { withValueMap } from '../value-mapping/with-value-map.ts';
import { allErrors } from './all-errors.ts';
import type { StaffMemberWithWarnings } from './answer.ts';
import {
  LikelyDuplicate,
  type OnLikelyDuplicate,
  rejectOrWarn,
  splitOffChoice,
} from './on-likely-duplicate.ts';
import { staffMember } from './read-staff.ts';
import { failureOf, refusal } from './refusal.ts';

/**
 * Creates a staff member (STAFF-4, STAFF-5), with a warning when Campus likely has the person already (CMB-2).
 * @throws Invalid with all errors (STAFF-8); Conflict when a person has the number already (it names the person), or
 *   when somebody is likely the same and the body asks to reject that; TooMany when that answers about too many SSNs
 */
export const createStaffMember = (ctx: Context, json: unknown): Promise<StaffMemberWithWarnings> =>
  withValueMap(ctx, 'staffMember', json, (read, mapped) => createMapped(ctx, read, mapped));

async function createMapped(
  ctx: Context,
  json: unknown,
  mapped: readonly Warning[],
): Promise<StaffMemberWithWarnings> {
  const { json: sent, choice, errors } = splitOffChoice(json);
  const parsed = parseNewStaffMember(sent, (digits, number) =>
    sealSsn(ctx.keys, ssnInTransit(ctx.district.id, number), digits),
  );
  if ('errors' in parsed || errors.length > 0)
    throw refusal(await allErrors(ctx, ['errors' in parsed ? parsed.errors : [], errors].flat(), sent));
  const { record } = parsed;
  return create(ctx, record, choice, mapped).catch(async (failure) => {
    // A refusal creates nobody, so guesses at an SSN would cost nothing and leave no trace.
    if (failure instanceof LikelyDuplicate)
      await underSsnBudget(
        ctx,
        record.ssn ? [record.ssn.index] : undefined,
        async () => failure.bySsn,
        Boolean,
      );
    throw failure;
  });
}

const create = (
  ctx: Context,
  record: StaffRecord,
  choice: OnLikelyDuplicate,
  mapped: readonly Warning[],
): Promise<StaffMemberWithWarnings> =>
  inCall(ctx, record.staffNumber, async (tx) => {
    const state = await loadCampusState(ctx, tx, [record]);
    const plan = planPerson(record, peopleOf(state, record), newBatch(ctx, state, 'create'));
    if (plan.outcome === 'failed') throw failureOf(plan);
    const asked = await searchedFingerprints(ctx.keys, tx, [record]);
    const [likely = []] = await findLikely(ctx.keys, tx, asked, { addresses: state.addresses });
    const warnings = [...mapped, ...plan.warnings, ...rejectOrWarn(choice, likelyWarning(likely))];
    await applyCall(ctx, tx, plan, 'created');
    return { staffMember: await staffMember(ctx, tx, plan.personId), warnings };
  });
