import type { Transaction } from '../../../db/client.ts';
import type { Fence } from '../run/fence.ts';
import { RUN_OUTCOMES, type RunOutcome } from '../schema.ts';

/**
 * Counts a batch in its own transaction, last of all: the counts are exact whatever dies, and the lanes wait for each
 * other no longer than a COMMIT takes.
 */
export async function recordProgress(
  tx: Transaction,
  fence: Fence,
  outcomes: readonly { outcome: RunOutcome }[],
): Promise<void> {
  const counts = RUN_OUTCOMES.map((kind) => outcomes.filter(({ outcome }) => outcome === kind).length);
  await tx.run(
    `update sync_job set processed = processed + $3, created = created + $4, updated = updated + $5,
            unchanged = unchanged + $6, held = held + $7, failed = failed + $8, removed = removed + $9
      where district_id = $1 and id = $2`,
    [tx.districtId, fence.jobId, outcomes.length, ...counts],
  );
}
