import { and, desc, eq, exists, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { isEmployed, isGuardian, isStudent } from '../../db/person-roles.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { assignmentCode, school, title } from '../../db/schema/district.ts';
import { districtAssignment, identity, person } from '../../db/schema/person.ts';
import { othersWithNumber } from '../change/load/others-with-number.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { underSsnBudget } from '../ssn-budget/under-ssn-budget.ts';
import { findPeople } from './find-people.ts';
import type { PeopleFound, PersonRow } from './schema.ts';
import { ssnMeant } from './ssn-meant.ts';
import { PEOPLE_TEXTS } from './texts.ts';
import type { PeopleAsked } from './wanted-people.ts';

/**
 * One page of people, and whether there is another page. Complete staff only, unless asked otherwise (SRCH-1).
 * @throws TooMany for a search by SSN
 */
export async function listPeople(ctx: Context, asked: PeopleAsked): Promise<PeopleFound> {
  const ssnIndexes = await ssnMeant(ctx, asked.search);
  const search = () =>
    ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const { ids, more } = await findPeople(tx, { ...asked, ssnIndexes });
      return { data: await peopleRows(tx, ids), more };
    });
  return underSsnBudget(ctx, ssnIndexes, search, ({ data }) => data.length > 0);
}

/** One person as lists show them. @throws NotFound */
export const personRow = (ctx: Context, { id }: { id: string }): Promise<PersonRow> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [row] = await peopleRows(tx, [id]);
    if (!row) throw new NotFound(PEOPLE_TEXTS.noSuchPerson());
    return row;
  });

/** The position that ends last, an open one first, and how many there are. */
const latest = orm
  .select({
    titleCode: districtAssignment.titleCode,
    assignmentCode: districtAssignment.assignmentCode,
    schoolNumber: districtAssignment.schoolNumber,
    positions: sql<number>`count(*) over ()`.as('positions'),
  })
  .from(districtAssignment)
  .where(and(inDistrict(districtAssignment), eq(districtAssignment.personId, person.id)))
  .orderBy(
    sql`${districtAssignment.endDate} desc nulls first`,
    desc(districtAssignment.startDate),
    districtAssignment.id,
  )
  .limit(1)
  .as('latest');

const rowsOfPeople = defineQuery(
  'people as lists show them',
  (orm, p: Params<{ ids: readonly string[] }>) => {
    const sameNumber = othersWithNumber(orm);
    return orm
      .select({
        id: person.id,
        lastName: identity.lastName,
        firstName: identity.firstName,
        middleName: identity.middleName,
        staffNumber: person.staffNumber,
        birthDate: person.birthDate,
        workEmail: person.workEmail,
        workPhone: person.workPhone,
        hrManaged: sql<boolean>`${person.hrManagedAt} is not null`,
        duplicateNumber: sql<boolean>`${exists(sameNumber)}`,
        title: sql<
          string | null
        >`coalesce(${title.description}, ${latest.titleCode}, ${assignmentCode.description}, ${latest.assignmentCode})`,
        school: sql<string | null>`coalesce(${school.name}, ${latest.schoolNumber})`,
        positions: sql<number>`coalesce(${latest.positions}, 0)::int`,
        employed: isEmployed,
        student: isStudent,
        guardian: isGuardian,
      })
      .from(sql`unnest(${p.ids}::uuid[]) with ordinality as asked(id, place)`)
      .innerJoin(person, and(inDistrict(person), sql`${person.id} = asked.id`))
      .innerJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id), identity.current))
      .leftJoinLateral(latest, sql`true`)
      .leftJoin(title, and(inDistrict(title), eq(title.code, latest.titleCode)))
      .leftJoin(
        assignmentCode,
        and(inDistrict(assignmentCode), eq(assignmentCode.code, latest.assignmentCode)),
      )
      .leftJoin(school, and(inDistrict(school), eq(school.schoolNumber, latest.schoolNumber)))
      .orderBy(sql`asked.place`);
  },
);

/** People by id as lists show them, in the order of the ids. */
export async function peopleRows(tx: Transaction, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOfPeople(tx, { ids });
  return rows.map(({ title, school, positions, employed, student, guardian, ...row }) => ({
    ...row,
    position: school === null ? null : { title, school, more: positions - 1 },
    roles: [
      ...(row.staffNumber?.trim() || employed || positions > 0 ? (['staff'] as const) : []),
      ...(student ? (['student'] as const) : []),
      ...(guardian ? (['guardian'] as const) : []),
    ],
  }));
}
