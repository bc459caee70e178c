import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { Section } from '../schema.ts';
import type { Change } from './changes.ts';

/** Two validations of a run, by id, and the section that is compared, if only one is. */
export interface Two {
  earlier: string;
  later: string;
  section?: Section | undefined;
}

const own = sql`coalesce(${difference.hr}, ${difference.campus})`;
const listed = (fields: readonly string[]): SQL =>
  sql`concat_ws(chr(31), ${sql.join(
    fields.map((field) => sql`${own} ->> ${sql.raw(`'${field}'`)}`),
    sql`, `,
  )})`;

/**
 * What makes an entry the same one in two validations of a run: the section, the person, and which of their rows. What HR
 * sent stays the same between them, so HR's side identifies the row; Campus' only where HR has none.
 */
const KEY = sql<string | null>`case
    when ${difference.section} in ('campusNotInHr', 'duplicateStaffNumbers') then ${difference.personId}::text
    else concat_ws(chr(31), lower(btrim(${difference.staffNumber})), case ${difference.section}
      when 'employments' then ${own} ->> 'hireDate'
      when 'assignments' then ${listed(['schoolNumber', 'assignmentCode', 'titleCode', 'startDate'])}
      when 'addresses' then ${listed(['postOfficeBox', 'number', 'street', 'apt', 'zip'])}
    end) end`;

/**
 * The entries of one validation with their keys. Of several with one key the first is compared with the first. Drizzle does
 * not qualify computed columns, so their names differ from side to side.
 */
const keyedEntries = (orm: Orm, side: string, validationId: string, section: Section | undefined) =>
  orm
    .select({
      section: difference.section,
      seq: difference.seq,
      key: KEY.as(`${side}_key`),
      nth: sql<number>`row_number() over (partition by ${difference.section}, ${KEY} order by ${difference.seq})`.as(
        `${side}_nth`,
      ),
      campus: difference.campus,
      hr: difference.hr,
      fields: difference.fields,
      why: difference.why,
    })
    .from(difference)
    .where(
      and(
        inDistrict(difference),
        eq(difference.validationId, validationId),
        section && eq(difference.section, section),
      ),
    )
    .as(side);

/** The entries that differ between two validations: their section, their order in it, and where they are in each. */
export function changesBetween(orm: Orm, { earlier, later, section }: Two) {
  const a = keyedEntries(orm, 'a', earlier, section);
  const b = keyedEntries(orm, 'b', later, section);
  return orm
    .select({
      section: sql<Section>`coalesce(${b.section}, ${a.section})`.as('of_section'),
      place: sql<number>`coalesce(${b.seq}, ${a.seq})`.as('place'),
      change:
        sql<Change>`case when ${a.seq} is null then 'new' when ${b.seq} is null then 'gone' else 'changed' end`.as(
          'change',
        ),
      earlierSeq: sql<number | null>`${a.seq}`.as('earlier_seq'),
      laterSeq: sql<number | null>`${b.seq}`.as('later_seq'),
    })
    .from(a)
    .fullJoin(b, and(eq(a.section, b.section), sql`${a.key} = ${b.key}`, sql`${a.nth} = ${b.nth}`))
    .where(
      or(
        isNull(a.seq),
        isNull(b.seq),
        sql`(${a.campus}, ${a.hr}, ${a.fields}, ${a.why}) is distinct from (${b.campus}, ${b.hr}, ${b.fields}, ${b.why})`,
      ),
    )
    .as('c');
}
