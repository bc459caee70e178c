import { carryOut } from '../change/apply-call.ts';
import { newBatch } from '../change/plan/new-batch.ts';
import { planPerson } from '../change/plan/plan-person.ts';
import type { Context } from '../context.ts';
import { sealSsn } from '../crypto/seal-ssn.ts';
import { Conflict, Invalid } from '../failure.ts';
import { findLikely, likelyWarning } from '../likeness/find-likely.ts';
import { parseNewStaffMember } from '../record/parse.ts';
import { staffNumberKey } from '../record/record.ts';
import { ssnInTransit } from '../record/ssn-place.ts';
import { allErrors } from './all-errors.ts';
import type { StaffMemberWithWarnings } from './answer.ts';
import { heed, takeChoice } from './on-likely-duplicate.ts';
import { staffMembers } from './read-staff.ts';
import { refusal } from './refusal.ts';

/**
 * Creates a staff member (STAFF-4, STAFF-5), with a warning when Campus likely has the person already (CMB-2).
 * @throws Invalid with all errors (STAFF-8); Conflict when a person has the number already, whom it names, or
 *   when somebody is likely the same and the body asks to reject that
 */
export async function createStaffMember(ctx: Context, json: unknown): Promise<StaffMemberWithWarnings> {
  const { json: sent, choice, errors } = takeChoice(json);
  const parsed = parseNewStaffMember(sent, (digits, number) =>
    sealSsn(ctx.keys, ssnInTransit(ctx.district.id, number), digits),
  );
  if ('errors' in parsed || errors.length > 0)
    throw refusal(await allErrors(ctx, ['errors' in parsed ? parsed.errors : [], errors].flat(), sent));
  const { record } = parsed;
  return carryOut(ctx, record, {
    event: 'created',
    async plan(state, tx) {
      const people = state.people.get(staffNumberKey(record.staffNumber)) ?? [];
      const plan = planPerson(record, people, newBatch(ctx, state, 'create'));
      if (plan.outcome === 'failed') return plan;
      const [likely = []] = await findLikely(tx, [record]);
      return { ...plan, warnings: [...plan.warnings, ...heed(choice, likelyWarning(likely))] };
    },
    refuse(plan) {
      const taken = plan.errors.find((error) => error.code === 'staffNumberTaken');
      throw taken ? new Conflict(`${taken.message} ${taken.hint}`, [taken]) : refusal(plan.errors);
    },
    async answer(tx, plan) {
      const [staffMember] = await staffMembers(ctx, tx, [plan.personId]);
      if (!staffMember) throw new Invalid('The person is not there.');
      return { staffMember, warnings: plan.warnings };
    },
  });
}
