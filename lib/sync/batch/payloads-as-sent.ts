import { and, eq, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { ownOrKnown } from '../../../db/own-or-known.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { staffNumberKey } from '../../record/record.ts';

const sentOf = defineQuery(
  'staged records as sent',
  (orm, p: Params<{ runId: string; keys: readonly string[] }>) => {
    const { known, isPointedTo, columns } = ownOrKnown(stagedStaff, 'known');
    return orm
      .select({ key: stagedStaff.staffNumberKey, sent: columns.sent })
      .from(stagedStaff)
      .leftJoin(known, isPointedTo)
      .innerJoin(
        stagedCall,
        and(inDistrict(stagedCall), eq(stagedCall.id, stagedStaff.callId), isNotNull(stagedCall.firstSeq)),
      )
      .where(
        and(
          inDistrict(stagedStaff),
          eq(stagedStaff.runId, p.runId),
          isOneOf(stagedStaff.staffNumberKey, p.keys),
        ),
      );
  },
);

/** Staged records as HR sent them, their SSN masked, by the key of their number (ERR-3). */
export async function payloadsAsSent(
  tx: Transaction,
  runId: string,
  staffNumbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (staffNumbers.length === 0) return new Map();
  const rows = await sentOf(tx, { runId, keys: staffNumbers.map(staffNumberKey) });
  return new Map(rows.map(({ key, sent }) => [key, sent]));
}
