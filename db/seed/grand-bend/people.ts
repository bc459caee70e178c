import type { Context } from '../../../lib/context.ts';
import type { Transaction } from '../../client.ts';
import { type PersonRow, writers } from '../writers.ts';
import { gradeIn, schoolForGrade } from './grades.ts';
import type { SamplePerson } from './sample.ts';
import { insertSections } from './sections.ts';

const SCHOOL_YEAR = 2021;
const FIRST_DAY = '2021-08-23';

/** Writes everyone with what is theirs; the map leads from the sample's ids to ours. */
export async function insertPeople(
  ctx: Context,
  tx: Transaction,
  people: SamplePerson[],
): Promise<Map<string, string>> {
  const all = people.map((sample) => ({ sample, personId: ctx.newId() }));
  const each = <R extends object>(rowsOf: (sample: SamplePerson) => R[]) =>
    all.flatMap(({ sample, personId }) =>
      rowsOf(sample).map((row) => ({ ...row, id: ctx.newId(), personId, sample })),
    );
  const positions = each((sample) => sample.positions ?? []);

  await writers.person.insert(
    tx,
    all.map(({ sample, personId }) => personRow(sample, personId)),
  );
  await writers.identity.insert(
    tx,
    each((sample) => [{ ...nameOf(sample), startDate: null, endDate: null, current: true }]),
  );
  await writers.employment.insert(
    tx,
    each((sample) => sample.employments ?? []),
  );
  await writers.districtAssignment.insert(tx, positions);
  await writers.enrollment.insert(tx, each(enrollmentsOf));
  await insertSections(ctx, tx, positions);
  return new Map(all.map(({ sample, personId }) => [sample.id, personId]));
}

const nameOf = ({ lastName, firstName, middleName }: SamplePerson) => ({ lastName, firstName, middleName });

function personRow(sample: SamplePerson, id: string): PersonRow {
  return {
    id,
    staffNumber: sample.staffNumber ?? null,
    gender: sample.gender,
    birthDate: sample.birthDate,
    ssnCipher: null,
    ssnIndex: null,
    ssnLast4: null,
    workPhone: null,
    cellPhone: sample.cellPhone ?? null,
    otherPhone: null,
    workEmail: sample.workEmail ?? null,
    personalEmail: null,
  };
}

function enrollmentsOf({ role, birthDate }: SamplePerson) {
  if (role !== 'student' || !birthDate) return [];
  const grade = gradeIn(SCHOOL_YEAR, birthDate);
  return [{ grade, schoolNumber: schoolForGrade(grade), startDate: FIRST_DAY }];
}
