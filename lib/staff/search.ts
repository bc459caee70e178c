import { and, eq, exists, gt, gte, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { beginsWith } from '../../db/begins-with.ts';
import { inDistrict, lower, ONE } from '../../db/conditions.ts';
import { defineSearch } from '../../db/query.ts';
import { districtAssignment, employment, identity, person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import { ssnIndexes } from '../crypto/seal-ssn.ts';
import { cursorId, page } from '../paging.ts';
import { staffNumberKey } from '../record/record.ts';
import { underSsnBudget } from '../ssn-budget/under-ssn-budget.ts';
import { nameKey } from '../text/name-key.ts';
import type { StaffMember } from './answer.ts';
import { staffMembers } from './read-staff.ts';

/** All that are given must fit; names fit by their beginning, without case and accents (SRCH-2). */
export interface StaffSearch {
  staffNumber?: string;
  lastName?: string;
  firstName?: string;
  /** Work or personal, without case. */
  email?: string;
  birthDate?: string;
  /** Nine digits. */
  ssn?: string;
  /** ISO time: changed since then. */
  updatedSince?: string;
  /** Also people without a position; "searching for Staff" does not find them (SRCH-1). */
  includeIncomplete?: boolean;
  limit: number;
  cursor?: string[];
}

interface StaffFound {
  data: StaffMember[];
  nextCursor: string | null;
}

/**
 * Staff of the district, page by page. An answer to a search by SSN leaves out the last four digits: with them, five
 * would be left to try.
 * @throws TooMany for a search by SSN
 */
export async function searchStaff(ctx: Context, search: StaffSearch): Promise<StaffFound> {
  const isFound = ({ data }: StaffFound) => data.length > 0;
  const indexes = search.ssn === undefined ? undefined : ssnIndexes(ctx.keys, ctx.district.id, search.ssn);
  const found = await underSsnBudget(ctx, indexes, () => findStaff(ctx, search, indexes), isFound);
  if (indexes === undefined) return found;
  return { ...found, data: found.data.map((one) => ({ ...one, ssnLast4: null })) };
}

function findStaff(ctx: Context, search: StaffSearch, ssnIndexes?: readonly Buffer[]): Promise<StaffFound> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { staffNumber, ssn: _, cursor, ...rest } = search;
    const found = await find(tx, {
      ...rest,
      staffNumberKey: staffNumber && staffNumberKey(staffNumber),
      ssnIndexes,
      after: cursorId(cursor),
    });
    const { data, nextCursor } = page(found, search.limit, ({ id }) => [id]);
    return {
      data: await staffMembers(
        ctx,
        tx,
        data.map(({ id }) => id),
      ),
      nextCursor,
    };
  });
}

type Conditions = Pick<
  StaffSearch,
  'lastName' | 'firstName' | 'email' | 'birthDate' | 'updatedSince' | 'includeIncomplete' | 'limit'
> & { staffNumberKey?: string; ssnIndexes?: readonly Buffer[]; after?: string };

/** Only what is asked for is in the statement: each combination gets the plan that fits it. */
const find = defineSearch(
  'staff that fit a search',
  (orm, search: Conditions) => {
    const { staffNumberKey: number, lastName, firstName, birthDate, ssnIndexes: ssns, after } = search;
    const email = search.email?.trim().toLowerCase();
    const hasPosition = exists(
      orm
        .select(ONE)
        .from(districtAssignment)
        .where(and(inDistrict(districtAssignment), eq(districtAssignment.personId, person.id))),
    );
    const hasEmployment = exists(
      orm
        .select(ONE)
        .from(employment)
        .where(and(inDistrict(employment), eq(employment.personId, person.id))),
    );
    // "A person is staff by a Local Staff Number, a District Employment or a District Assignment."
    const isStaff = or(isNotNull(person.staffNumberKey), hasPosition, hasEmployment);
    const people = orm.select({ id: person.id }).from(person).$dynamic();
    if (lastName || firstName)
      people.innerJoin(
        identity,
        and(inDistrict(identity), eq(identity.personId, person.id), sql`${identity.current}`),
      );
    return people
      .where(
        and(
          inDistrict(person),
          search.includeIncomplete ? isStaff : hasPosition,
          number ? eq(person.staffNumberKey, number) : undefined,
          lastName ? beginsWith(identity.lastNameKey, nameKey(lastName)) : undefined,
          firstName ? beginsWith(identity.firstNameKey, nameKey(firstName)) : undefined,
          email
            ? sql`(${lower(person.workEmail)} = ${email} or ${lower(person.personalEmail)} = ${email})`
            : undefined,
          birthDate ? eq(person.birthDate, birthDate) : undefined,
          ssns ? inArray(person.ssnIndex, [...ssns]) : undefined,
          search.updatedSince ? gte(person.updatedAt, new Date(search.updatedSince)) : undefined,
          after ? gt(person.id, after) : undefined,
        ),
      )
      .orderBy(person.id)
      .limit(search.limit + 1);
  },
  {
    staffNumberKey: 'a1',
    lastName: 'a',
    firstName: 'b',
    email: 'a@b.org',
    birthDate: '2000-01-01',
    ssnIndexes: [Buffer.alloc(1)],
    updatedSince: '2026-01-01T00:00:00Z',
    includeIncomplete: true,
    after: 'a',
    limit: 1,
  },
);
