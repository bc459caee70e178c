import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
import { bytes } from './person.ts';

/**
 * One whole-district synchronisation, or the undo of one. `status` as lib/sync/states.ts has it; one live run per
 * district (SYNC-1).
 */
export const syncRun = pgTable(
  'sync_run',
  {
    ...keys,
    status: text().notNull(),
    /** The fence: moves whenever a job takes the run over, so that a frozen worker can't write. */
    attempt: integer().notNull().default(0),
    startedAt: moment().notNull(),
    startedBy: text().notNull(),
    staffTransferred: integer().notNull().default(0),
    setAside: integer().notNull().default(0),
    /** Of the latest validation of this staging; null until there is one. */
    validationId: uuid(),
    validatedAt: moment(),
    committedAt: moment(),
    endedAt: moment(),
    /** The run that this one undoes; null for a synchronisation. */
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
  ],
);

/** One transfer call. Its records count once `firstSeq` is set: published under the run's lock, whole or not at all. */
export const stagedCall = pgTable(
  'staged_call',
  {
    ...keys,
    runId: uuid().notNull(),
    /** Place of the call's first record in staged order; null while the call is still being received. */
    firstSeq: integer(),
    records: integer().notNull().default(0),
    setAside: integer().notNull().default(0),
    receivedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    index().on(t.districtId, t.runId, t.firstSeq),
  ],
);

/**
 * One transferred person. Filled by COPY, which row level security forbids: always filtered by district and call.
 * `record` is the parsed StaffRecord without its SSN, which stands sealed beside it.
 */
export const stagedStaff = pgTable(
  'staged_staff',
  {
    districtId: uuid().notNull(),
    callId: uuid().notNull(),
    /** Counts from 0 within the call. */
    line: integer().notNull(),
    runId: uuid().notNull(),
    staffNumberKey: text().notNull(),
    record: text().notNull(),
    ssnCipher: bytes(),
    ssnIndex: bytes(),
    ssnLast4: text(),
    /** The new title codes this record brings, as `{ code: description }`: the first in staged order describes (REF-2). */
    newTitles: text(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.callId, t.line] }),
    index().on(t.districtId, t.runId, t.staffNumberKey),
    // Few people bring one: a job begins with a look at them.
    index('staged_staff_new_titles').on(t.districtId, t.callId, t.line).where(sql`new_titles is not null`),
  ],
);

/**
 * A transferred record that was set aside as invalid (SYNC-2): it keeps its place in the call, stands in the report's
 * errors and fails, by name, in the results. Counts once its call is published.
 */
export const setAsideStaff = pgTable(
  'set_aside_staff',
  {
    ...keys,
    callId: uuid().notNull(),
    /** Counts from 0 within the call. */
    line: integer().notNull(),
    runId: uuid().notNull(),
    /** As sent, cut to what an answer can show; null where there was none. */
    staffNumber: text(),
    staffNumberKey: text(),
    /** The names as sent, for the report. */
    hr: jsonb().notNull(),
    errors: jsonb().notNull(),
    /** The record as sent, SSNs masked. */
    payload: text(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    uniqueIndex('set_aside_staff_place').on(t.districtId, t.callId, t.line),
    index().on(t.districtId, t.runId, t.staffNumberKey),
  ],
);

/** A job of a run: validate, commit or undo. pg-boss holds only its id. */
export const syncJob = pgTable(
  'sync_job',
  {
    ...keys,
    runId: uuid().notNull(),
    kind: text().notNull(),
    status: text().notNull(),
    submittedAt: moment().notNull(),
    submittedBy: text().notNull(),
    startedAt: moment(),
    finishedAt: moment(),
    total: integer().notNull(),
    processed: integer().notNull().default(0),
    created: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    held: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** People whom an undo took away again, because the run had created them. */
    removed: integer().notNull().default(0),
    /** Why the job as a whole failed, in a sentence without personal data. */
    failure: text(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    index().on(t.districtId, t.runId),
    index().on(t.districtId, t.submittedAt),
    uniqueIndex('sync_job_one_live').on(t.districtId).where(sql`status in ('queued', 'running')`),
  ],
);

/** A stored validation report: its summary here, its entries in `difference`. */
export const validation = pgTable(
  'validation',
  {
    ...keys,
    runId: uuid().notNull(),
    generatedAt: moment().notNull(),
    /** ValidationReport.summary and the total of each section. */
    summary: jsonb().notNull(),
    totals: jsonb().notNull(),
    warnings: jsonb().notNull(),
    /** What every plan was made from besides the people: lib/sync/basis.ts. */
    basis: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    index().on(t.districtId, t.runId),
  ],
);

/**
 * Of a validated stretch of the staging, the people whose plan was empty: the commit passes over those whom nothing has
 * touched since. One row for up to a thousand people, so that a validation writes next to nothing for it.
 */
export const unchangedStaff = pgTable(
  'unchanged_staff',
  {
    districtId: uuid().notNull(),
    validationId: uuid().notNull(),
    /** Place of the stretch's first record in staged order. */
    firstSeq: integer().notNull(),
    /** Side by side: place in staged order, person, and the `person.rev` the plan was made from. */
    seqs: integer().array().notNull(),
    personIds: uuid().array().notNull(),
    revs: bigint({ mode: 'number' }).array().notNull(),
    /** Warnings by place in staged order, of those who have any. */
    warnings: jsonb().notNull(),
    /** Side by side: positions that stay because they are linked (POS-11), and whose they are. */
    keptPositions: uuid().array().notNull(),
    keptBy: uuid().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.validationId, t.firstSeq] }),
    foreignKey({
      columns: [t.districtId, t.validationId],
      foreignColumns: [validation.districtId, validation.id],
    }),
  ],
);

