import type { Context } from '../context.ts';
import { sealSsn } from '../crypto/seal-ssn.ts';
import { Conflict, Invalid } from '../failure.ts';
import type { StaffMemberWithWarnings } from './answer.ts';
import { carryOut } from './change/carry-out.ts';
import { newBatch } from './change/new-batch.ts';
import { planPerson } from './change/plan.ts';
import { parseNewStaffMember } from './parse.ts';
import { staffMembers } from './read-staff.ts';
import { staffNumberKey } from './record.ts';
import { refusal } from './refusal.ts';
import { ssnInTransit } from './ssn-place.ts';

/**
 * Creates a staff member (STAFF-4, STAFF-5).
 * @throws Invalid with all errors (STAFF-8); Conflict when a person has the number already, whom it names
 */
export async function createStaffMember(ctx: Context, json: unknown): Promise<StaffMemberWithWarnings> {
  const parsed = parseNewStaffMember(json, (digits, number) =>
    sealSsn(ctx.keys, ssnInTransit(ctx.district.id, number), digits),
  );
  if ('errors' in parsed) throw refusal(parsed.errors);
  const { record, warnings } = parsed;
  return carryOut(ctx, record, {
    plan(state) {
      const people = state.people.get(staffNumberKey(record.staffNumber)) ?? [];
      return planPerson(record, people, newBatch(ctx, state, 'create'));
    },
    refuse(plan) {
      const taken = plan.errors.find((error) => error.code === 'staffNumberTaken');
      throw taken ? new Conflict(`${taken.message} ${taken.hint}`, [taken]) : refusal(plan.errors);
    },
    async answer(tx, plan) {
      const [staffMember] = await staffMembers(ctx, tx, [plan.personId]);
      if (!staffMember) throw new Invalid('The person is not there.');
      return { staffMember, warnings: [...warnings, ...plan.warnings] };
    },
  });
}
