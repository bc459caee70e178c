import { and, eq, inArray, isNotNull, notExists, type SQL } from 'drizzle-orm';
import { alias, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf, ONE } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { type Command, defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { feedRun } from '../../db/schema/feed.ts';
import { commitHold, commitSchedule } from '../../db/schema/guards.ts';
import { changeJournal } from '../../db/schema/journal.ts';
import { setAsideStaff, stagedCall } from '../../db/schema/staging.ts';
import { syncJob, syncResult, syncRun } from '../../db/schema/sync.ts';
import { difference, unchangedStaff, validation } from '../../db/schema/validation.ts';
import { endedBefore, isFollowed } from '../retention/old-runs.ts';
import { lockRuns } from '../sync/run/run.ts';
import { BATCH_ROWS, type Removal } from './removal.ts';

/** Runs at a time, each with a handful of rows. */
const BATCH_RUNS = 500;

const undo = alias(syncRun, 'undo_of_it');

const without = (orm: Orm, table: PgTable & { districtId: PgColumn; runId: PgColumn }): SQL =>
  notExists(
    orm
      .select(ONE)
      .from(table)
      .where(and(inDistrict(table), eq(table.runId, syncRun.id))),
  );

/** Those of which nothing is left but their figures: a run stays as long as anything leads to it. */
const bareRuns = defineQuery(
  'old runs without results and changes',
  (orm, p: Params<{ before: Date; limit: number }>) =>
    orm
      .select({ id: syncRun.id })
      .from(syncRun)
      .where(
        and(
          inDistrict(syncRun),
          isNotNull(syncRun.endedAt),
          endedBefore(p),
          isFollowed(orm),
          without(orm, changeJournal),
          without(orm, syncResult),
          without(orm, stagedCall),
          without(orm, setAsideStaff),
          without(orm, commitSchedule),
          notExists(
            orm
              .select(ONE)
              .from(undo)
              .where(and(inDistrict(undo), eq(undo.undoes, syncRun.id))),
          ),
        ),
      )
      .orderBy(syncRun.id)
      .limit(p.limit),
);

type Ids = { ids: readonly string[] };
const ofRuns = (
  name: string,
  table: PgTable & { districtId: PgColumn },
  of: (orm: Orm, p: Params<Ids>) => SQL,
): Command<Ids> =>
  defineCommand(`remove with its run: ${name}`, (orm, p: Params<Ids>) =>
    orm.delete(table).where(and(inDistrict(table), of(orm, p))),
  );
const validations = (orm: Orm, p: Params<Ids>) =>
  orm
    .select({ id: validation.id })
    .from(validation)
    .where(and(inDistrict(validation), isOneOf(validation.runId, p.ids)));

/** Children before what they refer to. */
const PARTS = [
  ofRuns('difference', difference, (orm, p) => inValidations(difference.validationId, orm, p)),
  ofRuns('unchanged_staff', unchangedStaff, (orm, p) => inValidations(unchangedStaff.validationId, orm, p)),
  ofRuns('validation', validation, (_, p) => isOneOf(validation.runId, p.ids)),
  ofRuns('commit_hold', commitHold, (_, p) => isOneOf(commitHold.runId, p.ids)),
  ofRuns('feed_run', feedRun, (_, p) => isOneOf(feedRun.runId, p.ids)),
  ofRuns('sync_job', syncJob, (_, p) => isOneOf(syncJob.runId, p.ids)),
  ofRuns('sync_run', syncRun, (_, p) => isOneOf(syncRun.id, p.ids)),
];

function inValidations(column: PgColumn, orm: Orm, p: Params<Ids>): SQL {
  return inArray(column, validations(orm, p));
}

/** Removes old runs with their jobs and validations, the oldest first: what an undo undid goes after the undo. */
async function removeRuns(tx: Transaction, { before }: { before: Date }): Promise<number> {
  await lockRuns(tx);
  const ids = (await bareRuns(tx, { before, limit: BATCH_RUNS })).map(({ id }) => id);
  if (ids.length === 0) return 0;
  for (const remove of PARTS) await remove(tx, { ids });
  return ids.length === BATCH_RUNS ? BATCH_ROWS : 0;
}

export const RUNS: Removal = { table: 'sync_run', kept: 'runs', remove: removeRuns };
