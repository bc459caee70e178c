import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { CampusPerson, Stored } from '../../change/campus-state.ts';
import { loadPeopleWhole } from '../../change/load/load-campus-state.ts';

/** A person with all that hangs on them, what HR never touches among it. */
export interface WholePerson extends CampusPerson {
  memberships: Stored<'householdMember'>[];
  enrollments: Stored<'enrollment'>[];
  /** As guardian or as student. */
  guardianships: Stored<'guardianship'>[];
}

/** Two people for their combination; those who are not there are missing. */
export async function loadWhole(
  tx: Transaction,
  ids: readonly string[],
  today: string,
): Promise<Map<string, WholePerson>> {
  const keys = [tx.districtId, arrayLiteral(ids)];
  const [people, memberships, enrollments, guardianships] = await Promise.all([
    loadPeopleWhole(tx, ids, today),
    tx.rows<Stored<'householdMember'>>(
      `select id, household_id as "householdId", person_id as "personId", start_date as "startDate", end_date as "endDate"
         from household_member where district_id = $1 and person_id = any($2::uuid[]) order by id`,
      keys,
    ),
    tx.rows<Stored<'enrollment'>>(
      `select id, person_id as "personId", school_number as "schoolNumber", grade, start_date as "startDate",
              end_date as "endDate"
         from enrollment where district_id = $1 and person_id = any($2::uuid[]) order by id`,
      keys,
    ),
    tx.rows<Stored<'guardianship'>>(
      `select id, guardian_id as "guardianId", student_id as "studentId", relationship from guardianship
        where district_id = $1 and (guardian_id = any($2::uuid[]) or student_id = any($2::uuid[])) order by id`,
      keys,
    ),
  ]);
  return new Map(
    [...people].map(([id, person]) => [
      id,
      {
        ...person,
        memberships: memberships.filter(({ personId }) => personId === id),
        enrollments: enrollments.filter(({ personId }) => personId === id),
        guardianships: guardianships.filter(
          ({ guardianId, studentId }) => guardianId === id || studentId === id,
        ),
      },
    ]),
  );
}
