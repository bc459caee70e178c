import { type AnyColumn, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { defineQuery } from '../../../db/query.ts';
import { assignmentCode, gender, school, title } from '../../../db/schema/district.ts';
import { readSettings } from '../settings.ts';

/** Each value of a reference table as a text. */
const valuesOf = (
  orm: Orm,
  kind: 'school' | 'gender' | 'assignment code' | 'title',
  table: PgTable & { districtId: AnyColumn; active: AnyColumn },
  code: AnyColumn,
  name: AnyColumn,
) =>
  orm
    .select({
      text: sql<string>`concat_ws(' ', ${sql.raw(`'${kind}'`)}, ${code}, ${table.active}, ${name})`.as(
        'text',
      ),
    })
    .from(table)
    .where(inDistrict(table));

const referenceValues = defineQuery('digest of the reference values', (orm) => {
  const value = valuesOf(orm, 'school', school, school.schoolNumber, school.name)
    .unionAll(valuesOf(orm, 'gender', gender, gender.code, gender.description))
    .unionAll(
      valuesOf(orm, 'assignment code', assignmentCode, assignmentCode.code, assignmentCode.description),
    )
    .unionAll(valuesOf(orm, 'title', title, title.code, title.description))
    .as('value');
  return orm
    .select({ md5: sql<string | null>`md5(string_agg(${value.text}, e'\\n' order by ${value.text}))` })
    .from(value);
});

/**
 * The inputs of every plan besides the person: the day, the district's settings and its reference values (REF-2), as a
 * text. Two validations with equal texts make the same plans.
 */
export async function validationInputs(tx: Transaction, today: string): Promise<string> {
  const [{ keepUnlistedPositions, initialIsNoChange }, digest] = await Promise.all([
    readSettings(tx),
    referenceValues.first(tx),
  ]);
  return [today, keepUnlistedPositions, initialIsNoChange, digest?.md5].join(' ');
}
