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
  uuid,
} from 'drizzle-orm/pg-core';
import { appUser } from './access.ts';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';
import { syncRun } from './sync.ts';

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
    /** How many people each filter of the People view finds: lib/report/people/facets.ts. */
    facets: jsonb().notNull().default({}),
    warnings: masked(jsonb()).notNull(),
    /** What every plan was made from besides the people: lib/sync/validate/validation-inputs.ts. */
    basis: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.runId], foreignColumns: [syncRun.districtId, syncRun.id] }),
    index().on(t.districtId, t.runId),
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
    /** Names, numbers and e-mails of the person, folded as names are searched (SRCH-2), for the report's search box. */
    searchText: text().notNull(),
    /**
     * Orders the People view by name, and binds a transferred person's entries together. Null for people whom only Campus
     * has.
     */
    personKey: text(),
    /** On a person's first entry only: what the filters of the People view find the person by. */
    tags: text().array(),
    /** On a person's first entry only: equal in two validations while the change is the same. */
    digest: text(),
    /** On a person's first entry only: the warnings of the plan. */
    warnings: masked(jsonb()),
    /** false: only listed, for its reason. */
    counted: boolean().notNull().default(true),
    /** A position of Campus that the commit removes, alone or for another one (POS-10). */
    removesPosition: boolean().notNull().default(false),
    fields: text().array().notNull(),
    campus: jsonb(),
    hr: jsonb(),
    why: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.validationId, t.section, t.seq] }),
    index().on(t.districtId, t.validationId, t.personKey),
    /** Compares the people of two validations without reading them. */
    index('difference_lead')
      .on(t.districtId, t.validationId, t.personKey, t.digest)
      .where(sql`digest is not null`),
  ],
);

/** What an admin has reviewed of a report. It counts while a later validation finds the same change (`difference.digest`). */
export const reviewedChange = pgTable(
  'reviewed_change',
  {
    districtId: uuid().notNull(),
    userId: uuid().notNull(),
    staffNumberKey: text().notNull(),
    digest: text().notNull(),
    reviewedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.userId, t.staffNumberKey] }),
    foreignKey({ columns: [t.districtId, t.userId], foreignColumns: [appUser.districtId, appUser.id] }),
  ],
);

/**
 * People for whom a validation planned nothing: the commit skips those whom nothing has touched since. One row for up to a
 * thousand people, so that a validation writes next to nothing for it.
 */
export const unchangedStaff = pgTable(
  'unchanged_staff',
  {
    districtId: uuid().notNull(),
    validationId: uuid().notNull(),
    /** The first of `seqs`. */
    firstSeq: integer().notNull(),
    /** Side by side, in staged order: place in it, person, and the `person.rev` the plan was made from. */
    seqs: integer().array().notNull(),
    personIds: uuid().array().notNull(),
    revs: bigint({ mode: 'number' }).array().notNull(),
    /** Warnings by place in staged order, of those who have any. */
    warnings: masked(jsonb()).notNull(),
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
