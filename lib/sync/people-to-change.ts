import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, json } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { exclusion } from '../../db/schema/guards.ts';
import { difference, validation } from '../../db/schema/validation.ts';
import type { PersonChange } from '../report/people/changes.ts';
import type { Facets } from '../report/people/facets.ts';
import { excludesLead } from '../report/people/filter.ts';

/** People for whom a commit changes something. */
export interface PeopleToChange {
  created: number;
  updated: number;
}

const countedByValidation = defineQuery(
  'people by change, as a validation counted them',
  (orm, p: Params<{ validationId: string }>) =>
    orm
      .select({ facets: json<Partial<Facets>>(validation.facets) })
      .from(validation)
      .where(and(inDistrict(validation), eq(validation.id, p.validationId))),
);

const does = (change: PersonChange) =>
  sql`count(*) filter (where ${difference.tags} @> ${sql.raw(`'{change:${change}}'`)})`.mapWith(Number);

/** Begins with the exclusions, which are fewer than the people of a report. */
const excludedByChange = defineQuery(
  'people by change who are excluded',
  (orm, p: Params<{ validationId: string }>) =>
    orm
      .select({ created: does('new'), updated: does('updated') })
      .from(exclusion)
      .innerJoin(difference, and(inDistrict(difference), excludesLead))
      .where(
        and(
          inDistrict(exclusion),
          eq(difference.validationId, p.validationId),
          sql`${difference.tags} is not null`,
        ),
      ),
);

/** From the counts that the validation stored, and the exclusions as they are now: a page asks every few seconds. */
export async function countPeopleToChange(tx: Transaction, validationId: string): Promise<PeopleToChange> {
  const tags = (await countedByValidation.first(tx, { validationId }))?.facets?.tags ?? {};
  const excluded = await excludedByChange.first(tx, { validationId });
  return {
    created: (tags['change:new'] ?? 0) - (excluded?.created ?? 0),
    updated: (tags['change:updated'] ?? 0) - (excluded?.updated ?? 0),
  };
}
