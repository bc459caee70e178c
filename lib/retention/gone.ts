import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { retention } from '../../db/schema/retention.ts';
import { syncRun } from '../../db/schema/sync.ts';
import { NotFound } from '../failure.ts';
import type { Kind } from './kinds.ts';
import { isFollowed } from './old-runs.ts';

/** It was there, and was removed because of its age; the message says since when such data is kept. */
export class NoLongerKept extends NotFound {}

/** What a synchronization leaves. */
export type RunKind = Extract<Kind, 'results' | 'unchangedResults' | 'reports' | 'changes'>;

/** Of a run in a query: since when the kind is kept, if that of the run is gone or going; else null. */
export function goneSince(orm: Orm, kind: RunKind): SQL<Date | null> {
  const mark = orm
    .select({ at: retention.removedBefore })
    .from(retention)
    .where(
      and(
        inDistrict(retention),
        sql`${retention.kind} = ${sql.raw(`'${kind}'`)}`,
        sql`${retention.removedBefore} > ${syncRun.endedAt}`,
      ),
    );
  // Changes go by their age alone; the rest of the last commit stays.
  return (kind === 'changes' ? sql`(${mark})` : sql`case when ${isFollowed(orm)} then (${mark}) end`).mapWith(
    retention.removedBefore,
  ) as SQL<Date | null>;
}

const ofRun = defineQuery('what of a run is no longer kept', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({
      results: goneSince(orm, 'results'),
      reports: goneSince(orm, 'reports'),
      changes: goneSince(orm, 'changes'),
    })
    .from(syncRun)
    .where(and(inDistrict(syncRun), eq(syncRun.id, p.runId))),
);

/** Since when the kind is kept, if that of the run is gone or going; undefined if it is there. */
export const goneOfRun = async (
  tx: Transaction,
  runId: string,
  kind: 'results' | 'reports' | 'changes',
): Promise<Date | undefined> => (await ofRun.first(tx, { runId }))?.[kind] ?? undefined;
