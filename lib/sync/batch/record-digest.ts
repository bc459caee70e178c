import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * SHA-256 of a record and of the index of its SSN: as it is kept beside the record, else computed. A record's text is its parsed
 * values in a fixed order, so that equal records have equal digests. After a change of keys the index is another one, and so is
 * the digest.
 */
export const recordDigest = (of: Record<'recordDigest' | 'record' | 'ssnIndex', AnyColumn>): SQL<Buffer> =>
  sql<Buffer>`coalesce(${of.recordDigest}, sha256(convert_to(${of.record}, 'UTF8') || coalesce(${of.ssnIndex}, ''::bytea)))`;
