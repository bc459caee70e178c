import type { Transaction } from '../../../db/client.ts';
import type { CampusPerson, Stored } from '../../change/campus-state.ts';
import { loadPeopleWhole } from '../../change/load/load-campus-state.ts';
import { enrollmentsOf, guardianshipsOf, membershipsOf } from '../../change/load/own-rows.ts';
import type { Context } from '../../context.ts';

/** A person with all that hangs on them, what HR never touches among it. */
export interface WholePerson extends CampusPerson {
  memberships: Stored<'householdMember'>[];
  enrollments: Stored<'enrollment'>[];
  /** As guardian or as student. */
  guardianships: Stored<'guardianship'>[];
}

/** Two people for their combination; those who are not there are missing. */
export async function loadWhole(
  ctx: Context,
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, WholePerson>> {
  const [people, memberships, enrollments, guardianships] = await Promise.all([
    loadPeopleWhole(ctx, tx, ids),
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
