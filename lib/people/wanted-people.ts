import { and, count, gt, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { isAssigned, isEmployed, isStaff } from '../../db/person-roles.ts';
import { districtAssignment, employment, person } from '../../db/schema/person.ts';
import type { StaffFilter, StaffOrder } from './filters.ts';
import { idsOf, isMeant, type Meaning } from './meaning.ts';
import { member, membersWhere } from './member.ts';
import { readSearch } from './read-search.ts';

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
export interface Wanted extends Pick<PeopleWanted, 'among' | 'filters'> {
  meant: Meaning | null;
}

export function wantedOf({ search, among, filters, ssnIndexes }: PeopleWanted): Wanted {
  const read = readSearch(search);
  if (read === null) return { among, filters, meant: null };
  const { ssn: _, ...meant } = read;
  return { among, filters, meant: { ...meant, ssnIndexes } };
}

/** With every condition there is. */
export const FULLEST: Wanted = {
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

/**
 * The condition of `person` that the people fulfill.
 * @param atMost of those whom filters leave, no more
 */
export function matches({ meant, ...wanted }: Wanted, atMost?: number): SQL | undefined {
  // Of few, each is asked whether the search means them: a letter finds a hundred thousand.
  const found = meant && (isNarrow(wanted) ? isMeant(meant) : sql`${person.id} in (${idsOf(meant)})`);
  const set = setOf(wanted);
  if (!set) return and(...conditionsOf(wanted), found ?? undefined);
  // As a list, which is read first: by a set, Postgres would look through everyone.
  const ids = sql`${person.id} = any(array(${set}${atMost ? sql` limit ${atMost}` : sql``}))`;
  const managed = wanted.filters.includes('hrManaged') ? isNotNull(person.hrManagedAt) : undefined;
  return and(ids, managed, found ?? undefined);
}

/** Whether filters leave few: nearly all staff may be managed by HR. */
export const isNarrow = ({ among, filters }: Omit<Wanted, 'meant'>): boolean =>
  among === 'directory' && filters.some((filter) => filter !== 'hrManaged');

const personIds = (table: typeof districtAssignment | typeof employment) =>
  orm.select({ id: table.personId }).from(table).where(inDistrict(table));

/**
 * The ids of staff without a position or without a number: by indexes in the order of the ids, side by side. Looking each person of a
 * large district up takes ten times as long. Undefined where this is not asked for, or fewer share a number.
 */
function setOf({ among, filters }: Omit<Wanted, 'meant'>): SQL | undefined {
  const incomplete = filters.includes('incomplete');
  const noNumber = filters.includes('noNumber');
  if (among !== 'directory' || filters.includes('duplicateNumber') || !(incomplete || noNumber))
    return undefined;
  const [numbered, employed, assigned] = [
    membersWhere(isNotNull(member.staffNumberKey)),
    personIds(employment),
    personIds(districtAssignment),
  ];
  if (!incomplete) return sql`${assigned} except ${numbered}`;
  return noNumber
    ? sql`${employed} except ${assigned} except ${numbered}`
    : sql`(${numbered} union ${employed}) except ${assigned}`;
}

/** The same of one person. */
const isIncomplete = and(or(isNotNull(person.staffNumberKey), isEmployed), not(isAssigned));

/** Without filters: where a search looks. */
export const amongThem = (among: Wanted['among']): SQL | undefined =>
  and(...conditionsOf({ among, filters: [] }));

/** Of one person at a time. */
export function conditionsOf({ among, filters }: Omit<Wanted, 'meant'>): (SQL | undefined)[] {
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
  // As a list, which is read first: by a set, Postgres would look through everyone.
  duplicateNumber: sql`${person.staffNumberKey} = any(array${sharedNumbers})`,
  hrManaged: isNotNull(person.hrManagedAt),
};
