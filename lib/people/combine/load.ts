import { and, or } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { householdMember } from '../../../db/schema/household.ts';
import { enrollment, guardianship } from '../../../db/schema/person.ts';
import type { CampusPerson, Stored } from '../../change/campus-state.ts';
import { COLUMNS } from '../../change/columns.ts';
import { loadPeopleWhole } from '../../change/load/load-campus-state.ts';

/** A person with all that hangs on them, what HR never touches among it. */
export interface WholePerson extends CampusPerson {
  memberships: Stored<'householdMember'>[];
  enrollments: Stored<'enrollment'>[];
  /** As guardian or as student. */
  guardianships: Stored<'guardianship'>[];
}

const membershipsOf = defineQuery(
  'memberships of people to combine',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm
      .select(COLUMNS.householdMember)
      .from(householdMember)
      .where(and(inDistrict(householdMember), isOneOf(householdMember.personId, p.ids)))
      .orderBy(householdMember.id),
);
const enrollmentsOf = defineQuery(
  'enrollments of people to combine',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm
      .select(COLUMNS.enrollment)
      .from(enrollment)
      .where(and(inDistrict(enrollment), isOneOf(enrollment.personId, p.ids)))
      .orderBy(enrollment.id),
);
const guardianshipsOf = defineQuery(
  'guardianships of people to combine',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm
      .select(COLUMNS.guardianship)
      .from(guardianship)
      .where(
        and(
          inDistrict(guardianship),
          or(isOneOf(guardianship.guardianId, p.ids), isOneOf(guardianship.studentId, p.ids)),
        ),
      )
      .orderBy(guardianship.id),
);

/** Two people for their combination; those who are not there are missing. */
export async function loadWhole(
  tx: Transaction,
  ids: readonly string[],
  today: string,
): Promise<Map<string, WholePerson>> {
  const [people, memberships, enrollments, guardianships] = await Promise.all([
    loadPeopleWhole(tx, ids, today),
    membershipsOf(tx, { ids }),
    enrollmentsOf(tx, { ids }),
    guardianshipsOf(tx, { ids }),
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
