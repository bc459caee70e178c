import { and, eq, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { inDistrict, ZERO } from '../../../db/conditions.ts';
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
 * Entries that no digest of a person covers: of people whom only Campus has, and of errors, which say what they say by their
 * reason. Digests are without reasons.
 */
const BY_THEMSELVES: Section[] = ['campusNotInHr', 'duplicateStaffNumbers', 'errors'];

/** The people of one validation with what changes for them, by their index alone. */
const leads = (orm: Orm, side: string, validationId: string) =>
  orm
    .select({
      key: sql<string>`${difference.personKey}`.as(`${side}_person`),
      digest: sql<string>`${difference.digest}`.as(`${side}_digest`),
    })
    .from(difference)
    .where(
      and(inDistrict(difference), eq(difference.validationId, validationId), isNotNull(difference.digest)),
    )
    .as(`${side}_leads`);

/** Transferred people for whom something else changes in one validation than in the other. */
function movedPeople(orm: Orm, { earlier, later }: Two) {
  const a = leads(orm, 'a', earlier);
  const b = leads(orm, 'b', later);
  return orm.$with('moved').as(
    orm
      .selectDistinct({ key: sql<string>`coalesce(${a.key}, ${b.key})`.as('moved_person') })
      .from(a)
      .fullJoin(b, and(sql`${a.key} = ${b.key}`, sql`${a.digest} = ${b.digest}`))
      .where(or(isNull(a.digest), isNull(b.digest))),
  );
}

/**
 * The entries of one validation that may differ from the other's, with their keys. Of several with one key the first is
 * compared with the first. Drizzle does not qualify computed columns, so their names differ from side to side.
 */
function keyedEntries(
  orm: Orm,
  side: string,
  validationId: string,
  section: Section | undefined,
  moved: ReturnType<typeof movedPeople>,
) {
  const columns = {
    section: difference.section,
    seq: difference.seq,
    key: KEY.as(`${side}_key`),
    campus: difference.campus,
    hr: difference.hr,
    fields: difference.fields,
    why: difference.why,
  };
  const asked = and(
    inDistrict(difference),
    eq(difference.validationId, validationId),
    section && eq(difference.section, section),
  );
  // Person by person: Postgres can't know that few have moved, and would read the whole validation.
  const ofPerson = orm
    .select(columns)
    .from(difference)
    .where(
      and(asked, sql`${difference.personKey} = ${moved.key}`, notInArray(difference.section, BY_THEMSELVES)),
    )
    .offset(ZERO)
    .as(`${side}_own`);
  const rows = orm
    .select(columns)
    .from(difference)
    .where(and(asked, inArray(difference.section, BY_THEMSELVES)))
    .unionAll(
      orm
        .select({
          section: ofPerson.section,
          seq: ofPerson.seq,
          key: ofPerson.key,
          campus: ofPerson.campus,
          hr: ofPerson.hr,
          fields: ofPerson.fields,
          why: ofPerson.why,
        })
        .from(moved)
        .crossJoinLateral(ofPerson),
    )
    .as(`${side}_rows`);
  return orm
    .select({
      section: rows.section,
      seq: rows.seq,
      key: rows.key,
      nth: sql<number>`row_number() over (partition by ${rows.section}, ${rows.key} order by ${rows.seq})`.as(
        `${side}_nth`,
      ),
      campus: rows.campus,
      hr: rows.hr,
      fields: rows.fields,
      why: rows.why,
    })
    .from(rows)
    .as(side);
}

/**
 * The entries that differ between two validations: their section, their order in it, and where they are in each. People for
 * whom the same changes in both are left out by their digests first: most are.
 */
export function changesBetween(orm: Orm, two: Two) {
  const { earlier, later, section } = two;
  const moved = movedPeople(orm, two);
  const a = keyedEntries(orm, 'a', earlier, section, moved);
  const b = keyedEntries(orm, 'b', later, section, moved);
  return orm
    .with(moved)
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
