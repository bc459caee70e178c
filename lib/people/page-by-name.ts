import { and, count, eq, or, type SQL, sql } from 'drizzle-orm';
import { beginsWith } from '../../db/begins-with.ts';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, ONE, ZERO } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineSearch } from '../../db/query.ts';
import { identity, person } from '../../db/schema/person.ts';
import type { StaffOrder } from './filters.ts';
import { idsOf, type Meaning } from './meaning.ts';
import { COLUMNS, orderBy } from './order-people.ts';
import { amongThem, FULLEST, type Wanted } from './wanted-people.ts';

/** Up to so many people of one reading are collected and sorted (150 ms); of more, a page is found sooner in the order of names. */
const FEW = 10_000;

type Asked = Pick<Wanted, 'among'> & { meant: Meaning; order: StaffOrder; limit: number; offset: number };

/** Those readings of a search that find many people. */
interface Many {
  first: string | undefined;
  staffNumber: string | undefined;
}

/**
 * A page, by name, of a search that may find a large part of the district, such as one letter. Each reading of the text gives its
 * first people in the order of names, and ends there: last names are a part of that order, and of first names and numbers that many
 * have, the next one is never far.
 * @param few from how many people of a reading on
 */
export async function pageByName(tx: Transaction, asked: Asked, few = FEW): Promise<{ id: string }[]> {
  const first = asked.meant.names.find((name) => !name.last)?.first;
  const { staffNumber } = asked.meant;
  const found = (await howMany(tx, { first, staffNumber, atMost: few + 1 }))[0];
  const many = {
    first: (found?.first ?? 0) > few ? first : undefined,
    staffNumber: (found?.number ?? 0) > few ? staffNumber : undefined,
  };
  return peopleByName(tx, { ...asked, many });
}

/** Read no further than it matters. */
const howMany = defineSearch(
  'how many people a first name or number finds',
  (_, { first, staffNumber, atMost }: Many & { atMost: number }) => {
    const inFirst = orm
      .select(ONE)
      .from(identity)
      .where(and(inDistrict(identity), first ? beginsWith(identity.firstNameKey, first) : sql`false`))
      .limit(atMost)
      .as('by_first');
    const inNumber = orm
      .select(ONE)
      .from(person)
      .where(
        and(inDistrict(person), staffNumber ? beginsWith(person.staffNumberKey, staffNumber) : sql`false`),
      )
      .limit(atMost)
      .as('by_number');
    return orm
      .select({
        first: sql<number>`${orm.select({ n: count() }).from(inFirst)}`.mapWith(Number),
        number: sql<number>`${orm.select({ n: count() }).from(inNumber)}`.mapWith(Number),
      })
      .from(sql`(values (1)) as one`);
  },
  { first: 'pat', staffNumber: '1', atMost: 1 },
);

const peopleByName = defineSearch(
  'people who match, a page by name',
  (_, { among, meant, many, order, limit, offset }: Asked & { many: Many }) => {
    const inOrder = (condition: SQL | undefined) =>
      orm
        .select({ id: person.id, last: identity.lastNameKey, first: identity.firstNameKey })
        .from(identity)
        .innerJoin(person, and(inDistrict(person), eq(person.id, identity.personId)))
        .where(and(inDistrict(identity), identity.current, amongThem(among), condition))
        .orderBy(...orderBy(order, COLUMNS))
        .limit(offset + limit);
    const byLast = meant.names
      .filter((name) => name.last)
      .map(({ last = '', first }) =>
        inOrder(
          and(
            beginsWith(identity.lastNameKey, last),
            first ? beginsWith(identity.firstNameKey, first) : undefined,
          ),
        ),
      );
    const walked = or(
      many.first ? beginsWith(identity.firstNameKey, many.first) : undefined,
      many.staffNumber ? beginsWith(person.staffNumberKey, many.staffNumber) : undefined,
    );
    const rest: Meaning = {
      ...meant,
      names: many.first ? [] : meant.names.filter((name) => !name.last),
      staffNumber: many.staffNumber ? undefined : meant.staffNumber,
    };
    const parts = [...byLast, ...(walked ? [inOrder(walked)] : []), collected(among, rest)];
    const id = sql`found.id`;
    return orm
      .select({ id: sql<string>`found.id` })
      .from(sql`(${sql.join(parts, sql` union `)}) as found (id, last, first)`)
      .orderBy(
        ...orderBy(order, {
          ...{ id, lastNameKey: sql`found.last`, firstNameKey: sql`found.first` },
          // Only by name.
          ...{ staffNumberKey: id, birthDate: id },
        }),
      )
      .limit(limit)
      .offset(offset);
  },
  {
    ...{ among: FULLEST.among, meant: FULLEST.meant as Meaning, order: 'name', limit: 1, offset: 1 },
    many: { first: 'pat', staffNumber: '1' },
  },
);

/** All whom the other readings find, each with their name looked up. */
function collected(among: Wanted['among'], meant: Meaning) {
  const found = orm
    .select({ id: person.id })
    .from(person)
    .where(and(inDistrict(person), amongThem(among), sql`${person.id} in (${idsOf(meant)})`))
    .offset(ZERO)
    .as('few');
  const name = orm
    .select({ last: identity.lastNameKey, first: identity.firstNameKey })
    .from(identity)
    .where(and(inDistrict(identity), eq(identity.personId, found.id), identity.current))
    .offset(ZERO)
    .as('name');
  return orm.select({ id: found.id, last: name.last, first: name.first }).from(found).crossJoinLateral(name);
}
