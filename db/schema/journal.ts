import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';

/**
 * What made a change: HR's call or commit; an edit in Campus, a combination of two people (CMB-1) or a merge of two addresses
 * (ADR-3), each by an admin; or the undo of a synchronization.
 */
export type ChangeOrigin = 'hr' | 'campus' | 'combine' | 'merge' | 'undo';

/** All that one call or commit changed for one person: the plan as it was carried out, with before-images. No key to the run, as above. */
export const changeJournal = pgTable(
  'change_journal',
  {
    ...keys,
    /** Without a foreign key: an undo removes people whom its run created, and can itself be undone. */
    personId: uuid().notNull(),
    runId: uuid(),
    requestId: masked(text()),
    origin: text().$type<ChangeOrigin>().notNull(),
    actor: masked(text()).notNull(),
    occurredAt: moment().notNull(),
    rev: bigint({ mode: 'number' }).notNull(),
    created: boolean().notNull(),
    /** Change[] of lib/change/change.ts, updates reduced to the columns that differ. */
    changes: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    index().on(t.districtId, t.personId),
    index().on(t.districtId, t.runId, t.personId),
  ],
);
