import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import type { PersonChange } from '../../report/people/changes.ts';
import { excludesLead } from '../../report/people/filter.ts';
import { storedReport } from '../../report/read-validation.ts';
import { isExcluded } from './entries.ts';
import type { Forecast } from './schema.ts';

const number = (condition: SQL | undefined) => sql`count(*) filter (where ${condition})`.mapWith(Number);
const does = (change: PersonChange) => sql`${difference.tags} @> ${sql.raw(`'{change:${change}}'`)}`;

const PEOPLE = {
  created: 'new',
  updated: 'updated',
  renamed: 'renamed',
  ended: 'ended',
  erased: 'erased',
  refused: 'refused',
} as const satisfies Partial<Record<keyof Forecast, PersonChange>>;

/** By the first entry of each. Begins with the exclusions, which are fewer than the people of a report. */
const excludedPeople = defineQuery(
  'excluded people of a report by outcome',
  (orm, p: Params<{ validationId: string }>) =>
    orm
      .select({
        created: number(does(PEOPLE.created)),
        updated: number(does(PEOPLE.updated)),
        renamed: number(does(PEOPLE.renamed)),
        ended: number(does(PEOPLE.ended)),
        erased: number(does(PEOPLE.erased)),
        refused: number(does(PEOPLE.refused)),
        excluded: number(sql`not ${does('ignored')}`),
      })
      .from(exclusion)
      .innerJoin(difference, and(inDistrict(difference), excludesLead))
      .where(
        and(
          inDistrict(exclusion),
          eq(difference.validationId, p.validationId),
          sql`${difference.digest} is not null`,
        ),
      ),
);

const removesPosition = and(eq(difference.section, 'assignments'), sql`${difference.removesPosition}`);
const addsAddress = and(
  eq(difference.section, 'addresses'),
  sql`${difference.counted} and ${difference.fields} @> '{address}'`,
);

/** These are counted by entry; of the report they are two sections. */
const includedEntries = defineQuery(
  'positions and addresses that a commit changes',
  (orm, p: Params<{ validationId: string }>) =>
    orm
      .select({
        positionsRemoved: number(removesPosition),
        addressesAdded: number(addsAddress),
      })
      .from(difference)
      .leftJoin(exclusion, isExcluded)
      .where(
        and(
          inDistrict(difference),
          eq(difference.validationId, p.validationId),
          inArray(difference.section, ['assignments', 'addresses']),
          or(removesPosition, addsAddress),
          isNull(exclusion.id),
        ),
      ),
);

/**
 * What the commit of a run does by its validation, as the exclusions are now: the report's own counts of people without the excluded.
 * @throws NotFound
 */
export const forecastCommit = (ctx: Context, { runId }: { runId: string }): Promise<Forecast> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { id: validationId, facets } = await storedReport(ctx, tx, runId);
    const [without, entries] = await Promise.all([
      excludedPeople.first(tx, { validationId }),
      includedEntries.first(tx, { validationId }),
    ]);
    if (!without || !entries) throw new Error('An aggregate answered no row.');
    const people = (figure: keyof typeof PEOPLE) =>
      (facets.tags?.[`change:${PEOPLE[figure]}`] ?? 0) - without[figure];
    return {
      created: people('created'),
      updated: people('updated'),
      renamed: people('renamed'),
      ended: people('ended'),
      erased: people('erased'),
      refused: people('refused'),
      excluded: without.excluded,
      ...entries,
    };
  });
