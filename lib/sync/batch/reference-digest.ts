import { type AnyColumn, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { defineQuery } from '../../../db/query.ts';
import { assignmentCode, gender, school, title } from '../../../db/schema/district.ts';

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

/** The district's schools, genders, assignment codes and titles as one text (REF-2); null without any. */
export const referenceDigest = async (tx: Transaction): Promise<string | null> =>
  (await referenceValues.first(tx))?.md5 ?? null;
