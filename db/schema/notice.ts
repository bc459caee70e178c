import { foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { person } from './person.ts';

/** Two addresses of a person HR manages were merged (RO-4). Both as one line. */
export interface MergedAddress {
  dropped: string;
  kept: string;
}

/** HR's value of a field, as text; of an SSN the last four digits. */
export interface FieldDrift {
  field: string;
  hr: string | null;
}

/** HR's row; null where HR has none. */
export interface RowDrift {
  table: 'employment' | 'districtAssignment';
  rowId: string;
  hr: Record<string, string | null> | null;
}

/**
 * What HR's next record for a person settles: the warning `addressMerged` (RO-4), and what was changed in Campus during
 * an emergency unlock (RO-5).
 */
export const hrNotice = pgTable(
  'hr_notice',
  {
    ...keys,
    personId: uuid().notNull(),
    kind: text().$type<'addressMerged' | 'fieldDrift' | 'rowDrift'>().notNull(),
    /** What it is about, once per person: the decision to merge, the field or the row. */
    subject: text().notNull(),
    detail: jsonb().$type<MergedAddress | FieldDrift | RowDrift>().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.personId], foreignColumns: [person.districtId, person.id] }),
    unique().on(t.districtId, t.personId, t.subject),
    index().on(t.districtId, t.subject),
  ],
);
