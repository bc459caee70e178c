import { integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';

/** How long a district keeps a kind of data, and what is gone already. Without a row: the default of lib/retention/kinds.ts, nothing gone. */
export const retention = pgTable(
  'retention',
  {
    ...keys,
    /** One of lib/retention/kinds.ts. */
    kind: text().notNull(),
    /** What the operator chose; null for the default. */
    days: integer(),
    /** Older data of the kind was removed, or is being removed; null before the first time. It never goes back. */
    removedBefore: moment(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId, t.kind)],
);
