import type { Transaction } from '../../db/client.ts';
import { carryOut } from '../change/apply-call.ts';
import type { CampusState } from '../change/campus-state.ts';
import { newBatch } from '../change/plan/new-batch.ts';
import { planPerson } from '../change/plan/plan-person.ts';
import type { Context } from '../context.ts';
import { sealSsn } from '../crypto/seal-ssn.ts';
import { NotFound } from '../failure.ts';
import { parseStaffMemberUpdate } from '../record/parse.ts';
import { staffNumberKey } from '../record/record.ts';
import { ssnInTransit } from '../record/ssn-place.ts';
import { allErrors } from './all-errors.ts';
import type { StaffMember, StaffMemberWithWarnings } from './answer.ts';
import { assertFresh } from './etag.ts';
import { sharedNumber, staffMembers, unknownNumber } from './read-staff.ts';
import { refusal } from './refusal.ts';

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
export async function updateStaffMember(ctx: Context, input: StaffUpdate): Promise<StaffMemberWithWarnings> {
  const { staffNumber, ifMatch } = input;
  const parsed = parseStaffMemberUpdate(input.json, staffNumber, (digits, number) =>
    sealSsn(ctx.keys, ssnInTransit(ctx.district.id, number), digits),
  );
  if ('errors' in parsed) throw refusal(await allErrors(ctx, parsed.errors, input.json));
  const { record } = parsed;
  return carryOut(ctx, record, {
    event: 'updated',
    async plan(state, tx) {
      const people = state.people.get(staffNumberKey(record.staffNumber)) ?? [];
      await assertFresh(ifMatch, () => currentOf(ctx, tx, state, staffNumber));
      return planPerson(record, people, newBatch(ctx, state, 'update'));
    },
    refuse(plan) {
      const codes = plan.errors.map((error) => error.code);
      if (codes.includes('duplicateStaffNumber')) throw sharedNumber(staffNumber);
      if (codes.includes('unknownStaffNumber')) throw unknownNumber(staffNumber);
      throw refusal(plan.errors);
    },
    async answer(tx, plan) {
      const [staffMember] = await staffMembers(ctx, tx, [plan.personId]);
      if (!staffMember) throw new NotFound('The person is not there any more.');
      return { staffMember, warnings: plan.warnings };
    },
  });
}

/** The one person with the number as an answer shows them now; undefined when there is none, or several. */
export async function currentOf(
  ctx: Context,
  tx: Transaction,
  state: CampusState,
  staffNumber: string,
): Promise<StaffMember | undefined> {
  const people = state.people.get(staffNumberKey(staffNumber)) ?? [];
  return people.length === 1 && people[0] ? (await staffMembers(ctx, tx, [people[0].id]))[0] : undefined;
}
