import { and, count, eq, type SQL } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { difference } from '../../../db/schema/validation.ts';
import { excludesLead } from './filter.ts';

/**
 * A query that counts the excluded people of a report. It begins with the exclusions, which are fewer than the people of a report.
 * @param isCounted a condition of `difference`: which people are counted, by the first entry of each
 */
export const countExcluded = (name: string, isCounted: SQL) =>
  defineQuery(name, (orm, p: Params<{ validationId: string }>) =>
    orm
      .select({ people: count() })
      .from(exclusion)
      .innerJoin(difference, and(inDistrict(difference), excludesLead))
      .where(and(inDistrict(exclusion), eq(difference.validationId, p.validationId), isCounted)),
  );
