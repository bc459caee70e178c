import { type SQL, sql } from 'drizzle-orm';
import type { stagedStaff } from '../../../db/schema/staging.ts';

/**
 * SHA-256 of a staged record and of the index of its SSN. A record's text is its parsed values in a fixed order, so that
 * equal records have equal digests. After a change of keys the index is another one, and so is the digest.
 */
export const recordDigest = (
  staged: Record<
    'record' | 'ssnIndex',
    SQL | SQL.Aliased | (typeof stagedStaff)['record'] | (typeof stagedStaff)['ssnIndex']
  >,
): SQL<Buffer> =>
  sql<Buffer>`sha256(convert_to(${staged.record}, 'UTF8') || coalesce(${staged.ssnIndex}, ''::bytea))`;
