import { and, count, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, ZERO } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineQuery, defineSearch } from '../../db/query.ts';
import { districtAssignment, identity, person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { underSsnBudget } from '../ssn-budget/under-ssn-budget.ts';
import type { StaffOrder } from './filters.ts';
import { COLUMNS, orderBy } from './order-people.ts';
import { ssnMeant } from './ssn-meant.ts';
import {
  FULLEST,
  matches,
  type PeopleAsked,
  type PeopleWanted,
  type Wanted,
  wantedOf,
} from './wanted-people.ts';

/**
 * Ids of one page, in order, and whether there is another page. The statement holds only the conditions that were asked
 * for. Where few people match, they are collected first; where nearly all do, the page is read off the index on names
 * (bench/pages.ts).
 */
export async function findPeople(
  tx: Transaction,
  asked: PeopleAsked & PeopleWanted,
): Promise<{ ids: string[]; more: boolean }> {
  const wanted = wantedOf(asked);
  const few = wanted.meant !== null || wanted.filters.some((filter) => filter !== 'hrManaged');
  const rows = await (few ? pageOfFew : pageOfMany)(tx, {
    ...wanted,
    order: asked.order,
    limit: asked.limit + 1,
    offset: (asked.page - 1) * asked.limit,
  });
  return { ids: rows.slice(0, asked.limit).map(({ id }) => id), more: rows.length > asked.limit };
}

/**
 * How many people match in all. It costs many times what a page costs, so it is a separate call.
 * @throws TooMany for a search by SSN
 */
export async function countPeople(ctx: Context, wanted: PeopleWanted): Promise<number> {
  const ssnIndexes = await ssnMeant(ctx, wanted.search);
  const search = () => countFound(ctx, { ...wanted, ssnIndexes });
  return underSsnBudget(ctx, ssnIndexes, search, (found) => found > 0);
}

const countFound = (ctx: Context, wanted: PeopleWanted): Promise<number> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const everyone =
      wanted.search.trim() === '' && wanted.among === 'directory' && wanted.filters.length === 0;
    const row = everyone ? await assignedPeople.first(tx) : (await countMatches(tx, wantedOf(wanted)))[0];
    return row?.count ?? 0;
  });

type Page = Wanted & { order: StaffOrder; limit: number; offset: number };
const FULLEST_PAGE: Page = { ...FULLEST, order: 'name', limit: 50, offset: 0 };

/** Of nearly everyone: read off the index on names, where that is the order. */
const pageOfMany = defineSearch(
  'people who match, a page of many',
  (_, { order, limit, offset, ...wanted }: Page) =>
    orm
      .select({ id: person.id })
      .from(identity)
      .innerJoin(person, and(inDistrict(person), eq(person.id, identity.personId)))
      .where(and(inDistrict(identity), identity.current, matches(wanted)))
      .orderBy(...orderBy(order, COLUMNS))
      .limit(limit)
      .offset(offset),
  FULLEST_PAGE,
);

/**
 * Of few: they are collected, then each one's name is looked up. Postgres takes them for half of the district, and would read every
 * name there is (7.5 s, where this takes 2.5, for 3,000 people who share a number among 1.5 million).
 */
const pageOfFew = defineSearch(
  'people who match, a page of few',
  (_, { order, limit, offset, ...wanted }: Page) => {
    const { id, staffNumberKey, birthDate, updatedAt } = person;
    const found = orm.$with('found').as(
      orm
        .select({ id, staffNumberKey, birthDate, updatedAt })
        .from(person)
        .where(and(inDistrict(person), matches(wanted)))
        .offset(ZERO),
    );
    const name = orm
      .select({ lastNameKey: identity.lastNameKey, firstNameKey: identity.firstNameKey })
      .from(identity)
      .where(and(inDistrict(identity), eq(identity.personId, found.id), identity.current))
      .offset(ZERO)
      .as('name');
    return orm
      .with(found)
      .select({ id: found.id })
      .from(found)
      .crossJoinLateral(name)
      .orderBy(
        ...orderBy(order, {
          ...{ id: found.id, lastNameKey: name.lastNameKey, firstNameKey: name.firstNameKey },
          ...{ staffNumberKey: found.staffNumberKey, birthDate: found.birthDate, updatedAt: found.updatedAt },
        }),
      )
      .limit(limit)
      .offset(offset);
  },
  FULLEST_PAGE,
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