/** One entry of a report's section, in report order. Written with its validation in one job: no key to it, see `syncResult`. */
export const difference = pgTable(
  'difference',
  {
    districtId: uuid().notNull(),
    validationId: uuid().notNull(),
    section: text().notNull(),
    seq: integer().notNull(),
    staffNumber: text(),
    personId: uuid(),
    /** Lower-cased names and numbers, for the report's search box. */
    searchText: text().notNull(),
    /** false: only listed, for its reason. */
    counted: boolean().notNull().default(true),
    fields: text().array().notNull(),
    campus: jsonb(),
    hr: jsonb(),
    why: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.validationId, t.section, t.seq] })],
);

/** A district's limits for commits (SYNC-13), in percent; null: no limit. Without a row the guards are on, with defaults. */
export const commitGuard = pgTable(
  'commit_guard',
  {
    ...keys,
    enabled: boolean().notNull(),
    leastPeople: integer().notNull(),
    created: integer(),
    renamed: integer(),
    ended: integer(),
    changed: integer(),
    positionsRemoved: integer(),
    shrunk: integer(),
    /** Whoever asked for the commit can't approve it. */
    secondPerson: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId)],
);

/** The mark on a validated run whose commit is above a limit, and its approval. It goes with the validation. */
export const commitHold = pgTable(
  'commit_hold',
  {
    ...keys,
    runId: uuid().notNull(),
    validationId: uuid().notNull(),
    heldAt: moment().notNull(),
    requestedBy: text().notNull(),
    requestedById: uuid(),
    /** As lib/sync/guards/schema.ts has them. */
    limits: jsonb().notNull(),
    approvedAt: moment(),
    approvedBy: text(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    unique().on(t.districtId, t.validationId),
    index().on(t.districtId, t.runId),
  ],
);

/** A commit that is to begin by itself. It goes with the validation, and once the commit begins or is held. */
export const commitSchedule = pgTable(
  'commit_schedule',
  {
    ...keys,
    runId: uuid().notNull(),
    validationId: uuid().notNull(),
    /** `time` or `offHours`. */
    kind: text().notNull(),
    dueAt: moment().notNull(),
    /** It does not begin later than that. */
    latestAt: moment().notNull(),
    scheduledAt: moment().notNull(),
    scheduledBy: text().notNull(),
    scheduledById: uuid().notNull(),
    /** The validation that plans anew, once its time has come. */
    jobId: uuid(),
    /** Why it did not begin; null while it waits. */
    failure: text(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    unique().on(t.districtId),
    index().on(t.districtId, t.runId),
  ],
);

/** When a district's off hours are; without a row as lib/sync/schedule/schema.ts has them. */
export const offHours = pgTable(
  'off_hours',
  {
    ...keys,
    /** On which windows begin: 1 is Monday, 7 Sunday. */
    days: integer().array().notNull(),
    /** Wall times of the district's zone, `22:00`. */
    begins: text().notNull(),
    ends: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId)],
);

/** Someone whom commits pass over until they are let in. */
export const heldOut = pgTable(
  'held_out',
  {
    ...keys,
    staffNumberKey: text().notNull(),
    staffNumber: text().notNull(),
    reason: text().notNull(),
    heldAt: moment().notNull(),
    heldBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId, t.staffNumberKey)],
);

/** What the columns of an uploaded file are, as an admin confirmed it; a row never changes, but for who confirmed it last. */
export const columnMapping = pgTable(
  'column_mapping',
  {
    ...keys,
    /** SHA-256 of `columns`. */
    contentKey: text().notNull(),
    /** Of each column in the file's order: ColumnMeaning of lib/staff/csv/meaning.ts, and its header's key. */
    columns: jsonb().notNull(),
    confirmedAt: moment().notNull(),
    confirmedBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId, t.contentKey)],
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
    /** The job that wrote it last: a resumed job passes over what it has done. */
    jobId: uuid().notNull(),
    staffNumber: text().notNull(),
    outcome: text().notNull(),
    personId: uuid(),
    warnings: jsonb().notNull(),
    errors: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.runId, t.seq] }),
    index().on(t.districtId, t.runId, t.outcome, t.seq),
  ],
);

/** All that one call or commit changed for one person: the plan as it was carried out, with before-images. No key to the run, as above. */
export const changeJournal = pgTable(
  'change_journal',
  {
    ...keys,
    /** Without a foreign key: an undo removes people whom its run created, and can be undone in turn. */
    personId: uuid().notNull(),
    runId: uuid(),
    requestId: text(),
    actor: text().notNull(),
    occurredAt: moment().notNull(),
    rev: bigint({ mode: 'number' }).notNull(),
    created: boolean().notNull(),
    /** Change[] of lib/staff/change/change.ts, updates reduced to the columns that differ. */
    changes: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    index().on(t.districtId, t.personId),
    index().on(t.districtId, t.runId, t.personId),
  ],
);
