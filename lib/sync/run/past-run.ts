import { and, desc, eq, exists, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inDistrict } from '../../../db/conditions.ts';
import { type Orm, orm } from '../../../db/orm.ts';
import { feedRun } from '../../../db/schema/feed.ts';
import { changeJournal } from '../../../db/schema/journal.ts';
import { syncJob, syncRun } from '../../../db/schema/sync.ts';
import { goneSince } from '../../retention/gone.ts';
import type { RunOutcome } from '../schema.ts';
import type { RunState } from './states.ts';
import type { Undos } from './undos.ts';

/** A run as the history shows it. */
export interface PastRun {
  runId: string;
  status: RunState;
  startedAt: string;
  startedBy: string;
  staffTransferred: number;
  setAside: number;
  /** When it was committed or cancelled; null while it is live. */
  endedAt: string | null;
  hasReport: boolean;
  /** What its commit or undo did; null when there was none. */
  counts: Record<RunOutcome, number> | null;
  /** The run that this one undoes; null for a synchronization. */
  undoes: { runId: string; startedAt: string } | null;
  /** The undo that is in force or under way; else the last one that was cancelled. */
  undoneBy: { runId: string; status: RunState } | null;
  /** It has ended and changed at least one person, and these changes are still on record. */
  undoable: boolean;
  /** Since when each of these is kept, where what this run left is gone; else null. */
  keptSince: Record<'results' | 'unchangedResults' | 'changes', string | null>;
  /** The file that a feed took; null where no feed began it. */
  feedFile: string | null;
  /** Of the job that is queued or running. */
  progress: { processed: number; total: number } | null;
}

const liveJob = alias(syncJob, 'live_job');
const undone = alias(syncRun, 'undone');

/** Its last commit or undo job. */
const lastJob = orm
  .select({
    created: syncJob.created,
    updated: syncJob.updated,
    unchanged: syncJob.unchanged,
    held: syncJob.held,
    failed: syncJob.failed,
    removed: syncJob.removed,
  })
  .from(syncJob)
  .where(and(inDistrict(syncJob), eq(syncJob.runId, syncRun.id), inArray(syncJob.kind, ['commit', 'undo'])))
  .orderBy(desc(syncJob.submittedAt), desc(syncJob.id))
  .limit(1)
  .as('last_job');

/** A feed begins a synchronization once, so there is one row at most. */
const ofFeed = orm
  .select({ fileName: feedRun.fileName })
  .from(feedRun)
  .where(and(inDistrict(feedRun), eq(feedRun.runId, syncRun.id)))
  .limit(1)
  .as('of_feed');

const changes = orm
  .select({ id: changeJournal.id })
  .from(changeJournal)
  .where(and(inDistrict(changeJournal), eq(changeJournal.runId, syncRun.id)));

const ended = inArray(syncRun.status, ['committed', 'cancelled']);

/** Rows of runs, the latest first, for `pastRunOf`. */
export const pastRuns = (orm: Orm) =>
  orm
    .select({
      id: syncRun.id,
      status: syncRun.status,
      startedAt: syncRun.startedAt,
      startedBy: syncRun.startedBy,
      staffTransferred: syncRun.staffTransferred,
      setAside: syncRun.setAside,
      endedAt: sql<Date | null>`coalesce(${syncRun.committedAt}, ${syncRun.endedAt})`.mapWith(
        syncRun.endedAt,
      ),
      validationId: syncRun.validationId,
      created: lastJob.created,
      updated: lastJob.updated,
      unchanged: lastJob.unchanged,
      held: lastJob.held,
      failed: lastJob.failed,
      removed: lastJob.removed,
      undoneId: undone.id,
      undoneStartedAt: undone.startedAt,
      feedFile: ofFeed.fileName,
      undoable: sql<boolean>`${and(ended, exists(changes), isNull(goneSince(orm, 'changes')))}`,
      resultsSince: goneSince(orm, 'results'),
      unchangedSince: goneSince(orm, 'unchangedResults'),
      changesSince: goneSince(orm, 'changes'),
      reportsSince: goneSince(orm, 'reports'),
      processed: liveJob.processed,
      total: liveJob.total,
    })
    .from(syncRun)
    .leftJoin(
      liveJob,
      and(inDistrict(liveJob), eq(liveJob.runId, syncRun.id), inArray(liveJob.status, ['queued', 'running'])),
    )
    .leftJoin(undone, and(inDistrict(undone), eq(undone.id, syncRun.undoes)))
    .leftJoinLateral(lastJob, sql`true`)
    .leftJoinLateral(ofFeed, sql`true`)
    .orderBy(desc(syncRun.id));

/** A row of `pastRuns` as the history shows it. */
export function pastRunOf(row: Awaited<ReturnType<typeof pastRuns>>[number], undos: Undos): PastRun {
  const { created, updated, unchanged, held, failed, removed, processed, total } = row;
  const undone = joined({ runId: row.undoneId, startedAt: row.undoneStartedAt });
  return {
    runId: row.id,
    status: row.status,
    startedAt: row.startedAt.toISOString(),
    startedBy: row.startedBy,
    staffTransferred: row.staffTransferred,
    setAside: row.setAside,
    endedAt: row.endedAt?.toISOString() ?? null,
    hasReport: row.validationId !== null && row.reportsSince === null,
    counts: joined({ created, updated, unchanged, held, failed, removed }),
    undoes: undone && { ...undone, startedAt: undone.startedAt.toISOString() },
    undoneBy: undos.of(row.id),
    undoable: row.undoable,
    keptSince: {
      results: row.resultsSince?.toISOString() ?? null,
      unchangedResults: row.unchangedSince?.toISOString() ?? null,
      changes: row.changesSince?.toISOString() ?? null,
    },
    feedFile: row.feedFile,
    progress: joined({ processed, total }),
  };
}

/** Columns of one left join, none of which can be null in its table; null where the join found nothing. */
const joined = <T extends object>(columns: T): { [K in keyof T]: NonNullable<T[K]> } | null =>
  Object.values(columns).includes(null) ? null : (columns as { [K in keyof T]: NonNullable<T[K]> });
