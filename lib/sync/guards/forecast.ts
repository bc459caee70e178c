import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';
import type { PersonChange } from '../../report/people/changes.ts';
import { storedReport } from '../../report/read-validation.ts';
import { isExcluded } from './entries.ts';
import type { Forecast } from './schema.ts';

const included = isNull(exclusion.id);
const does = (change: PersonChange) => sql`${difference.tags} @> ${sql.raw(`'{change:${change}}'`)}`;
const number = (condition: SQL | undefined) => sql`count(*) filter (where ${condition})`.mapWith(Number);
const people = (change: PersonChange) => number(and(does(change), included));

/** People by the first entry of each, positions and addresses by entry: one pass over the report. */
const forecast = defineQuery('what the commit of a report does', (orm, p: Params<{ validationId: string }>) =>
  orm
    .select({
      created: people('new'),
      updated: people('updated'),
      renamed: people('renamed'),
      ended: people('ended'),
      erased: people('erased'),
      positionsRemoved: number(and(difference.removesPosition, included)),
      addressesAdded: number(
        and(
          eq(difference.section, 'addresses'),
          sql`${difference.counted} and ${difference.fields} @> '{address}'`,
          included,
        ),
      ),
      excluded: number(and(isNotNull(difference.tags), sql`not ${does('ignored')}`, isNotNull(exclusion.id))),
      refused: people('refused'),
    })
    .from(difference)
    .leftJoin(exclusion, isExcluded)
    .where(and(inDistrict(difference), eq(difference.validationId, p.validationId))),
);

/** What the commit of a run does by its validation, as the exclusions are now. @throws NotFound */
export const forecastCommit = (ctx: Context, { runId }: { runId: string }): Promise<Forecast> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { id } = await storedReport(ctx, tx, runId);
    return (await forecast.first(tx, { validationId: id })) as Forecast;
  });
