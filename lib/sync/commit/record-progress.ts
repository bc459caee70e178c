import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { syncJob } from '../../../db/schema/sync.ts';
import type { Fence } from '../run/fence.ts';
import { RUN_OUTCOMES, type RunOutcome } from '../schema.ts';

type Counts = Record<RunOutcome, number>;

const addProgress = defineCommand(
  'add to the progress of a commit',
  (orm, p: Params<Counts & { jobId: string; processed: number }>) =>
    orm
      .update(syncJob)
      .set({
        processed: sql`${syncJob.processed} + ${p.processed}`,
        created: sql`${syncJob.created} + ${p.created}`,
        updated: sql`${syncJob.updated} + ${p.updated}`,
        unchanged: sql`${syncJob.unchanged} + ${p.unchanged}`,
        held: sql`${syncJob.held} + ${p.held}`,
        failed: sql`${syncJob.failed} + ${p.failed}`,
        removed: sql`${syncJob.removed} + ${p.removed}`,
      })
      .where(and(inDistrict(syncJob), eq(syncJob.id, p.jobId))),
);

/**
 * Counts a batch in its own transaction, last of all: the counts are exact even if the worker dies, and the workers of one
 * job wait for each other no longer than a COMMIT takes.
 */
export async function recordProgress(
  tx: Transaction,
  { jobId }: Fence,
  outcomes: readonly { outcome: RunOutcome }[],
): Promise<void> {
  const countOf = (kind: RunOutcome) => outcomes.filter(({ outcome }) => outcome === kind).length;
  const counts = Object.fromEntries(RUN_OUTCOMES.map((kind) => [kind, countOf(kind)])) as Counts;
  await addProgress(tx, { jobId, processed: outcomes.length, ...counts });
}
