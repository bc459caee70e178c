import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import { inDistrict, ONE } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { assignmentCode, gender, school, title } from '../../db/schema/district.ts';
import { VALUE_KINDS, type ValueKind } from '../record/csv/meaning.ts';

/** The column of the codes of each kind. */
export const CODES = {
  schools: { table: school, code: school.schoolNumber },
  genders: { table: gender, code: gender.code },
  assignmentCodes: { table: assignmentCode, code: assignmentCode.code },
  titles: { table: title, code: title.code },
};

/** Whether Campus has the value as a code of its own, active or not: it then means itself. */
export const isCampusCode = (orm: Orm, kind: SQL | SQL.Aliased, value: SQL | SQL.Aliased): SQL =>
  or(...VALUE_KINDS.map((of) => and(sql`${kind} = ${sql.raw(`'${of}'`)}`, hasCode(orm, of, value)))) as SQL;

const hasCode = (orm: Orm, kind: ValueKind, value: SQL | SQL.Aliased): SQL => {
  const { table, code } = CODES[kind];
  return exists(
    orm
      .select(ONE)
      .from(table)
      .where(and(inDistrict(table), eq(code, value))),
  );
};
