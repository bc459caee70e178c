import { type AnyColumn, and, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { inDistrict } from './conditions.ts';
import { knownRecord } from './schema/known-record.ts';

type Staged = Record<'record' | 'sent' | 'staffNumberKey' | 'ssnCipher' | 'ssnIndex' | 'ssnLast4', AnyColumn>;

/**
 * A staged record that HR had sent before only points to what is known of it. A query that reads records joins that:
 *
 *     const { known, isPointedTo, columns } = ownOrKnown(stagedStaff, 'known');
 *     orm.select({ record: columns.record }).from(stagedStaff).leftJoin(known, isPointedTo)
 *
 * What is known does not change from the start of a run to the end of its commit (keep-known.ts), and forgets no number that is
 * staged.
 */
export function ownOrKnown(staged: Staged, name: string) {
  const known = alias(knownRecord, name);
  const either = <T>(ofKnown: AnyColumn, own: AnyColumn): SQL<T> => sql<T>`coalesce(${ofKnown}, ${own})`;
  return {
    known,
    isPointedTo: and(
      inDistrict(known),
      eq(known.staffNumberKey, staged.staffNumberKey),
      eq(staged.record, ''),
    ),
    columns: {
      record: either<string>(known.record, staged.record),
      sent: either<string>(known.sent, staged.sent),
      ssnCipher: either<Buffer | null>(known.ssnCipher, staged.ssnCipher),
      ssnIndex: either<Buffer | null>(known.ssnIndex, staged.ssnIndex),
      ssnLast4: either<string | null>(known.ssnLast4, staged.ssnLast4),
    },
  };
}
