import { and, count, eq, gt, sql } from 'drizzle-orm';
import { inDistrict, json } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { defineQuery, defineSearch, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { identity } from '../../../db/schema/person.ts';
import { difference, reviewedChange } from '../../../db/schema/validation.ts';
import type { Warning } from '../../failure.ts';
import { ENTRY_COLUMNS } from '../entries.ts';
import type { Tag } from './changes.ts';
import { excludesLead, matchesPeople, type PeopleFilter, reviewsLead } from './filter.ts';

interface Asked extends PeopleFilter {
  validationId: string;
  userId: string;
}

const ANY = '00000000-0000-0000-0000-000000000000';
const FULLEST: Asked = {
  ...{ validationId: ANY, userId: ANY, search: 'a', change: 'new', field: 'name' },
  ...{ school: '010', warning: 'noHousehold', reviewed: 'no', staffNumber: '1' },
};

/** At most `limit` people who match, after the key `after`, by name. */
export const leadsAfter = defineSearch(
  'people of a report after one',
  (orm, { validationId, userId, after, limit, ...filter }: Asked & { after: string; limit: number }) =>
    orm
      .select({
        personKey: sql<string>`${difference.personKey}`,
        staffNumber: sql<string>`coalesce(${difference.staffNumber}, '')`,
        personId: difference.personId,
        name: sql<string>`coalesce(${personName}, '')`,
        tags: sql<Tag[]>`${difference.tags}`,
        warnings: json<Warning[] | null>(difference.warnings),
        excludedFor: exclusion.reason,
        excludedBy: exclusion.heldBy,
        isReviewed: sql<boolean>`${reviewedChange.digest} is not null`,
      })
      .from(difference)
      .leftJoin(exclusion, excludesLead)
      .leftJoin(reviewedChange, reviewsLead(userId))
      .leftJoin(
        identity,
        and(inDistrict(identity), eq(identity.personId, difference.personId), sql`${identity.current}`),
      )
      .where(and(matchesPeople(validationId, filter), gt(difference.personKey, after)))
      .orderBy(difference.personKey)
      .limit(limit),
  { ...FULLEST, after: '', limit: 1 },
);
export type Lead = Awaited<ReturnType<typeof leadsAfter>>[number];

/** How many people match. */
export const leadCount = defineSearch(
  'how many people of a report match',
  (orm, { validationId, userId, ...filter }: Asked) =>
    orm
      .select({ total: count() })
      .from(difference)
      .leftJoin(exclusion, excludesLead)
      .leftJoin(reviewedChange, reviewsLead(userId))
      .where(matchesPeople(validationId, filter)),
  FULLEST,
);

/** All entries of people, section by section. */
export const entriesOfPeople = defineQuery(
  'entries of people of a report',
  (orm, p: Params<{ validationId: string; personKeys: readonly string[] }>) =>
    orm
      .select({
        ...ENTRY_COLUMNS,
        personKey: sql<string>`${difference.personKey}`,
        counted: difference.counted,
        removesPosition: difference.removesPosition,
      })
      .from(difference)
      .where(
        and(
          inDistrict(difference),
          eq(difference.validationId, p.validationId),
          sql`${difference.personKey} = any(${p.personKeys}::text[])`,
        ),
      )
      .orderBy(difference.personKey, difference.section, difference.seq),
);
export type PersonEntry = Awaited<ReturnType<typeof entriesOfPeople>>[number];
