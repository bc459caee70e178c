import { type AnyColumn, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { identity, person } from '../../db/schema/person.ts';
import type { StaffOrder, StaffSort } from './filters.ts';

/** What people are ordered by. */
type Ordered = Record<'id' | 'lastNameKey' | 'firstNameKey' | 'staffNumberKey' | 'birthDate', SQLWrapper>;

/** Of the tables themselves. */
export const COLUMNS: Ordered = {
  id: person.id,
  lastNameKey: identity.lastNameKey,
  firstNameKey: identity.firstNameKey,
  staffNumberKey: person.staffNumberKey,
  birthDate: person.birthDate,
};

/**
 * By name in the order of the index on names, which is byte by byte (`text_pattern_ops`): a page is read off it.
 * Its second parameter has the columns, of the tables or of a subquery.
 *
 * @param complete nobody is without what people are ordered by
 */
export function orderBy(
  order: StaffOrder,
  { id, lastNameKey, firstNameKey, ...others }: Ordered,
  complete = false,
): SQL[] {
  const down = order.startsWith('-');
  const by = order.replace('-', '') as StaffSort;
  if (by === 'name') {
    const using = down ? sql`using ~>~` : sql`using ~<~`;
    return [sql`${lastNameKey} ${using}`, sql`${firstNameKey} ${using}`, sql`${id}`];
  }
  // Without `nulls last` where nothing is missing, so that the index of what is there can answer.
  const last = complete ? sql`` : sql` nulls last`;
  const direction = down ? sql`desc${last}` : sql`asc${last}`;
  return [sql`${others[SORTED_BY[by]]} ${direction}`, sql`${lastNameKey} using ~<~`, sql`${id}`];
}

/** The column of an order that some people have nothing in and an index answers for the others. */
export const indexedOf = (order: StaffOrder): AnyColumn | undefined =>
  ({ staffNumber: person.staffNumberKey, birthDate: person.birthDate })[order.replace('-', '')];

const SORTED_BY = { staffNumber: 'staffNumberKey', birthDate: 'birthDate' } as const;
