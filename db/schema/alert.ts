import { integer, pgTable, primaryKey, unique } from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';

/** When a district is notified of errors and silent clients. Without a row: the defaults of lib/alerts/schema.ts. */
export const alertSetting = pgTable(
  'alert_setting',
  {
    ...keys,
    /** More open errors than this… */
    errorLimit: integer().notNull(),
    /** …within so many hours. */
    errorHours: integer().notNull(),
    silentDays: integer().notNull(),
    /** When the district was notified that the errors exceed the limit; null once they have fallen. */
    errorsNotifiedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId)],
);
