import {
  type AnyColumn,
  and,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { beginsWith } from '../../db/begins-with.ts';
import type { Transaction } from '../../db/client.ts';
import { escapeLike, inDistrict, lower, ZERO } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { isAssigned, isStaff } from '../../db/person-roles.ts';
import { defineQuery, defineSearch } from '../../db/query.ts';
import { districtAssignment, employment, identity, person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { underSsnBudget } from '../ssn-budget/under-ssn-budget.ts';
import type { StaffFilter, StaffOrder, StaffSort } from './filters.ts';
import { type Meant, readSearch } from './read-search.ts';
import { ssnMeant } from './ssn-meant.ts';

export interface PeopleAsked {
  /** As typed: a name, a staff number, an e-mail, a birth date or an SSN. */
  search: string;
  /** Where to search: complete staff unless the filters say otherwise (SRCH-1), all staff, or everyone in Campus. */
  among: 'directory' | 'staff' | 'everyone';
  filters: readonly StaffFilter[];
  order: StaffOrder;
  /** From 1. */
  page: number;
  limit: number;
}

/** Which people, whatever the page and the order. `ssnIndexes`: of an SSN that the text may mean (`ssnMeant`). */
export type PeopleWanted = Pick<PeopleAsked, 'search' | 'among' | 'filters'> & {
  ssnIndexes?: readonly Buffer[];
};

/** The same with the search text read, and an SSN in it as its blind indexes. */
interface Wanted extends Pick<PeopleWanted, 'among' | 'filters'> {
  meant: (Omit<Meant, 'ssn'> & { ssnIndexes?: readonly Buffer[] }) | null;
}

/**
 * Ids of one page, in order, and whether there is another page. The statement holds only the conditions that were asked
 * for. Where few people match, they are collected first; where nearly all do, the page is read off the index on names
 * (bench/directory.ts).
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

function wantedOf({ search, among, filters, ssnIndexes }: PeopleWanted): Wanted {
  const read = readSearch(search);
  if (read === null) return { among, filters, meant: null };
  const { ssn: _, ...meant } = read;
  return { among, filters, meant: { ...meant, ssnIndexes } };
}

const FULLEST: Wanted = {
  among: 'directory',
  filters: ['incomplete', 'noNumber', 'duplicateNumber', 'hrManaged'],
  meant: {
    names: [{ last: 'simpson', first: 'pat' }],
    email: 'pat',
    birthDate: '1979-12-26',
    ssnIndexes: [Buffer.alloc(32)],
    staffNumber: '1',
  },
};

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
      .orderBy(...orderBy(order, { ...person, ...identity, id: person.id }))
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

const matches = (wanted: Wanted): SQL | undefined =>
  and(...conditionsOf(wanted), wanted.meant ? sql`${person.id} in (${idsOf(wanted.meant)})` : undefined);

/** Another reading of the same table, for conditions inside a query of `person`. */
const member = alias(person, 'member');

const personIds = (table: typeof districtAssignment | typeof employment) =>
  orm.select({ id: table.personId }).from(table).where(inDistrict(table));

/** Staff without a position. Compared as sets, because few of many are: it takes a tenth of the time. */
const isIncomplete = sql`${person.id} in ((${people(isNotNull(member.staffNumberKey))} union ${personIds(employment)})
  except ${personIds(districtAssignment)})`;

function conditionsOf({ among, filters }: Wanted): (SQL | undefined)[] {
  if (among === 'everyone') return [];
  if (among === 'staff') return [isStaff];
  return [
    filters.includes('incomplete') ? isIncomplete : isAssigned,
    ...filters.map((filter) => NARROWED[filter]),
  ];
}

/** Counted by the index of the numbers: looking for another holder of each one takes longer. */
const sharedNumbers = orm
  .select({ key: member.staffNumberKey })
  .from(member)
  .where(and(inDistrict(member), isNotNull(member.staffNumberKey)))
  .groupBy(member.staffNumberKey)
  .having(gt(count(), 1));

const NARROWED: Partial<Record<StaffFilter, SQL>> = {
  noNumber: isNull(person.staffNumberKey),
  duplicateNumber: sql`${person.staffNumberKey} in ${sharedNumbers}`,
  hrManaged: isNotNull(person.hrManagedAt),
};

function people(condition: SQL | undefined) {
  return orm
    .select({ id: member.id })
    .from(member)
    .where(and(inDistrict(member), condition));
}

/** Everyone that one of the readings of the search matches: a union, so that each uses the index made for it. */
function idsOf(meant: NonNullable<Wanted['meant']>): SQL {
  const found: SQLWrapper[] = [];
  if (meant.email) {
    const begins = `${escapeLike(meant.email)}%`;
    const like = (column: AnyColumn) => sql`${lower(column)} like ${begins}`;
    found.push(people(or(like(member.workEmail), like(member.personalEmail))));
  }
  if (meant.birthDate) found.push(people(eq(member.birthDate, meant.birthDate)));
  if (meant.ssnIndexes) found.push(people(inArray(member.ssnIndex, [...meant.ssnIndexes])));
  if (meant.staffNumber) found.push(people(beginsWith(member.staffNumberKey, meant.staffNumber)));
  for (const { last, first } of meant.names) if (last || first) found.push(namedPeople({ last, first }));
  return found.length > 0 ? sql.join(found, sql` union `) : sql`select null::uuid`;
}

const name = alias(identity, 'name');

const namedPeople = ({ last, first }: Meant['names'][number]) =>
  orm
    .select({ id: name.personId })
    .from(name)
    .where(
      and(
        inDistrict(name),
        name.current,
        last ? beginsWith(name.lastNameKey, last) : undefined,
        first ? beginsWith(name.firstNameKey, first) : undefined,
      ),
    );

/** What people are ordered by. */
type Ordered = Record<
  'id' | 'lastNameKey' | 'firstNameKey' | 'staffNumberKey' | 'birthDate' | 'updatedAt',
  SQLWrapper
>;

/** By name in the order of the index on names, which is byte by byte (`text_pattern_ops`): a page is read off it. */
function orderBy(order: StaffOrder, { id, lastNameKey, firstNameKey, ...others }: Ordered): SQL[] {
  const down = order.startsWith('-');
  const by = order.replace('-', '') as StaffSort;
  if (by === 'name') {
    const using = down ? sql`using ~>~` : sql`using ~<~`;
    return [sql`${lastNameKey} ${using}`, sql`${firstNameKey} ${using}`, sql`${id}`];
  }
  const direction = down ? sql`desc nulls last` : sql`asc nulls last`;
  return [sql`${others[COLUMNS[by]]} ${direction}`, sql`${lastNameKey} using ~<~`, sql`${id}`];
}

const COLUMNS = { staffNumber: 'staffNumberKey', birthDate: 'birthDate', updated: 'updatedAt' } as const;
