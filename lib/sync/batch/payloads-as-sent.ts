import { and, eq, isNotNull } from 'drizzle-orm';
import { plannedAnew } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, TRUE, ZERO } from '../../../db/conditions.ts';
import { ownOrKnown } from '../../../db/own-or-known.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';
import { staffNumberKey } from '../../record/record.ts';

/** Number by number (`ZERO`): a join read all of the call for the few who failed in each batch. */
const sentOf = defineQuery(
  'staged records as sent',
  (orm, p: Params<{ runId: string; keys: readonly string[] }>) => {
    const asked = unnested('asked', { key: [stagedStaff.staffNumberKey, p.keys] });
    const { known, columns } = ownOrKnown(orm, stagedStaff, 'known');
    const staged = orm
      .select({ callId: stagedStaff.callId, sent: columns.sent.as('sent') })
      .from(stagedStaff)
      .leftJoinLateral(known, TRUE)
      .where(
        and(
          inDistrict(stagedStaff),
          eq(stagedStaff.runId, p.runId),
          eq(stagedStaff.staffNumberKey, asked.columns.key),
        ),
      )
      .offset(ZERO)
      .as('staged');
    return orm
      .select({ key: asked.columns.key, sent: staged.sent })
      .from(asked.table)
      .crossJoinLateral(staged)
      .innerJoin(
        stagedCall,
        and(inDistrict(stagedCall), eq(stagedCall.id, staged.callId), isNotNull(stagedCall.firstSeq)),
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
  const keys = staffNumbers.map(staffNumberKey);
  const rows = await plannedAnew(tx, () => sentOf(tx, { runId, keys }));
  return new Map(rows.map(({ key, sent }) => [key, sent]));
}
