import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, ZERO } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { hasRow } from '../../db/person-roles.ts';
import { defineSearch } from '../../db/query.ts';
import { districtAssignment, identity, person } from '../../db/schema/person.ts';
import type { StaffFilter, StaffOrder } from './filters.ts';
import { COLUMNS, indexedOf, orderBy } from './order-people.ts';
import { pageByName } from './page-by-name.ts';
import {
  conditionsOf,
  FULLEST,
  matches,
  type PeopleAsked,
  type PeopleWanted,
  type Wanted,
  wantedOf,
} from './wanted-people.ts';

/**
 * Ids of one page, in order, and whether there is another page. The statement holds only the conditions that were asked
 * for. Where few people match, they are collected first; where many do, the page is read off the index on names; the first pages
 * of a search by name are made of both (bench/pages.ts).
 */
export async function findPeople(
  tx: Transaction,
  asked: PeopleAsked & PeopleWanted,
): Promise<{ ids: string[]; more: boolean }> {
  const wanted = wantedOf(asked);
  const { meant, filters } = wanted;
  const place = { order: asked.order, limit: asked.limit + 1, offset: (asked.page - 1) * asked.limit };
  const page = { ...wanted, ...place };
  const isSearched = meant && filters.length === 0 && isEarlyByName(place);
  const rows = isSearched
    ? await pageByName(tx, { ...page, meant })
    : await (meant ? pageOfFew : pageOfFiltered)(tx, page);
  return { ids: rows.slice(0, asked.limit).map(({ id }) => id), more: rows.length > asked.limit };
}

/** Deeper pages, and exports, are read as a whole. */
const EARLY = 5_000;
const isEarlyByName = (place: Place): boolean => isByName(place) && place.offset + place.limit <= EARLY;
const isByName = ({ order }: Place): boolean => order === 'name' || order === '-name';

interface Place {
  order: StaffOrder;
  limit: number;
  offset: number;
}
type Page = Wanted & Place;
const FULLEST_PAGE: Page = { ...FULLEST, order: 'name', limit: 50, offset: 0 };

/** Up to so many people without a position or a number are collected and sorted (150 ms). */
const FEW = 10_000;
const ENDS_EARLY: readonly StaffFilter[] = ['incomplete', 'noNumber'];

/**
 * A page without a search. Where more are without a position or a number, the next one is never far in the order of names: their
 * collecting ends early, and the page is read off that order.
 * @param few from how many people on
 */
export async function pageOfFiltered(tx: Transaction, page: Page, few = FEW): Promise<{ id: string }[]> {
  if (page.filters.every((filter) => filter === 'hrManaged')) return pageInOrder(tx, page);
  const endsEarly = page.filters.every((filter) => ENDS_EARLY.includes(filter)) && isEarlyByName(page);
  if (!endsEarly) return pageOfFew(tx, page);
  const rows = await pageOfFew(tx, { ...page, atMost: Math.max(few, page.offset + page.limit) + 1 });
  return (rows[0]?.found ?? 0) > few ? pageInOrder(tx, page) : rows;
}

/** People without a number or birth date come last in these orders: most pages have none of them, and are read off an index. */
async function pageInOrder(tx: Transaction, page: Page): Promise<{ id: string }[]> {
  if (isByName(page) && page.among === 'directory' && page.filters.length === 0)
    return pageOfAssigned(tx, page);
  if (indexedOf(page.order)) {
    const rows = await pageOfMany(tx, { ...page, complete: true });
    if (rows.length === page.limit) return rows;
  }
  return pageOfMany(tx, page);
}

/** Without the people themselves: at the thousandth page they are half of the work. */
const pageOfAssigned = defineSearch(
  'staff with a position, a page by name',
  (_, { order, limit, offset }: Place) =>
    orm
      .select({ id: identity.personId })
      .from(identity)
      .where(and(inDistrict(identity), identity.current, hasRow(districtAssignment, identity.personId)))
      .orderBy(...orderBy(order, { ...COLUMNS, id: identity.personId }))
      .limit(limit)
      .offset(offset),
  { order: 'name', limit: 50, offset: 0 },
);

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
          ...conditionsOf(wanted),
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
  (_, { order, limit, offset, atMost, ...wanted }: Page & { atMost?: number }) => {
    const { id, staffNumberKey, birthDate } = person;
    const found = orm.$with('found').as(
      orm
        .select({ id, staffNumberKey, birthDate })
        .from(person)
        .where(and(inDistrict(person), matches(wanted, atMost)))
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
      .select({ id: found.id, found: sql`(select count(*) from ${found})`.mapWith(Number) })
      .from(found)
      .crossJoinLateral(name)
      .orderBy(
        ...orderBy(order, {
          ...{ id: found.id, lastNameKey: name.lastNameKey, firstNameKey: name.firstNameKey },
          ...{ staffNumberKey: found.staffNumberKey, birthDate: found.birthDate },
        }),
      )
      .limit(limit)
      .offset(offset);
  },
  { ...FULLEST_PAGE, atMost: 1 },
);
