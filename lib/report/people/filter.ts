import { and, type SQL, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { hasWords } from '../../../db/has-words.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { difference, reviewedChange } from '../../../db/schema/validation.ts';
import { staffNumberKey } from '../../record/record.ts';
import { nameWords } from '../../text/name-words.ts';
import type { PersonChange, Tag } from './changes.ts';

/** What the People view is narrowed to; '' does not narrow. */
export interface PeopleFilter {
  search?: string;
  change?: PersonChange | 'excluded' | '';
  field?: string;
  school?: string;
  warning?: string;
  reviewed?: 'yes' | 'no' | '';
  /** This person alone. */
  staffNumber?: string;
}

export const isFilteredPeople = (filter: PeopleFilter): boolean =>
  Object.values(filter).some((value) => value?.trim());

/** The key of a person's number, in the entry that leads theirs. */
export const leadNumberKey: SQL<string> = sql<string>`lower(btrim(${difference.staffNumber}))`;

/** For the left join that finds who is excluded. */
export const excludesLead = and(inDistrict(exclusion), sql`${exclusion.staffNumberKey} = ${leadNumberKey}`);

/** For the left join that finds what the admin has reviewed; a mark for another change is none. */
export const reviewsLead = (userId: string): SQL | undefined =>
  and(
    inDistrict(reviewedChange),
    sql`${reviewedChange.userId} = ${userId}`,
    sql`${reviewedChange.staffNumberKey} = ${leadNumberKey}`,
    sql`${reviewedChange.digest} = ${difference.digest}`,
  );

/** Which people of a validation match; both joins above are needed. People for whom nothing changes only when asked for. */
export function matchesPeople(validationId: string, filter: PeopleFilter): SQL | undefined {
  const {
    search = '',
    change = '',
    field = '',
    school = '',
    warning = '',
    reviewed = '',
    staffNumber = '',
  } = filter;
  const words = nameWords(search);
  const tags = [
    change && change !== 'excluded' && `change:${change}`,
    field && `field:${field}`,
    school && `school:${school}`,
    warning && `warning:${warning}`,
  ].filter(Boolean) as Tag[];
  return and(
    inDistrict(difference),
    sql`${difference.validationId} = ${validationId}`,
    // Each person's first entry, by the index of those.
    sql`${difference.digest} is not null`,
    tags.length > 0 ? sql`${difference.tags} @> ${sql.param(tags)}::text[]` : undefined,
    change === 'ignored' ? undefined : sql`not ${difference.tags} @> '{change:ignored}'`,
    change === 'excluded' ? sql`${exclusion.id} is not null` : undefined,
    reviewed === '' ? undefined : sql`(${reviewedChange.digest} is not null) = ${reviewed === 'yes'}`,
    words.length === 0 ? undefined : hasWords(difference.searchText, words),
    staffNumber === '' ? undefined : sql`${leadNumberKey} = ${staffNumberKey(staffNumber)}`,
  );
}
