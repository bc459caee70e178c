import { type AnyColumn, eq, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { assignmentCode, district, gender, school, title } from '../../../db/schema/district.ts';

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

const inputs = defineQuery('inputs of a validation', (orm, p: Params<{ today: string }>) => {
  const value = valuesOf(orm, 'school', school, school.schoolNumber, school.name)
    .unionAll(valuesOf(orm, 'gender', gender, gender.code, gender.description))
    .unionAll(
      valuesOf(orm, 'assignment code', assignmentCode, assignmentCode.code, assignmentCode.description),
    )
    .unionAll(valuesOf(orm, 'title', title, title.code, title.description))
    .as('value');
  const digest = orm
    .select({ md5: sql`md5(string_agg(${value.text}, e'\\n' order by ${value.text}))` })
    .from(value);
  return orm
    .select({
      text: sql<string>`concat_ws(' ', ${p.today}::text, ${district.keepUnlistedPositions}, ${digest})`,
    })
    .from(district)
    .where(eq(district.id, DISTRICT_ID));
});

/**
 * The inputs of every plan besides the person: the day, the district's settings and its reference values (REF-2), as a
 * text. Two validations with equal texts plan alike.
 */
export const validationInputs = async (tx: Transaction, today: string): Promise<string> =>
  (await inputs.first(tx, { today }))?.text ?? '';
