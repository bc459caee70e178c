import {
  bigint,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { keys, moment } from './columns.ts';
import { masked } from './masked.ts';
import { bytes } from './person.ts';

/**
 * A staff file that is kept until its staff are transferred: by the file wizard, or while a call's file is read. Its bytes
 * are in `held_file_part`. Never stored in the clear.
 */
export const heldFile = pgTable(
  'held_file',
  {
    ...keys,
    /** Whose wizard has it, `user:ID`; null while a call or a feed reads it. */
    ownerId: text(),
    fileName: masked(text()).notNull(),
    /** One of lib/sync/upload/file-types.ts. */
    type: text().notNull(),
    /** As received; 0 while it is being received. */
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    /** What its parts take so far, packed and sealed. */
    storedBytes: bigint({ mode: 'number' }).notNull().default(0),
    /** SHA-256 in hexadecimal digits; null while it is being received. */
    sha256: text(),
    /** The step of the wizard that the user is in. */
    step: text().notNull(),
    /** How much of the work of its reader is done, from 0 to 1; null while nobody reads it for a page. */
    readShare: real(),
    /** What the user chose and corrected, sealed as JSON: a corrected cell may be an SSN. */
    choicesCipher: bytes(),
    createdAt: moment().notNull(),
    /** It expires a day after this. */
    changedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.districtId, t.id] }), index().on(t.districtId, t.ownerId)],
);

/** A mebibyte of a held file, packed and then sealed. */
export const heldFilePart = pgTable(
  'held_file_part',
  {
    ...keys,
    fileId: uuid().notNull(),
    /** From 0. */
    number: integer().notNull(),
    cipher: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.districtId, t.id] }),
    foreignKey({ columns: [t.districtId, t.fileId], foreignColumns: [heldFile.districtId, heldFile.id] }),
    uniqueIndex('held_file_part_place').on(t.districtId, t.fileId, t.number),
  ],
);
