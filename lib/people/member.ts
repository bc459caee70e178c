import { and, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inDistrict } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { person } from '../../db/schema/person.ts';

/** Another reading of the same table, for conditions inside a query of `person`. */
export const member = alias(person, 'member');

/** The ids of those who fulfill a condition of `member`. */
export const membersWhere = (condition: SQL | undefined) =>
  orm
    .select({ id: member.id })
    .from(member)
    .where(and(inDistrict(member), condition));
