import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DistrictId } from '../district-id.ts';
import { day } from './columns.ts';
import { masked } from './masked.ts';
import { bytes } from './person.ts';

/**
 * The record that HR last sent for a number and a commit took, as it was sent and as Campus read it, its SSN sealed. The
 * next transfer stages an equal record from here (lib/sync/transfer/known-records.ts). One row a number that HR sends.
 */
export const knownRecord = pgTable(
  'known_record',
  {
    districtId: uuid().$type<DistrictId>().notNull(),
    staffNumberKey: text().notNull(),
    /** Keyed, of the record as sent, its SSN too, and of all that it was read with: lib/sync/transfer/sent-digest.ts. */
    sentDigest: bytes().notNull(),
    /** The district's day on which it was read, and the first later day on which other warnings may be due; null: none. */
    readOn: day().notNull(),
    changesOn: day(),
    /** As `staged_staff` has them. */
    record: text().notNull(),
    sent: text().notNull(),
    ssnCipher: bytes(),
    ssnIndex: bytes(),
    ssnLast4: text(),
    /** What a transfer warns of it each time, as JSON, pointers within the record; null for nothing. */
    warnings: masked(text()),
    /** As recordDigest makes it; null of what an older version kept. */
    recordDigest: bytes(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.staffNumberKey] }),
    // A record is looked for before it is read, so its number is not known yet.
    index('known_record_digest').on(t.districtId, t.sentDigest),
  ],
);

/**
 * The codes that a district had when it was last looked, and a name for them. The name stays while codes are only added: what
 * was read and planned with them is still so (lib/sync/batch/codes-basis.ts). One row a district.
 */
export const codesSeen = pgTable(
  'codes_seen',
  {
    districtId: uuid().$type<DistrictId>().notNull(),
    basis: uuid().notNull(),
    /** Each kind, code, whether it is active, and name, as a list of texts. */
    codes: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId] })],
);
