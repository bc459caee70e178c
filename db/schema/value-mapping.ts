import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { apiClient } from './client.ts';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';

/** The lists of reference values, as lib/record/csv/meaning.ts has them. */
export type ValueKind = 'schools' | 'genders' | 'assignmentCodes' | 'titles';

const valueOfClient = {
  ...keys,
  clientId: uuid().notNull(),
  kind: text().$type<ValueKind>().notNull(),
};

/** What a value of an HR system is in Campus. It has no effect while Campus has `value` as a code itself. */
export const valueMapping = pgTable(
  'value_mapping',
  {
    ...valueOfClient,
    /** As HR sends it, legible (lib/text/legible.ts). */
    value: text().notNull(),
    code: text().notNull(),
    savedAt: moment().notNull(),
    savedBy: masked(text()).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.clientId], foreignColumns: [apiClient.districtId, apiClient.id] }),
    unique().on(t.districtId, t.clientId, t.kind, t.value),
  ],
);

/** A value that an HR system sent and Campus did not know then. */
export const unknownValue = pgTable(
  'unknown_value',
  {
    ...valueOfClient,
    value: masked(text()).notNull(),
    /** How many records had it, over all calls. */
    records: integer().notNull(),
    lastSentAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.clientId], foreignColumns: [apiClient.districtId, apiClient.id] }),
    unique().on(t.districtId, t.clientId, t.kind, t.value),
  ],
);
