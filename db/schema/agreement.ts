import { bigint, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { DistrictId } from '../district-id.ts';
import { day } from './columns.ts';
import { masked } from './masked.ts';
import { bytes } from './person.ts';

/**
 * People for whom a validation planned nothing, and what that plan was made from. As long as none of it is different, the
 * same record needs no plan (lib/sync/validate/find-agreed.ts). Without a foreign key, which would
 * be checked for each row: a person who is gone is joined with nothing.
 */
export const agreedStaff = pgTable(
  'agreed_staff',
  {
    districtId: uuid().$type<DistrictId>().notNull(),
    personId: uuid().notNull(),
    /** `person.rev`: every change to anything of a person raises it. */
    rev: bigint({ mode: 'number' }).notNull(),
    /** SHA-256 of the staged record and its SSN's index (lib/sync/batch/record-digest.ts). */
    digest: bytes().notNull(),
    /** Settings, reference values, merges of addresses and the rules: lib/sync/validate/plan-inputs.ts. */
    basis: text().notNull(),
    /** The district's day of the plan, and the first day on which it may be another one; null: none. */
    plannedOn: day().notNull(),
    changesOn: day(),
    /** Warnings of the plan, which the results repeat. */
    warnings: masked(jsonb()).notNull(),
    /** What the report lists of them all the same, such as an address that was ignored, as a list of NewEntry; null: nothing. */
    entries: jsonb(),
    /** Whether the record has any of these, 1 or 0: the report counts for how many people HR sent them. */
    employments: smallint().notNull(),
    assignments: smallint().notNull(),
    addresses: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.personId] })],
);
