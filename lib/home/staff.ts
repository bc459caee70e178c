import { and, count, isNotNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { mayBeNoNumber } from '../../db/may-be-no-number.ts';
import { isStaff } from '../../db/person-roles.ts';
import { defineQuery } from '../../db/query.ts';
import { person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { assignedPeople } from '../people/count-people.ts';
import { noNumber } from '../record/no-number.ts';
import { staffWithoutNumber } from '../report/staff-without-number.ts';

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

const people = (holders: SQLWrapper, condition: SQL = sql`true`) =>
  sql`coalesce(sum(${holders}) filter (where ${condition}), 0)`.mapWith(Number);

/** A number's holders are counted by its index; all others who are staff have an employment or an assignment. */
const numbersOfStaff = defineQuery('staff numbers and their holders', (orm) => {
  const numbers = orm
    .select({ holders: count().as('holders') })
    .from(person)
    .where(and(inDistrict(person), isNotNull(person.staffNumberKey)))
    .groupBy(person.staffNumberKey)
    .as('numbers');
  const { holders } = numbers;
  return orm
    .select({
      holders: people(holders),
      ofShared: people(holders, sql`${holders} > 1`),
    })
    .from(numbers);
});
/** By the index of these few; which of them are none, `noNumber` says. */
const oddNumbers = defineQuery('numbers that may be none and their holders', (orm) =>
  orm
    .select({ number: sql<string>`${person.staffNumberKey}`, holders: count() })
    .from(person)
    .where(and(inDistrict(person), isNotNull(person.staffNumberKey), mayBeNoNumber(person.staffNumberKey)))
    .groupBy(person.staffNumberKey),
);
const staffWithout = defineQuery('how many staff have no number', (orm) =>
  orm.select({ people: count() }).from(staffWithoutNumber(orm).as('without')),
);
const managedStaff = defineQuery('how many staff are managed by HR', (orm) =>
  orm
    .select({ people: count() })
    .from(person)
    .where(and(inDistrict(person), isNotNull(person.hrManagedAt), isStaff)),
);

/** The counts of Home. The steps and the list of what waits take theirs from it. */
export const staffState = (ctx: Context): Promise<StaffState> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [numbers, odd, without, assigned, managed] = await Promise.all([
      numbersOfStaff.first(tx),
      oddNumbers(tx),
      staffWithout.first(tx),
      assignedPeople.first(tx),
      managedStaff.first(tx),
    ]);
    if (!numbers || !without || !assigned || !managed) throw new Error('An aggregate answered no row.');
    const placeholders = odd.filter(({ number }) => noNumber(number) !== null);
    const holdersOf = (all: readonly { holders: number }[]) =>
      all.reduce((sum, { holders }) => sum + holders, 0);
    const staff = numbers.holders + without.people;
    return {
      staff,
      withoutNumber: without.people,
      // Who has an assignment is staff.
      withoutPosition: staff - assigned.count,
      duplicateNumber: numbers.ofShared,
      placeholderNumber: holdersOf(placeholders),
      sharedPlaceholder: holdersOf(placeholders.filter(({ holders }) => holders > 1)),
      hrManaged: managed.people,
    };
  });
