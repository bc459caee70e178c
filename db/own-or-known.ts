import { type AnyColumn, and, eq, type SQL, sql } from 'drizzle-orm';
import { inDistrict, ZERO } from './conditions.ts';
import type { Orm } from './orm.ts';
import { knownRecord } from './schema/known-record.ts';

type Staged = Record<'record' | 'sent' | 'staffNumberKey' | 'ssnCipher' | 'ssnIndex' | 'ssnLast4', AnyColumn>;

/**
 * A staged record that HR had sent before only points to what is known of it. A query that reads records joins that:
 *
 *     const { known, columns } = ownOrKnown(orm, stagedStaff, 'known');
 *     orm.select({ record: columns.record }).from(stagedStaff).leftJoinLateral(known, TRUE)
 *
 * It is looked up for each such record by itself (`ZERO`): a join would read all that is known, for a few of them. Run
 * `findByIndex` before, or the query by `plannedAnew`: in a plan from when nothing was known that is what each look-up does.
 *
 * What is known does not change from the start of a run to the end of its commit (keep-known.ts), and forgets no number that is
 * staged.
 */
export function ownOrKnown(orm: Orm, staged: Staged, name: string) {
  const { record, sent, ssnCipher, ssnIndex, ssnLast4 } = knownRecord;
  const known = orm
    .select({ record, sent, ssnCipher, ssnIndex, ssnLast4 })
    .from(knownRecord)
    .where(
      and(
        inDistrict(knownRecord),
        eq(knownRecord.staffNumberKey, staged.staffNumberKey),
        eq(staged.record, ''),
      ),
    )
    .offset(ZERO)
    .as(name);
  const either = <T>(ofKnown: AnyColumn, own: AnyColumn): SQL<T> => sql<T>`coalesce(${ofKnown}, ${own})`;
  return {
    known,
    columns: {
      record: either<string>(known.record, staged.record),
      sent: either<string>(known.sent, staged.sent),
      ssnCipher: either<Buffer | null>(known.ssnCipher, staged.ssnCipher),
      ssnIndex: either<Buffer | null>(known.ssnIndex, staged.ssnIndex),
      ssnLast4: either<string | null>(known.ssnLast4, staged.ssnLast4),
    },
  };
}
