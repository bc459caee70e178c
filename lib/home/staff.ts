import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineQuery } from '../../db/query.ts';
import { districtAssignment, employment, person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { noNumber } from '../record/no-number.ts';
import { mayBeNoNumber } from '../report/check-campus-data/may-be-no-number.ts';

/** What an admin has to repair by hand among the staff in Campus. */
export interface StaffState {
  /** Everyone who is staff by a number, an employment or an assignment. */
  staff: number;
  withoutNumber: number;
  /** The search finds no staff member without a District Assignment (SRCH-1). */
  withoutPosition: number;
  /** People who share their number with another person (CHK-1). */
  duplicateNumber: number;
  /** People whose number is none: PENDING, N/A, zeros (CHK-2). */
  placeholderNumber: number;
  /** Of those with a placeholder, people who share it with another person. */
  sharedPlaceholder: number;
  /** People who came from HR or were matched by a commit (RO-1). */
  hrManaged: number;
}

const employed = orm.$with('employed').as(
  orm
    .selectDistinct({ personId: sql<string>`${employment.personId}`.as('employed_id') })
    .from(employment)
    .where(inDistrict(employment)),
);
const assigned = orm.$with('assigned').as(
  orm
    .selectDistinct({ personId: sql<string>`${districtAssignment.personId}`.as('assigned_id') })
    .from(districtAssignment)
    .where(inDistrict(districtAssignment)),
);
const staff = orm.$with('staff').as(
  orm
    .select({
      number: sql<string | null>`${person.staffNumberKey}`.as('number'),
      isManaged: sql<boolean>`${person.hrManagedAt} is not null`.as('is_managed'),
      isPlaced: sql<boolean>`${assigned.personId} is not null`.as('is_placed'),
      holders: sql<number>`count(*) over (partition by ${person.staffNumberKey})`.as('holders'),
    })
    .from(person)
    .leftJoin(employed, eq(employed.personId, person.id))
    .leftJoin(assigned, eq(assigned.personId, person.id))
    .where(
      and(
        inDistrict(person),
        or(isNotNull(person.staffNumberKey), isNotNull(employed.personId), isNotNull(assigned.personId)),
      ),
    ),
);
const counted = (condition: ReturnType<typeof sql>) =>
  sql`count(*) filter (where ${condition})`.mapWith(Number);

const stateOfStaff = defineQuery('what is to repair among the staff', (orm) =>
  orm
    .with(employed, assigned, staff)
    .select({
      staff: sql`count(*)`.mapWith(Number),
      withoutNumber: counted(sql`${staff.number} is null`),
      withoutPosition: counted(sql`not ${staff.isPlaced}`),
      duplicateNumber: counted(sql`${staff.number} is not null and ${staff.holders} > 1`),
      hrManaged: counted(sql`${staff.isManaged}`),
      /** A few of all; which of them are none, `noNumber` says. */
      oddNumbers: sql<
        string[]
      >`coalesce(array_agg(${staff.number}) filter (where ${mayBeNoNumber(staff.number)}), '{}')`,
    })
    .from(staff),
);

/** The counts of Home, in one reading of the staff; the steps and the list of what waits take theirs from it. */
export async function staffState(ctx: Context): Promise<StaffState> {
  const [state] = await ctx.db.inDistrict(ctx.district.id, (tx) => stateOfStaff(tx));
  if (!state) throw new Error('An aggregate answered no row.');
  const { oddNumbers, ...counts } = state;
  const placeholders = oddNumbers.filter((number) => noNumber(number) !== null);
  const holders = [...Map.groupBy(placeholders, (number) => number).values()].map(({ length }) => length);
  return {
    ...counts,
    placeholderNumber: placeholders.length,
    sharedPlaceholder: holders.filter((people) => people > 1).reduce((sum, people) => sum + people, 0),
  };
}
