import { and, eq, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, ZERO } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineSearch } from '../../db/query.ts';
import { identity, person } from '../../db/schema/person.ts';
import type { StaffOrder } from './filters.ts';
import { COLUMNS, indexedOf, orderBy } from './order-people.ts';
import { pageByName } from './page-by-name.ts';
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
 * for. Where few people match, they are collected first; where nearly all do, the page is read off the index on names; the first pages
 * of a search by name are made of both (bench/pages.ts).
 */
export async function findPeople(
  tx: Transaction,
  asked: PeopleAsked & PeopleWanted,
): Promise<{ ids: string[]; more: boolean }> {
  const wanted = wantedOf(asked);
  const { meant, filters } = wanted;
  const place = { order: asked.order, limit: asked.limit + 1, offset: (asked.page - 1) * asked.limit };
  const isSearched = meant && filters.length === 0 && isEarlyByName(place);
  const isNarrow = meant || filters.some((filter) => filter !== 'hrManaged');
  const rows = isSearched
    ? await pageByName(tx, { ...wanted, ...place, meant })
    : await (isNarrow ? pageOfFew : pageInOrder)(tx, { ...wanted, ...place });
  return { ids: rows.slice(0, asked.limit).map(({ id }) => id), more: rows.length > asked.limit };
}

/** Deeper pages, and exports, are read as a whole. */
const EARLY = 5_000;
const isEarlyByName = ({ order, limit, offset }: Omit<Page, keyof Wanted>): boolean =>
  (order === 'name' || order === '-name') && offset + limit <= EARLY;

type Page = Wanted & { order: StaffOrder; limit: number; offset: number };
const FULLEST_PAGE: Page = { ...FULLEST, order: 'name', limit: 50, offset: 0 };

/** People without a number or birth date come last in these orders: most pages have none of them, and are read off an index. */
async function pageInOrder(tx: Transaction, page: Page): Promise<{ id: string }[]> {
  if (indexedOf(page.order)) {
    const rows = await pageOfMany(tx, { ...page, complete: true });
    if (rows.length === page.limit) return rows;
  }
  return pageOfMany(tx, page);
}

/** Of nearly everyone: read off the index on names, or on what they are ordered by. */
const pageOfMany = defineSearch(
  'people who match, a page of many',
  (_, { order, limit, offset, complete = false, ...wanted }: Page & { complete?: boolean }) => {
    const ordered = complete ? indexedOf(order) : undefined;
    return orm
      .select({ id: person.id })
      .from(identity)
      .innerJoin(person, and(inDistrict(person), eq(person.id, identity.personId)))
      .where(
        and(
          inDistrict(identity),
          identity.current,
          matches(wanted),
          ordered ? isNotNull(ordered) : undefined,
        ),
      )
      .orderBy(...orderBy(order, COLUMNS, complete))
      .limit(limit)
      .offset(offset);
  },
  { ...FULLEST_PAGE, order: 'staffNumber', complete: true },
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
