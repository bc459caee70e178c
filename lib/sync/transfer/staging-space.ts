import { and, eq, sql, sum } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { stagedCall } from '../../../db/schema/staging.ts';
import type { Context } from '../../context.ts';
import { TooLarge } from '../../failure.ts';
import { STAGING_GIGABYTES } from '../../limits.ts';
import type { OpenCall } from './open-call.ts';
import { stagingFull } from './texts.ts';

const addBytes = defineCommand(
  'count the bytes of a transfer call',
  (orm, p: Params<{ id: string; bytes: number }>) =>
    orm
      .update(stagedCall)
      .set({ bytes: sql`${stagedCall.bytes} + ${p.bytes}::bigint` })
      .where(and(inDistrict(stagedCall), eq(stagedCall.id, p.id))),
);
const bytesOfRun = defineQuery('bytes that a run has staged', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ bytes: sum(stagedCall.bytes).mapWith(Number) })
    .from(stagedCall)
    .where(and(inDistrict(stagedCall), eq(stagedCall.runId, p.runId))),
);

/** What each row takes beside its texts. */
export const ROW_BYTES = 200;

/**
 * Counts what a call is about to put into the staging. A call that fails gives its bytes back with its row.
 * @throws TooLarge if the run would have more than a district may have
 */
export async function takeSpace(
  { stagingBytes = STAGING_GIGABYTES * 1024 ** 3 }: Context,
  tx: Transaction,
  { id, runId }: OpenCall,
  bytes: number,
): Promise<void> {
  await addBytes(tx, { id, bytes });
  const taken = (await bytesOfRun.first(tx, { runId }))?.bytes ?? 0;
  if (taken > stagingBytes) throw new TooLarge(stagingFull(stagingBytes));
}
