import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DistrictId } from '../district-id.ts';
import { day, keys, moment } from './columns.ts';

/** A tenant. Shared by all (no row level security): the token endpoint finds a district by its appName. */
export const district = pgTable('district', {
  id: uuid().$type<DistrictId>().primaryKey(),
  /** Begins every client id, access token and session cookie of the district: it says where to look. */
  shortId: text().notNull().unique(),
  appName: text().notNull().unique(),
  name: text().notNull(),
  timeZone: text().notNull(),
  callsPerMinute: integer().notNull().default(6000),
  createdAt: moment().notNull().defaultNow(),
});

const code = () => ({
  ...keys,
  code: text().notNull(),
  description: text().notNull(),
  active: boolean().notNull().default(true),
});

export const school = pgTable(
  'school',
  {
    ...keys,
    schoolNumber: text().notNull(),
    name: text().notNull(),
    type: text(),
    active: boolean().notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), unique().on(t.districtId, t.schoolNumber)],
);
export const gender = pgTable('gender', code(), (t) => [
  primaryKey({ columns: [t.districtId, t.id] }),
  unique().on(t.districtId, t.code),
]);
export const assignmentCode = pgTable('assignment_code', code(), (t) => [
  primaryKey({ columns: [t.districtId, t.id] }),
  unique().on(t.districtId, t.code),
]);
export const title = pgTable('title', code(), (t) => [
  primaryKey({ columns: [t.districtId, t.id] }),
  unique().on(t.districtId, t.code),
]);

/** A class section, one of the "other activities" a position can be linked to (POS-11). */
export const section = pgTable(
  'section',
  {
    ...keys,
    schoolNumber: text().notNull(),
    name: text().notNull(),
    startDate: day(),
    endDate: day(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({
      columns: [t.districtId, t.schoolNumber],
      foreignColumns: [school.districtId, school.schoolNumber],
    }),
    index().on(t.districtId, t.schoolNumber),
  ],
);
