import { CONTACTS, sameContact, sameSsn, sameText } from '../../record/compare.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { CampusPerson } from '../campus-state.ts';
import type { ChangeOf } from '../change.ts';
import { EMPTY_PERSON, PERSON_ROW_FIELDS, type PersonRow, type PersonRowField } from '../person-row.ts';
import { rowOf } from '../row-of.ts';
import { WHY } from './texts.ts';

/**
 * The person's row as HR wants it: what HR leaves out stays, what differs only in form is not written (STAFF-6). At HR's
 * first touch the row is marked as HR-managed, also when nothing differs (RO-1).
 */
export function planDemographics(
  record: StaffRecord,
  person: CampusPerson,
  now: string,
): ChangeOf<'person'> | null {
  const sent = sentBy(record);
  const fields = personDifferences(person, sent);
  if (fields.length === 0 && person.hrManagedAt !== null) return null;
  const before = rowOf('person', person);
  const written = Object.fromEntries(fields.map((field) => [field, sent[field]]));
  return {
    table: 'person',
    op: 'update',
    id: person.id,
    before,
    after: { ...before, ...written, hrManagedAt: before.hrManagedAt ?? now },
    ...(fields.length === 0 ? { marksOnly: true, ...WHY.markManaged() } : WHY.personUpdated(fields)),
  };
}

/** A person HR has and Campus has not. */
export function newPerson(record: StaffRecord, id: string, now: string): ChangeOf<'person'> {
  return {
    table: 'person',
    op: 'insert',
    id,
    before: null,
    after: { ...EMPTY_PERSON, ...sentBy(record), hrManagedAt: now },
    ...WHY.personCreated(record.staffNumber),
  };
}

/** The mark alone, where a call touches no demographics (RO-1). Null when it is there. */
export const markManaged = (person: CampusPerson, now: string): ChangeOf<'person'> | null =>
  planDemographics(
    { staffNumber: person.staffNumber ?? '', staffNumberLeftOut: true, demographics: {} },
    person,
    now,
  );

/** The fields in which two rows of a person differ, as HR's values are compared; what `after` leaves out does not. */
export function personDifferences(before: PersonRow, after: Partial<PersonRow>): PersonRowField[] {
  return PERSON_ROW_FIELDS.filter((field) => {
    if (field === 'ssn') return after.ssn !== undefined && !sameSsn(before.ssn, after.ssn);
    const value = after[field];
    if (value === undefined || value === before[field]) return false;
    const same = field in sameContact ? sameContact[field as keyof typeof sameContact] : sameText;
    return !same(before[field], value);
  });
}

function sentBy(record: StaffRecord): Partial<PersonRow> {
  const sent: Partial<PersonRow> = record.staffNumberLeftOut ? {} : { staffNumber: record.staffNumber };
  for (const field of ['gender', 'birthDate', ...CONTACTS] as const) {
    const value = record.demographics[field];
    if (value !== undefined) sent[field] = value;
  }
  if (record.ssn !== undefined) sent.ssn = record.ssn;
  return sent;
}
