import { type AnyColumn, and, eq, exists, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { beginsWith } from '../../db/begins-with.ts';
import { escapeLike, inDistrict, lower, ONE } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { identity, person } from '../../db/schema/person.ts';
import { member, membersWhere } from './member.ts';
import type { Meant } from './read-search.ts';

/** What a search means, an SSN in it as its blind indexes. */
export type Meaning = Omit<Meant, 'ssn'> & { ssnIndexes?: readonly Buffer[] };

/** Everyone that one of the readings of the search matches: a union, so that each uses the index made for it. */
export const idsOf = (meant: Meaning): SQL => sql.join(readingsOf(meant), sql` union `);

/** The ids that each reading finds, a person once; at least one query. */
export function readingsOf(meant: Meaning): SQLWrapper[] {
  const named = namesIn(meant).map((wanted) =>
    orm.select({ id: name.personId }).from(name).where(isNamed(wanted)),
  );
  const found = [...ownReadings(meant, member).map(membersWhere), ...named];
  return found.length > 0 ? found : [sql`select null::uuid`];
}

/** The same of one person. */
export const isMeant = (meant: Meaning): SQL | undefined =>
  or(
    sql`false`,
    ...ownReadings(meant, person),
    ...namesIn(meant).map((wanted) =>
      exists(
        orm
          .select(ONE)
          .from(name)
          .where(and(eq(name.personId, person.id), isNamed(wanted))),
      ),
    ),
  );

/** What a search may mean of a person's own columns. */
function ownReadings(
  { email, birthDate, ssnIndexes, staffNumber }: Meaning,
  of: typeof person | typeof member,
): (SQL | undefined)[] {
  const like = (column: AnyColumn) => sql`${lower(column)} like ${`${escapeLike(email ?? '')}%`}`;
  return [
    ...(email ? [or(like(of.workEmail), like(of.personalEmail))] : []),
    ...(birthDate ? [eq(of.birthDate, birthDate)] : []),
    ...(ssnIndexes ? [inArray(of.ssnIndex, [...ssnIndexes])] : []),
    ...(staffNumber ? [beginsWith(of.staffNumberKey, staffNumber)] : []),
  ];
}

const name = alias(identity, 'name');
const namesIn = ({ names }: Meaning) => names.filter(({ last, first }) => last || first);

const isNamed = ({ last, first }: Meant['names'][number]) =>
  and(
    inDistrict(name),
    name.current,
    last ? beginsWith(name.lastNameKey, last) : undefined,
    first ? beginsWith(name.firstNameKey, first) : undefined,
  );
