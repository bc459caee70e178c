import { and, eq, isNull } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { districtAssignment, employment, person } from '../../db/schema/person.ts';

/**
 * The ids of who has an employment or an assignment and no staff number: by the index of people without number, side by side
 * with those of employments and assignments, so that no table is read.
 */
export function staffWithoutNumber(orm: Orm) {
  const isWithout = and(inDistrict(person), isNull(person.staffNumberKey));
  const employed = orm
    .select({ id: person.id })
    .from(person)
    .innerJoin(employment, and(inDistrict(employment), eq(employment.personId, person.id)))
    .where(isWithout);
  const assigned = orm
    .select({ id: person.id })
    .from(person)
    .innerJoin(
      districtAssignment,
      and(inDistrict(districtAssignment), eq(districtAssignment.personId, person.id)),
    )
    .where(isWithout);
  return employed.union(assigned);
}
