/*
 * A backup as a stream of lines: a header, then for each table of each district its description, its rows as COPY writes
 * them and a line `\.`, a footer, and the SHA-256 of every byte before that last line. A person with `zcat` can read it, and `psql` load it.
 */

/** The first line. */
export interface ArchiveHeader {
  campusBackup: 1;
  /** The moment that all of its rows are of. */
  madeAt: string;
  /** What the database had been migrated by, oldest first. */
  migrations: string[];
  /** Shows whether a key is the one that the backup was made with; the caller's to make and to check. */
  keys: KeyCheck;
}

/** In base64. They say nothing about the keys. */
export interface KeyCheck {
  sealed: string;
  indexed: string;
}

/** Before a table's rows. Without a district: a table that all share. */
export interface ArchivedTable {
  schema: 'public' | 'app';
  table: string;
  columns: string[];
  district?: string;
}

/** A job of the queue that has not ended. */
export interface ArchivedJob {
  queue: string;
  data: object;
  startAfter: string;
  priority: number;
}

/** The last line but one. A file that ends before the checksum was cut off. */
export interface ArchiveFooter {
  jobs: ArchivedJob[];
  /** Rows by table. */
  rows: Record<string, number>;
}

export const END_OF_ROWS = '\\.\n';

/** Users sign in again after a restore, and vendors ask for a new token: one that was revoked since must not come back. */
export const NOT_ARCHIVED: readonly string[] = ['session', 'access_token'];

/** The backup can't be read or does not fit this database. The message says what to do. */
export class BadArchive extends Error {
  override name = 'BadArchive';
}
