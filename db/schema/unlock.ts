import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';

/** A time in which one person's HR-managed fields can be edited in Campus (RO-5). */
export const emergencyUnlock = pgTable(
  'emergency_unlock',
  {
    ...keys,
    /** Without a foreign key: it stays on record when an undo or a combination removes the person. */
    personId: uuid().notNull(),
    reason: masked(text()).notNull(),
    unlockedAt: moment().notNull(),
    unlockedBy: masked(text()).notNull(),
    /** The lock comes back at this moment, unless an admin locked the person earlier. */
    until: moment().notNull(),
    lockedAt: moment(),
    lockedBy: masked(text()),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), index().on(t.districtId, t.personId, t.until)],
);
