import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';

export interface MovedRecords {
  journal: { id: string }[];
  results: { runId: string; seq: number }[];
  differences: { validationId: string; section: string; seq: number }[];
  /** What HR's next record tells (RO-4); older combinations don't know. */
  notices?: { id: string }[];
}

/** Two people who were made one (CMB-1), with what its undo needs in addition to the journal (CMB-3). */
export const combination = pgTable(
  'combination',
  {
    ...keys,
    /** Both without a foreign key: the other is gone, and the base may be combined with a third person. */
    baseId: uuid().notNull(),
    otherId: uuid().notNull(),
    otherName: text().notNull(),
    otherRev: bigint({ mode: 'number' }).notNull(),
    /** The base's revision afterwards, which its journal entry has, too. */
    rev: bigint({ mode: 'number' }).notNull(),
    /** The keys of the other's journal entries, results, report entries and notices, which became the base's. */
    moved: jsonb().$type<MovedRecords>().notNull(),
    combinedAt: moment().notNull(),
    combinedBy: masked(text()).notNull(),
    undoneAt: moment(),
    undoneBy: masked(text()),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), index().on(t.districtId, t.baseId)],
);
