import { type AnyColumn, and, eq, exists, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import { inDistrict, ONE } from './conditions.ts';
import { orm } from './orm.ts';
import { districtAssignment, employment, enrollment, guardianship, person } from './schema/person.ts';

/*
 * What somebody in Campus is, as conditions on `person` itself: join that table under its own name.
 */

/** @param of whose */
export const hasRow = (
  table: typeof districtAssignment | typeof employment | typeof enrollment,
  of: AnyColumn = person.id,
): SQL<boolean> =>
  sql<boolean>`${exists(
    orm
      .select(ONE)
      .from(table)
      .where(and(inDistrict(table), eq(table.personId, of))),
  )}`;

export const isAssigned = hasRow(districtAssignment);
export const isEmployed = hasRow(employment);
export const isStudent = hasRow(enrollment);

export const isGuardian = sql<boolean>`${exists(
  orm
    .select(ONE)
    .from(guardianship)
    .where(and(inDistrict(guardianship), eq(guardianship.guardianId, person.id))),
)}`;

/** Has a staff number, an employment or a position. */
export const isStaff = sql<boolean>`${or(isNotNull(person.staffNumberKey), isAssigned, isEmployed)}`;
