import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { exclusion } from '../../../db/schema/guards.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { difference } from '../../../db/schema/validation.ts';
import type { RunRow } from '../run/run.ts';
import { COUNTS_FOR, isCarriedOut, isExcluded } from './entries.ts';
import type { GuardFigures } from './exceeded.ts';

const lastFeed = defineQuery('staff of the feed committed last', (orm) =>
  orm
    .select({ staff: sql<number>`${syncRun.staffTransferred} + ${syncRun.setAside}` })
    .from(syncRun)
    .where(and(inDistrict(syncRun), eq(syncRun.kind, 'synchronization'), eq(syncRun.status, 'committed')))
    .orderBy(desc(syncRun.committedAt))
    .limit(1),
);

/** Changes by person first, because a person with several entries is one change. */
const figuresOfValidation = defineQuery(
  'figures of a validation',
  (orm, p: Params<{ validationId: string | null }>) => {
    const people = orm
      .select({
        created: sql<number>`count(*) filter (where ${COUNTS_FOR.created})`.as('created_entries'),
        renamed: sql<boolean>`bool_or(${COUNTS_FOR.renamed})`.as('is_renamed'),
        ended: sql<boolean>`bool_or(${COUNTS_FOR.ended})`.as('is_ended'),
        changed: sql<boolean>`bool_or(${COUNTS_FOR.changed})`.as('is_changed'),
        erased: sql<boolean>`bool_or(${COUNTS_FOR.erased})`.as('is_erased'),
        positionsRemoved: sql<number>`count(*) filter (where ${COUNTS_FOR.positionsRemoved})`.as(
          'removed_positions',
        ),
      })
      .from(difference)
      .leftJoin(exclusion, isExcluded)
      .where(isCarriedOut(p.validationId))
      .groupBy(difference.personId)
      .as('people');
    return orm
      .select({
        created: sql`coalesce(sum(${people.created}), 0)`.mapWith(Number),
        renamed: sql`count(*) filter (where ${people.renamed})`.mapWith(Number),
        ended: sql`count(*) filter (where ${people.ended})`.mapWith(Number),
        changed: sql`count(*) filter (where ${people.changed})`.mapWith(Number),
        erased: sql`count(*) filter (where ${people.erased})`.mapWith(Number),
        positionsRemoved: sql`coalesce(sum(${people.positionsRemoved}), 0)`.mapWith(Number),
      })
      .from(people);
  },
);

/** What the commit of a validated run would do; undefined for a district's first commit, which no guard holds. */
export async function guardFigures(tx: Transaction, run: RunRow): Promise<GuardFigures | undefined> {
  const last = await lastFeed.first(tx);
  if (!last) return undefined;
  const found = await figuresOfValidation.first(tx, { validationId: run.validationId });
  const none = { created: 0, renamed: 0, ended: 0, changed: 0, erased: 0, positionsRemoved: 0 };
  return {
    ...(found ?? none),
    transferred: run.staffTransferred + run.setAside,
    lastTransferred: last.staff,
  };
}
