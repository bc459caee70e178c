import { and, count, eq, sql } from 'drizzle-orm';
import { inDistrict, ONE, ZERO } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineQuery, defineSearch } from '../../db/query.ts';
import { districtAssignment, person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { underSsnBudget } from '../ssn-budget/under-ssn-budget.ts';
import { type Meaning, readingsOf } from './meaning.ts';
import { ssnMeant } from './ssn-meant.ts';
import {
  conditionsOf,
  FULLEST,
  isNarrow,
  matches,
  type PeopleWanted,
  type Wanted,
  wantedOf,
} from './wanted-people.ts';

/** Of a search no more are counted: it narrows nothing then, and a letter finds a hundred thousand in a large district. */
export const MOST_COUNTED = 5_000;

export interface PeopleCounted {
  total: number;
  /** There are more than `total`. */
  more: boolean;
}

/**
 * How many people match in all; of a search at most `MOST_COUNTED`. It costs many times what a page costs, so it is a separate call.
 * @throws TooMany for a search by SSN
 */
export async function countPeople(
  ctx: Context,
  wanted: PeopleWanted,
  most = MOST_COUNTED,
): Promise<PeopleCounted> {
  const ssnIndexes = await ssnMeant(ctx, wanted.search);
  const search = () => countFound(ctx, wantedOf({ ...wanted, ssnIndexes }), most);
  return underSsnBudget(ctx, ssnIndexes, search, ({ total }) => total > 0);
}

const countFound = (ctx: Context, { meant, ...wanted }: Wanted, most: number): Promise<PeopleCounted> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if (meant) {
      const counted = isNarrow(wanted)
        ? countMatches(tx, { ...wanted, meant })
        : countSearched(tx, { ...wanted, meant, most });
      const found = (await counted)[0]?.count ?? 0;
      return { total: Math.min(found, most), more: found > most };
    }
    const everyone = wanted.among === 'directory' && wanted.filters.length === 0;
    const row = everyone
      ? await assignedPeople.first(tx)
      : (await countMatches(tx, { ...wanted, meant: null }))[0];
    return { total: row?.count ?? 0, more: false };
  });

/** Ends early: a reading finds a person once, so this many rows are more than `most` people. */
const countSearched = defineSearch(
  'how many people a search finds, up to some',
  (_, { meant, most, ...wanted }: Omit<Wanted, 'meant'> & { meant: Meaning; most: number }) => {
    const readings = readingsOf(meant);
    // Of each who is read it is looked up whether they count: Postgres would look everyone up first.
    const counts = orm
      .select(ONE)
      .from(person)
      .where(and(inDistrict(person), eq(person.id, sql`read.id`), ...conditionsOf(wanted)))
      .offset(ZERO)
      .as('counts');
    const found = orm
      .select({ id: sql<string>`read.id`.as('id') })
      .from(sql`(${sql.join(readings, sql` union all `)}) as read (id)`)
      .crossJoinLateral(counts)
      .limit(readings.length * most + 1)
      .as('found');
    return orm.select({ count: sql<number>`count(distinct ${found.id})`.mapWith(Number) }).from(found);
  },
  { ...FULLEST, meant: FULLEST.meant as Meaning, most: 1 },
);

const countMatches = defineSearch(
  'how many people match',
  (_, wanted: Wanted) =>
    orm
      .select({ count: count() })
      .from(person)
      .where(and(inDistrict(person), matches(wanted))),
  FULLEST,
);

export const assignedPeople = defineQuery('how many people have an assignment', (orm) =>
  orm
    .select({ count: count() })
    .from(
      orm
        .selectDistinct({ personId: districtAssignment.personId })
        .from(districtAssignment)
        .where(inDistrict(districtAssignment))
        .as('assigned'),
    ),
);
