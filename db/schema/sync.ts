import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';

/** What a district has chosen for its synchronizations. Without a row: the defaults of lib/sync/settings.ts. */
export const syncSetting = pgTable(
  'sync_setting',
  {
    ...keys,
    /** Above this many staged staff `commit` answers 409 and points to the job (SYNC-8); null: no limit. */
    commitLimit: integer(),
    /** A synchronization leaves positions alone that HR leaves out (SYNC-11, beyond). */
    keepUnlistedPositions: boolean().notNull(),
    /** A middle initial that begins the stored middle name is no difference, in single calls too (ID-6). */
    initialIsNoChange: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId)],
);

/** What a run is: HR's data coming in, or an earlier run being undone. */
export type RunKind = 'synchronization' | 'undo';
/** Which status may follow which: lib/sync/run/states.ts. */
export type RunState =
  | 'transferring'
  | 'transferred'
  | 'validated'
  | 'committing'
  | 'committed'
  | 'cancelled';
export type JobKind = 'validate' | 'commit' | 'undo';
export type JobState = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

/** One synchronization of a whole district, or the undo of one. A district has at most one live run (SYNC-1). */
export const syncRun = pgTable(
  'sync_run',
  {
    ...keys,
    kind: text().$type<RunKind>().notNull(),
    status: text().$type<RunState>().notNull(),
    /** The fence: goes up whenever a job takes the run over, so that a frozen worker can't write. */
    attempt: integer().notNull().default(0),
    startedAt: moment().notNull(),
    startedBy: masked(text()).notNull(),
    staffTransferred: integer().notNull().default(0),
    setAside: integer().notNull().default(0),
    /** Of the latest validation of this staging; null until there is one. */
    validationId: uuid(),
    validatedAt: moment(),
    committedAt: moment(),
    endedAt: moment(),
    /** The run that this one undoes; null for a synchronization. */
    undoes: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.undoes], foreignColumns: [t.districtId, t.id] }),
    index().on(t.districtId, t.undoes),
    uniqueIndex('sync_run_one_live')
      .on(t.districtId)
      .where(sql`status in ('transferring', 'transferred', 'validated', 'committing')`),
    index().on(t.districtId, t.startedAt),
    check('sync_run_undo_has_its_run', sql`(kind = 'undo') = (undoes is not null)`),
  ],
);

/** A job of a run: validate, commit or undo. pg-boss holds only its id. */
export const syncJob = pgTable(
  'sync_job',
  {
    ...keys,
    runId: uuid().notNull(),
    kind: text().$type<JobKind>().notNull(),
    status: text().$type<JobState>().notNull(),
    submittedAt: moment().notNull(),
    submittedBy: masked(text()).notNull(),
    /** By an API client; else on a page. */
    byClient: boolean().notNull().default(false),
    startedAt: moment(),
    finishedAt: moment(),
    total: integer().notNull(),
    processed: integer().notNull().default(0),
    created: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    held: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** People removed by an undo, because the run had created them. */
    removed: integer().notNull().default(0),
    /** Why the job as a whole failed, in a sentence without personal data. */
    failure: masked(text()),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    index().on(t.districtId, t.runId),
    index().on(t.districtId, t.submittedAt),
    uniqueIndex('sync_job_one_live').on(t.districtId).where(sql`status in ('queued', 'running')`),
  ],
);

/**
 * What a commit did with one staged person, each once per run. No foreign key to the run: the job that writes holds its
 * run by the fence, and a key per row costs twice what the row does (docs/decisions/fences-and-locks.md).
 */
export const syncResult = pgTable(
  'sync_result',
  {
    districtId: uuid().notNull(),
    runId: uuid().notNull(),
    seq: integer().notNull(),
    /** The job that wrote it last: a resumed job skips what it has done. */
    jobId: uuid().notNull(),
    staffNumber: text().notNull(),
    outcome: text().notNull(),
    personId: uuid(),
    warnings: masked(jsonb()).notNull(),
    errors: masked(jsonb()).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.runId, t.seq] }),
    // Without the unchanged, nearly all on most nights: a quarter of what their results cost to write.
    index('sync_result_by_outcome')
      .on(t.districtId, t.runId, t.outcome, t.seq)
      .where(sql`${t.outcome} <> 'unchanged'`),
  ],
);
