import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { identity, person } from '../../../db/schema/person.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import type { Change, ChangeOf } from '../../change/change.ts';
import { loadReferenceValues } from '../../change/load/reference-values.ts';
import { PERSON_ROW_FIELDS } from '../../change/person-row.ts';
import { sameSsn, sameText } from '../../change/plan/compare.ts';
import { planIdentities } from '../../change/plan/identities.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import { referenceErrors } from '../../change/plan/references.ts';
import { rowOf } from '../../change/row-of.ts';
import type { Context } from '../../context.ts';
import { sealSsn } from '../../crypto/seal-ssn.ts';
import { Conflict, type FieldError } from '../../failure.ts';
import { cleaned } from '../../record/fields.ts';
import { staffNumberKey } from '../../record/record.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import { BY_HAND, editPerson } from './edit-person.ts';
import type { DemographicsEdit } from './schema.ts';

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
    fields: Object.keys(fields),
    async plan(person, tx) {
      await assertFree(tx, person, edit.staffNumber);
      return {
        changes: [...ownChange(ctx, person, edit), ...nameChanges(ctx, person, edit)],
        errors: await genderErrors(tx, person, edit),
      };
    },
    afterwards: (tx, person) => outdatePlans(tx, person, edit.staffNumber),
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
  const reason = `${ctx.actor.name} edited it in Campus: ${changed.join(', ')}.`;
  return [{ table: 'person', op: 'update', id: person.id, before, after, rule: BY_HAND, reason }];
}

function nameChanges(ctx: Context, person: CampusPerson, edit: DemographicsEdit): Change[] {
  const demographics = {
    lastName: cleaned(edit.lastName),
    firstName: cleaned(edit.firstName),
    middleName: cleaned(edit.middleName),
  };
  const record = { staffNumber: '', demographics };
  return planIdentities(record, person, todayOf(ctx), ctx.newId).map((change) => ({
    ...change,
    rule: BY_HAND,
    reason: `${ctx.actor.name} changed the name in Campus (${change.rule}).`,
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

const keyOf = (number: string | null): string => staffNumberKey(number ?? '');

const holderOf = defineQuery('who holds a staff number', (orm, p: Params<{ key: string }>) =>
  orm
    .select({ staffNumber: sql<string>`${person.staffNumber}`, name: personName })
    .from(person)
    .innerJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id), identity.current))
    .where(and(inDistrict(person), eq(person.staffNumberKey, p.key)))
    .limit(1),
);
const raiseRevs = defineCommand(
  'raise the rev of all with a staff number',
  (orm, p: Params<{ key: string }>) =>
    orm
      .update(person)
      .set({ rev: sql`${person.rev} + 1` })
      .where(and(inDistrict(person), eq(person.staffNumberKey, p.key))),
);

/** A number that is new to the person must belong to nobody else: "Staff Numbers must be unique". */
async function assertFree(tx: Transaction, person: CampusPerson, wanted: string | null): Promise<void> {
  const key = keyOf(wanted);
  if (key === '' || key === keyOf(person.staffNumber)) return;
  const holder = await holderOf.first(tx, { key });
  if (!holder) return;
  const message = `The staff number "${holder.staffNumber.trim()}" is ${holder.name}’s.`;
  const hint = 'Staff numbers must be unique: give this person another one.';
  throw new Conflict(`${message} ${hint}`, [
    { pointer: '/staffNumber', code: 'staffNumberTaken', message, hint },
  ]);
}

/** Another person with the previous number may now be its only holder, so plans made for them must be made again. */
async function outdatePlans(tx: Transaction, person: CampusPerson, wanted: string | null): Promise<void> {
  const key = keyOf(person.staffNumber);
  if (key === '' || key === keyOf(wanted)) return;
  await raiseRevs(tx, { key });
}
