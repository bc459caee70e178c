import { and, isNotNull } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { districtAssignment, employment, person } from '../../db/schema/person.ts';

/**
 * The ids of who has an employment or an assignment and no staff number: three indexes in the order of the ids, side by side, so that
 * no table is read.
 */
export function staffWithoutNumber(orm: Orm) {
  const numbered = orm
    .select({ id: person.id })
    .from(person)
    .where(and(inDistrict(person), isNotNull(person.staffNumberKey)));
  const without = (table: typeof districtAssignment | typeof employment) =>
    orm.select({ id: table.personId }).from(table).where(inDistrict(table)).except(numbered);
  return without(employment).union(without(districtAssignment));
}
