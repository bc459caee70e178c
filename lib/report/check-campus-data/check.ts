import { and, count, eq, gt, isNotNull, type SQLWrapper, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, ZERO } from '../../../db/conditions.ts';
import { mayBeNoNumber } from '../../../db/may-be-no-number.ts';
import type { Orm } from '../../../db/orm.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { identity, person } from '../../../db/schema/person.ts';
import type { Context } from '../../context.ts';
import type { Download } from '../../export/download.ts';
import { peopleRows } from '../../people/list-people.ts';
import { PERSON_COLUMNS, peopleCsv } from '../../people/people-csv.ts';
import { noNumber } from '../../record/no-number.ts';
import { staffNumberKey } from '../../record/record.ts';
import { staffWithoutNumber } from '../staff-without-number.ts';
import { type Check, type Checked, PAGE_SIZE } from './schema.ts';

type Page = Params<Range>;

const whole = (value: SQLWrapper) => sql<number>`coalesce(${value}, 0)::int`;
const listOf = (ids: SQLWrapper) => sql<string[]>`array${ids}`;
const ONE_ROW = sql`(values (1)) as one`;

/** Postgres keeps a CTE that is read twice, so the tables are read once. */
function peopleSharingNumbers(orm: Orm, p: Page) {
  const shared = orm.$with('shared').as(
    orm
      .select({ key: person.staffNumberKey, n: count().as('n') })
      .from(person)
      .where(and(inDistrict(person), isNotNull(person.staffNumberKey)))
      .groupBy(person.staffNumberKey)
      .having(gt(count(), 1)),
  );
  const ids = orm
    .select({ id: person.id })
    .from(shared)
    .innerJoin(person, and(inDistrict(person), eq(person.staffNumberKey, shared.key)))
    .orderBy(person.staffNumberKey, person.id)
    .limit(p.limit)
    .offset(p.offset);
  return orm
    .with(shared)
    .select({
      people: whole(orm.select({ people: sql`sum(${shared.n})` }).from(shared)),
      numbers: whole(orm.select({ numbers: count() }).from(shared)),
      ids: listOf(ids),
    })
    .from(ONE_ROW);
}

function pageWithoutNumber(orm: Orm, p: Page) {
  const staff = orm.$with('staff').as(staffWithoutNumber(orm));
  const name = orm
    .select({ last: identity.lastNameKey, first: identity.firstNameKey })
    .from(identity)
    .where(and(inDistrict(identity), eq(identity.personId, staff.id), identity.current))
    .offset(ZERO)
    .as('name');
  const ids = orm
    .select({ id: staff.id })
    .from(staff)
    .crossJoinLateral(name)
    .orderBy(name.last, name.first, staff.id)
    .limit(p.limit)
    .offset(p.offset);
  return orm
    .with(staff)
    .select({
      people: whole(orm.select({ people: count() }).from(staff)),
      numbers: sql<number>`0`,
      ids: listOf(ids),
    })
    .from(ONE_ROW);
}

/** By the index of these few numbers. */
const oddNumbers = defineQuery('staff numbers that may be none', (orm) =>
  orm
    .select({ id: person.id, staffNumber: sql<string>`${person.staffNumber}` })
    .from(person)
    .where(and(inDistrict(person), isNotNull(person.staffNumberKey), mayBeNoNumber(person.staffNumberKey)))
    .orderBy(person.staffNumberKey, person.id),
);

async function peopleWithPlaceholder(tx: Transaction, { limit, offset }: Range) {
  const found = (await oddNumbers(tx)).filter(({ staffNumber }) => noNumber(staffNumber) !== null);
  const ids = found.slice(offset, offset + limit).map(({ id }) => id);
  const numbers = new Set(found.map(({ staffNumber }) => staffNumberKey(staffNumber))).size;
  return { ids, people: found.length, numbers };
}

/**
 * CHK-1: the people whose Local Staff Number others have too, by number, and the staff without one, by name; CHK-2: the
 * people whose number is none, by number. As Campus has them now: how many, and the ids of a page.
 */
const sharing = defineQuery('people sharing numbers, a page', (orm, p: Page) => peopleSharingNumbers(orm, p));
const without = defineQuery('staff without number, a page', (orm, p: Page) => pageWithoutNumber(orm, p));

interface Range {
  limit: number;
  offset: number;
}
const LISTS: Record<
  Check,
  (tx: Transaction, range: Range) => Promise<{ ids: string[]; people: number; numbers: number } | undefined>
> = {
  duplicate: (tx, range) => sharing.first(tx, range),
  missing: (tx, range) => without.first(tx, range),
  placeholder: peopleWithPlaceholder,
};

/** A page of one of the lists, and how many people it has (CHK-2). */
export const checkCampusData = (
  ctx: Context,
  { list, page }: { list: Check; page: number },
): Promise<Checked> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const range = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
    const { ids = [], people = 0, numbers = 0 } = (await LISTS[list](tx, range)) ?? {};
    const data = await peopleRows(tx, ids.slice(0, PAGE_SIZE));
    return { data, more: ids.length > PAGE_SIZE, people, numbers };
  });

const EVERYONE = { limit: 10_000_000, offset: 0 };

/** The ids of the whole of one list. */
export const checkedIds = async (tx: Transaction, list: Check): Promise<string[]> =>
  (await LISTS[list](tx, EVERYONE))?.ids ?? [];

/** The whole of one list as CSV. */
export const exportCheck = (ctx: Context, { list }: { list: Check }): Download =>
  peopleCsv(ctx, `${list}-staff-numbers.csv`, PERSON_COLUMNS, (tx) => checkedIds(tx, list));
