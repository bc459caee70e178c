import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';
import { syncRun } from './sync.ts';

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
    erased: integer(),
    positionsRemoved: integer(),
    shrunk: integer(),
    /** The user who asked for the commit can't approve it. */
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
    requestedBy: masked(text()).notNull(),
    requestedById: uuid(),
    /** As lib/sync/guards/schema.ts has them. */
    limits: jsonb().notNull(),
    approvedAt: moment(),
    approvedBy: masked(text()),
    reason: masked(text()),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    unique().on(t.districtId, t.validationId),
    index().on(t.districtId, t.runId),
  ],
);

/** A person who is excluded from commits until an admin includes them again. */
export const exclusion = pgTable(
  'held_out',
  {
    ...keys,
    staffNumberKey: text().notNull(),
    staffNumber: text().notNull(),
    reason: masked(text()).notNull(),
    heldAt: moment().notNull(),
    heldBy: masked(text()).notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId, t.staffNumberKey)],
);

/** At a time that an admin chose, or in the next off hours. */
export type ScheduleKind = 'time' | 'offHours';

/** A commit that is to start by itself. It is deleted with the validation, and once the commit starts or is held. */
export const commitSchedule = pgTable(
  'commit_schedule',
  {
    ...keys,
    runId: uuid().notNull(),
    validationId: uuid().notNull(),
    kind: text().$type<ScheduleKind>().notNull(),
    dueAt: moment().notNull(),
    /** It does not start later than that. */
    latestAt: moment().notNull(),
    scheduledAt: moment().notNull(),
    scheduledBy: masked(text()).notNull(),
    scheduledById: uuid().notNull(),
    /** The validation that precedes the commit, once its time has come. */
    jobId: uuid(),
    /** Why it did not start; null while it waits. */
    failure: masked(text()),
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
