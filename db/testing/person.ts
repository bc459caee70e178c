import type { Context } from '../../lib/context.ts';
import { sealSsn } from '../../lib/crypto/seal-ssn.ts';
import type { Transaction } from '../client.ts';
import { textRun } from '../sql-text.ts';
import { testKeys } from './keys.ts';

export interface GivenPerson {
  staffNumber?: string | null;
  lastName?: string;
  firstName?: string;
  middleName?: string | null;
  /** From when the name is borne; null where Campus does not know. */
  identityStart?: string | null;
  gender?: string | null;
  birthDate?: string | null;
  /** Nine digits. */
  ssn?: string | null;
  workPhone?: string | null;
  cellPhone?: string | null;
  otherPhone?: string | null;
  workEmail?: string | null;
  personalEmail?: string | null;
  hrManagedAt?: Date | null;
  employments?: { hireDate: string; terminationDate?: string | null }[];
  positions?: GivenPosition[];
}

export interface GivenPosition {
  schoolNumber?: string;
  assignmentCode?: string | null;
  titleCode?: string | null;
  startDate: string;
  endDate?: string | null;
  /** A section that is taught by it: then it can't be removed (POS-11). */
  section?: string;
}

export interface InsertedPerson {
  id: string;
  identityId: string;
  /** In the order given. */
  employmentIds: string[];
  positionIds: string[];
}

/** Someone who is in Campus already: by default Pat Simpson, with no number, employment or position. */
export function insertPerson(ctx: Context, given: GivenPerson = {}): Promise<InsertedPerson> {
  const person: InsertedPerson = {
    id: ctx.newId(),
    identityId: ctx.newId(),
    employmentIds: (given.employments ?? []).map(ctx.newId),
    positionIds: (given.positions ?? []).map(ctx.newId),
  };
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await insertRow(tx, person.id, given);
    await textRun(
      tx,
      `insert into identity (district_id, id, person_id, last_name, first_name, middle_name, start_date, current)
       values ($1, $2, $3, $4, $5, $6, $7, true)`,
      [
        tx.districtId,
        person.identityId,
        person.id,
        given.lastName ?? 'Simpson',
        given.firstName ?? 'Pat',
        given.middleName ?? null,
        given.identityStart ?? null,
      ],
    );
    for (const [i, { hireDate, terminationDate = null }] of (given.employments ?? []).entries())
      await textRun(
        tx,
        `insert into employment (district_id, id, person_id, hire_date, termination_date)
         values ($1, $2, $3, $4, $5)`,
        [tx.districtId, person.employmentIds[i], person.id, hireDate, terminationDate],
      );
    for (const [i, position] of (given.positions ?? []).entries())
      await insertPosition(ctx, tx, person.id, person.positionIds[i] as string, position);
    return person;
  });
}

async function insertRow(tx: Transaction, id: string, given: GivenPerson): Promise<void> {
  const place = { table: 'person' as const, districtId: tx.districtId, rowId: id };
  const ssn = given.ssn ? sealSsn(testKeys, place, given.ssn) : undefined;
  await textRun(
    tx,
    `insert into person (district_id, id, staff_number, gender, birth_date, ssn_cipher, ssn_index, ssn_last4,
       work_phone, cell_phone, other_phone, work_email, personal_email, hr_managed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.districtId,
      id,
      given.staffNumber ?? null,
      given.gender === undefined ? 'F' : given.gender,
      given.birthDate ?? null,
      ssn?.cipher ?? null,
      ssn?.index ?? null,
      ssn?.last4 ?? null,
      given.workPhone ?? null,
      given.cellPhone ?? null,
      given.otherPhone ?? null,
      given.workEmail ?? null,
      given.personalEmail ?? null,
      given.hrManagedAt ?? null,
    ],
  );
}

async function insertPosition(
  ctx: Context,
  tx: Transaction,
  personId: string,
  id: string,
  given: GivenPosition,
): Promise<void> {
  const schoolNumber = given.schoolNumber ?? '001';
  await textRun(
    tx,
    `insert into district_assignment
       (district_id, id, person_id, school_number, assignment_code, title_code, start_date, end_date)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.districtId,
      id,
      personId,
      schoolNumber,
      given.assignmentCode ?? null,
      given.titleCode ?? null,
      given.startDate,
      given.endDate ?? null,
    ],
  );
  if (given.section === undefined) return;
  const sectionId = ctx.newId();
  await textRun(tx, 'insert into section (district_id, id, school_number, name) values ($1, $2, $3, $4)', [
    tx.districtId,
    sectionId,
    schoolNumber,
    given.section,
  ]);
  await textRun(
    tx,
    'insert into section_staff (district_id, id, section_id, assignment_id) values ($1, $2, $3, $4)',
    [tx.districtId, ctx.newId(), sectionId, id],
  );
}
