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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';
import { bytes } from './person.ts';
import { syncRun } from './sync.ts';

/** What follows the transfer: nothing, a validation, or a validation and then a commit within the guards. */
export type FeedPolicy = 'stop' | 'validate' | 'commit';

/** A place from which Campus takes a district's staff file by itself, and what it does with the file. */
export const feed = pgTable(
  'feed',
  {
    ...keys,
    name: masked(text()).notNull(),
    /** As lib/feeds/schema.ts has it, without the secret and the host key. */
    source: jsonb().notNull(),
    /** Password, private key or value of the header, sealed. */
    secretCipher: bytes(),
    /** SHA-256 of the SFTP server's key that an admin accepted, in base64. */
    hostKey: text(),
    /** Name of a mapping; null: the headers are the API's property names. */
    mapping: masked(text()),
    /** Weekdays, 1 is Monday, and the wall time of the district's zone, `02:30`. */
    days: integer().array().notNull(),
    at: text().notNull(),
    policy: text().$type<FeedPolicy>().notNull(),
    /** Rows that can't be staged are set aside; else they refuse the file. */
    setsAside: boolean().notNull(),
    /** An older file is a failure; null: no limit. */
    maxAgeHours: integer(),
    /** Fewer rows than so many percent of the last file are a failure; null: no limit. */
    leastPercent: integer(),
    /** When it is due next; null while it is paused. */
    nextAt: moment(),
    createdAt: moment().notNull(),
    createdBy: masked(text()).notNull(),
    /** The last edit. A file that was transferred before it is taken again. */
    changedAt: moment().notNull(),
    /** Its runs are kept. */
    deletedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    uniqueIndex('feed_name').on(t.districtId, sql`lower(${t.name})`).where(sql`deleted_at is null`),
  ],
);

/** `validating` until the validation has ended; then the run itself says what happens. */
export type FeedRunStatus =
  | 'queued'
  | 'running'
  | 'validating'
  | 'transferred'
  | 'validated'
  | 'held'
  | 'commitStarted'
  | 'unchanged'
  | 'failed';
export type FeedTrigger = 'schedule' | 'user' | 'command';

/** One try of a feed to take its file. */
export const feedRun = pgTable(
  'feed_run',
  {
    ...keys,
    feedId: uuid().notNull(),
    trigger: text().$type<FeedTrigger>().notNull(),
    requestedAt: moment().notNull(),
    requestedBy: masked(text()).notNull(),
    status: text().$type<FeedRunStatus>().notNull(),
    /** The fence: goes up whenever a worker takes it over, so that a frozen worker can't write. */
    attempt: integer().notNull().default(0),
    startedAt: moment(),
    endedAt: moment(),
    fileName: masked(text()),
    bytes: bigint({ mode: 'number' }),
    /** SHA-256 in hexadecimal digits. */
    sha256: text(),
    rows: integer(),
    /** The synchronization that it began. */
    runId: uuid(),
    /** The validation that it submitted. */
    jobId: uuid(),
    /** Why it failed, or what an admin should know. */
    reason: masked(text()),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.feedId], foreignColumns: [feed.districtId, feed.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    index().on(t.districtId, t.feedId, t.requestedAt),
    index().on(t.districtId, t.runId),
    index().on(t.districtId, t.jobId),
    uniqueIndex('feed_run_one_live').on(t.districtId, t.feedId).where(sql`status in ('queued', 'running')`),
  ],
);
