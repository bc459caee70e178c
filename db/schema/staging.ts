import { sql } from 'drizzle-orm';
import {
  bigint,
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
import { day, keys, moment } from './columns.ts';
import { masked } from './masked.ts';
import { bytes } from './person.ts';
import { syncRun } from './sync.ts';

/** One transfer call. Its records count once `firstSeq` is set: published under the run's lock, whole or not at all. */
export const stagedCall = pgTable(
  'staged_call',
  {
    ...keys,
    runId: uuid().notNull(),
    /** Place of the call's first record in staged order; null while the call is still being received. */
    firstSeq: integer(),
    /** Places the call takes up: every record that it sent, also those that were staged before or set aside since. */
    records: integer().notNull().default(0),
    /** How many of its staff were set aside when it was published. */
    setAside: integer().notNull().default(0),
    receivedAt: moment().notNull(),
    /** What the call has put into the staging so far, in bytes (lib/sync/transfer/staging-space.ts). */
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    /** Who sent it, `user:ID` or `client:CLIENT_ID`, and their name; null of what an older version staged. */
    sentById: text(),
    sentBy: masked(text()),
    /** Distinct values of its records that Campus did not know as codes, a bounded list of `{ kind, value }`. */
    unknownValues: masked(jsonb()),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    index().on(t.districtId, t.runId, t.firstSeq),
  ],
);

/**
 * One transferred person. `record` is the parsed StaffRecord without its SSN, which has its own column, sealed. Of a record that
 * is known both texts are '' and the SSN is null: `known_record` has them (db/own-or-known.ts).
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
    /** The JSON as HR sent it, its SSN masked: what the error log, which masks the rest, shows of a record that fails (ERR-3). */
    sent: text().notNull(),
    ssnCipher: bytes(),
    ssnIndex: bytes(),
    ssnLast4: text(),
    /** The new title codes this record brings, as `{ code: description }`: the first in staged order describes (REF-2). */
    newTitles: text(),
    /** Of a record that was read: what known_record keeps of it once it is committed. */
    sentDigest: bytes(),
    readOn: day(),
    changesOn: day(),
    warnings: masked(text()),
    /** As recordDigest makes it; null of what is read by it. */
    recordDigest: bytes(),
  },
  (t) => [
    // The district is last: while a transfer fills the staging, the statistics don't know it yet, and Postgres could take
    // either of two indexes that begin with the same column.
    primaryKey({ columns: [t.callId, t.line, t.districtId] }),
    index().on(t.runId, t.staffNumberKey),
    // Few people bring one: a job begins with a look at them.
    index('staged_staff_new_titles').on(t.callId, t.line).where(sql`new_titles is not null`),
  ],
);

/**
 * A staff member whose record was set aside (SYNC-2): listed in the report's errors, failed in the results. One row per
 * staff number, also where several records with it were sent. Counts once its call is published.
 */
export const setAsideStaff = pgTable(
  'set_aside_staff',
  {
    ...keys,
    callId: uuid().notNull(),
    /** Counts from 0 within the call; of several records the first. */
    line: integer().notNull(),
    runId: uuid().notNull(),
    /** As sent, cut to what an answer can show; null where there was none, or a blank one. */
    staffNumber: text(),
    staffNumberKey: text(),
    /** The names as sent, for the report. */
    hr: jsonb().notNull(),
    errors: masked(jsonb()).notNull(),
    /** The record as sent, SSNs masked; a list where there are several. */
    payload: masked(text()),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    uniqueIndex('set_aside_staff_place').on(t.districtId, t.callId, t.line),
    index().on(t.districtId, t.runId, t.staffNumberKey),
  ],
);

/**
 * What the columns and values of a district's files mean, as a user confirmed it. A row never changes, but for who confirmed
 * it last. Of a named mapping each save is a row of its own, the next version.
 */
export const columnMapping = pgTable(
  'column_mapping',
  {
    ...keys,
    /** Null for what is only remembered for the next file with such columns. */
    name: masked(text()),
    /** From 1; null without a name. */
    version: integer(),
    /** SHA-256 of name, version and content. */
    contentKey: text().notNull(),
    /** Of each column in the file's order: ColumnMeaning of lib/record/csv/meaning.ts, and its header's key. */
    columns: masked(jsonb()).notNull(),
    /** The rest of a FileMapping of lib/record/csv/meaning.ts; null of what an older version kept. */
    rules: masked(jsonb()),
    confirmedAt: moment().notNull(),
    confirmedBy: masked(text()).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    unique().on(t.districtId, t.contentKey),
    uniqueIndex('column_mapping_version').on(t.districtId, t.name, t.version),
  ],
);
