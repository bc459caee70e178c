import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
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
import { person } from './person.ts';

/** A street address or PO box, once per district (ADR-3). Components as `lib/address/components.ts` has them. */
export const address = pgTable(
  'address',
  {
    ...keys,
    matchKey: text().notNull(),
    postOfficeBox: boolean().notNull().default(false),
    number: text(),
    prefix: text(),
    street: text(),
    tag: text(),
    direction: text(),
    apt: text(),
    city: text(),
    state: text(),
    zip: text(),
    county: text(),
    locationCode: text(),
    tract: text(),
    block: text(),
    /** The address that is kept instead: a search that finds this one by its key returns that one. */
    mergedInto: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.mergedInto], foreignColumns: [t.districtId, t.id] }),
    unique().on(t.districtId, t.matchKey),
    index().on(t.districtId, t.mergedInto),
    // Addresses at one house number are neighbors in it, in any collation of the database.
    index('address_by_key').on(t.districtId, t.matchKey.op('text_pattern_ops')),
  ],
);

export const household = pgTable(
  'household',
  { ...keys, name: text(), phone: text(), staffHousehold: boolean().notNull().default(false) },
  (t) => [primaryKey({ columns: [t.districtId, t.id] })],
);

export const householdMember = pgTable(
  'household_member',
  { ...keys, householdId: uuid().notNull(), personId: uuid().notNull(), startDate: day(), endDate: day() },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({
      columns: [t.districtId, t.householdId],
      foreignColumns: [household.districtId, household.id],
    }),
    foreignKey({ columns: [t.districtId, t.personId], foreignColumns: [person.districtId, person.id] }),
    unique().on(t.districtId, t.householdId, t.personId),
    index().on(t.districtId, t.personId),
  ],
);

export const householdLocation = pgTable(
  'household_location',
  {
    ...keys,
    householdId: uuid().notNull(),
    addressId: uuid().notNull(),
    startDate: day(),
    endDate: day(),
    mailing: boolean().notNull().default(true),
    physical: boolean().notNull().default(true),
    private: boolean().notNull().default(false),
    secondary: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({
      columns: [t.districtId, t.householdId],
      foreignColumns: [household.districtId, household.id],
    }),
    foreignKey({ columns: [t.districtId, t.addressId], foreignColumns: [address.districtId, address.id] }),
    index().on(t.districtId, t.householdId),
    index().on(t.districtId, t.addressId),
  ],
);

/** What an admin decided of two near addresses: `merged`, the first is kept, or `different`, in the order of their ids. */
export const addressDecision = pgTable(
  'address_decision',
  {
    ...keys,
    kind: text().$type<'merged' | 'different'>().notNull(),
    firstId: uuid().notNull(),
    secondId: uuid().notNull(),
    /** Of a merge: what was moved, before and after; for its undo. */
    before: jsonb(),
    decidedAt: moment().notNull(),
    decidedBy: masked(text()).notNull(),
    undoneAt: moment(),
    undoneBy: masked(text()),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.firstId], foreignColumns: [address.districtId, address.id] }),
    foreignKey({ columns: [t.districtId, t.secondId], foreignColumns: [address.districtId, address.id] }),
    index().on(t.districtId, t.firstId),
    index().on(t.districtId, t.secondId),
    uniqueIndex('address_merged_once')
      .on(t.districtId, t.secondId)
      .where(sql`kind = 'merged' and undone_at is null`),
    uniqueIndex('address_pair_different_once')
      .on(t.districtId, t.firstId, t.secondId)
      .where(sql`kind = 'different' and undone_at is null`),
  ],
);
