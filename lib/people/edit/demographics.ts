import type { Transaction } from '../../../db/client.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import type { Change, ChangeOf } from '../../change/change.ts';
import { loadReferenceValues } from '../../change/load/reference-values.ts';
import { PERSON_ROW_FIELDS } from '../../change/person-row.ts';
import { planIdentities } from '../../change/plan/identities.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import { referenceErrors } from '../../change/plan/references.ts';
import { rowOf } from '../../change/row-of.ts';
import type { Context } from '../../context.ts';
import { sealSsn } from '../../crypto/seal-ssn.ts';
import type { FieldError } from '../../failure.ts';
import { sameSsn, sameText } from '../../record/compare.ts';
import { cleaned } from '../../record/fields.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import { editPerson } from './edit-person.ts';
import { assertNumberFree, outdatePlans } from './number-holder.ts';
import type { DemographicsEdit } from './schema.ts';
import { EDIT_WHY } from './texts.ts';

/**
 * Edits a person's own fields in Campus. A changed name starts a new identity, as HR's do (ID-1).
 * @throws Conflict when HR manages the person (RO-1), somebody else has the number (STAFF-4), or they were changed
 *   meanwhile; Invalid; NotFound
 */
export async function editDemographics(
  ctx: Context,
  { personId, edit }: { personId: string; edit: DemographicsEdit },
): Promise<void> {
  const { rev, ...fields } = edit;
  await editPerson(ctx, {
    personId,
    rev,
    section: 'Demographics',
    fields: Object.keys(fields) as (keyof typeof fields)[],
    async plan(person, tx) {
      await assertNumberFree(tx, person, edit.staffNumber);
      return {
        changes: [...ownChange(ctx, person, edit), ...nameChanges(ctx, person, edit)],
        errors: await genderErrors(tx, person, edit),
      };
    },
    afterwards: (tx, person) => outdatePlans(tx, [{ before: person.staffNumber, after: edit.staffNumber }]),
  });
}

function ownChange(ctx: Context, person: CampusPerson, edit: DemographicsEdit): ChangeOf<'person'>[] {
  const before = rowOf('person', person);
  const after = { ...before };
  // An edit by hand also writes what HR's comparison ignores: the format of a phone number, the case of an e-mail.
  for (const field of PERSON_ROW_FIELDS)
    if (field !== 'ssn' && !sameText(before[field], edit[field] ?? null)) after[field] = cleaned(edit[field]);
  const digits = cleaned(edit.ssn)?.replaceAll('-', '');
  if (edit.ssn !== undefined) {
    const place = ssnInTransit(ctx.district.id, after.staffNumber ?? '');
    const ssn = digits ? sealSsn(ctx.keys, place, digits) : null;
    if (!sameSsn(before.ssn, ssn)) after.ssn = ssn;
  }
  const changed = PERSON_ROW_FIELDS.filter((field) => after[field] !== before[field]);
  if (changed.length === 0) return [];
  return [
    {
      table: 'person',
      op: 'update',
      id: person.id,
      before,
      after,
      ...EDIT_WHY.personEdited(ctx.actor.name, changed),
    },
  ];
}

function nameChanges(ctx: Context, person: CampusPerson, edit: DemographicsEdit): Change[] {
  const demographics = {
    lastName: cleaned(edit.lastName),
    firstName: cleaned(edit.firstName),
    middleName: cleaned(edit.middleName),
  };
  const record = { staffNumber: '', demographics };
  return planIdentities(record, person, {
    today: todayOf(ctx),
    newId: ctx.newId,
    initialIsNoChange: false,
  }).map((change) => ({
    ...change,
    ...EDIT_WHY.nameEdited(ctx.actor.name),
  }));
}

async function genderErrors(
  tx: Transaction,
  person: CampusPerson,
  edit: DemographicsEdit,
): Promise<FieldError[]> {
  const gender = cleaned(edit.gender);
  if (gender === person.gender) return [];
  const asked = { staffNumber: '', demographics: { gender } };
  return referenceErrors(asked, await loadReferenceValues(tx, [asked])).errors;
}
