import { and, eq, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inDistrict, ONE } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { person } from '../../../db/schema/person.ts';

const other = alias(person, 'other');

/** For `exists`, in a query of `person`: further people with the same staff number (SYNC-7). */
export const othersWithNumber = (orm: Orm) =>
  orm
    .select(ONE)
    .from(other)
    .where(and(inDistrict(other), eq(other.staffNumberKey, person.staffNumberKey), ne(other.id, person.id)));
