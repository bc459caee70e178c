import { type AnyColumn, and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { assignmentCode, gender, school, title } from '../../../db/schema/district.ts';
import { codesSeen } from '../../../db/schema/known-record.ts';

/** Each code of a table as a text. */
const codesOf = (
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

/** All codes of the district (REF-2). */
const codesNow = (orm: Orm) =>
  codesOf(orm, 'school', school, school.schoolNumber, school.name)
    .unionAll(codesOf(orm, 'gender', gender, gender.code, gender.description))
    .unionAll(
      codesOf(orm, 'assignment code', assignmentCode, assignmentCode.code, assignmentCode.description),
    )
    .unionAll(codesOf(orm, 'title', title, title.code, title.description));

const compareCodes = defineQuery('whether the codes are those last seen', (orm) => {
  const now = orm.$with('now_there').as(codesNow(orm));
  const seen = orm.$with('seen').as(
    orm
      .select({ text: sql<string>`jsonb_array_elements_text(${codesSeen.codes})`.as('text') })
      .from(codesSeen)
      .where(inDistrict(codesSeen)),
  );
  const gone = orm
    .select({ text: seen.text })
    .from(seen)
    .except(orm.select({ text: now.text }).from(now));
  const added = orm
    .select({ text: now.text })
    .from(now)
    .except(orm.select({ text: seen.text }).from(seen));
  return orm
    .with(now, seen)
    .select({
      basis: codesSeen.basis,
      gone: sql<boolean>`exists ${gone}`,
      added: sql<boolean>`exists ${added}`,
    })
    .from(codesSeen)
    .where(inDistrict(codesSeen));
});

const listOf = (texts: SQL.Aliased) => sql`coalesce(jsonb_agg(${texts}), '[]')`.as('codes');

/** With the name they have, which stays; nothing if they have got another one meanwhile. */
const seeMore = defineQuery('note codes that were added', (orm, p: Params<{ basis: string }>) => {
  const now = codesNow(orm).as('now_there');
  return orm
    .update(codesSeen)
    .set({ codes: sql`(${orm.select({ codes: listOf(now.text) }).from(now)})` })
    .where(and(inDistrict(codesSeen), eq(codesSeen.basis, p.basis)))
    .returning({ basis: codesSeen.basis });
});

const seeAnew = defineQuery('note the codes under a new name', (orm) => {
  const now = codesNow(orm).as('now_there');
  return orm
    .insert(codesSeen)
    .select(
      orm
        .select({
          districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
          basis: sql`gen_random_uuid()`.as('basis'),
          codes: listOf(now.text),
        })
        .from(now),
    )
    .onConflictDoUpdate({
      target: codesSeen.districtId,
      set: { basis: sql`excluded.basis`, codes: sql`excluded.codes` },
    })
    .returning({ basis: codesSeen.basis });
});

/**
 * A name for the district's schools, genders, assignment codes and titles (REF-2): the same as long as none of them was
 * changed, deactivated or removed since it was asked for last. What was read or planned with a code still is so when others are
 * added: a record that named a code which was missing is an error, or brought a title, and is neither known nor agreed.
 */
export async function codesBasis(tx: Transaction): Promise<string> {
  const seen = await compareCodes.first(tx);
  if (seen && !seen.gone && !seen.added) return seen.basis;
  const noted = (seen && !seen.gone && (await seeMore.first(tx, seen))) || (await seeAnew.first(tx));
  if (!noted) throw new Error('the codes of a district could not be noted');
  return noted.basis;
}
