import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { stagedCall } from '../../../db/schema/staging.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { Conflict } from '../../failure.ts';
import type { OpenCall } from './open-call.ts';
import { restartedMeanwhile } from './texts.ts';

const publishCall = defineCommand(
  'publish a transfer call',
  (
    orm,
    p: Params<{
      id: string;
      firstSeq: number;
      records: number;
      setAside: number;
      unknownValues: object;
      at: Date;
    }>,
  ) =>
    orm
      .update(stagedCall)
      .set({
        firstSeq: asStored(p.firstSeq, stagedCall.firstSeq),
        records: asStored(p.records, stagedCall.records),
        setAside: asStored(p.setAside, stagedCall.setAside),
        unknownValues: asStored(p.unknownValues, stagedCall.unknownValues),
        receivedAt: asStored(p.at, stagedCall.receivedAt),
      })
      .where(and(inDistrict(stagedCall), eq(stagedCall.id, p.id), isNull(stagedCall.firstSeq))),
);
const countTransferred = defineCommand(
  'count the staff of a run',
  (orm, p: Params<{ runId: string; staffTransferred: number; setAside: number }>) =>
    orm
      .update(syncRun)
      .set({
        staffTransferred: asStored(p.staffTransferred, syncRun.staffTransferred),
        setAside: asStored(p.setAside, syncRun.setAside),
      })
      .where(and(inDistrict(syncRun), eq(syncRun.id, p.runId))),
);

/** A call without records has a place, too: else the next one began at the same place, and either could be the last. */
const nextPlace = defineQuery('the next place in staged order', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ place: sql<number>`${stagedCall.firstSeq} + greatest(${stagedCall.records}, 1)` })
    .from(stagedCall)
    .where(and(inDistrict(stagedCall), eq(stagedCall.runId, p.runId), isNotNull(stagedCall.firstSeq)))
    .orderBy(desc(stagedCall.firstSeq))
    .limit(1),
);

/**
 * Under the run's lock: gives the call its place in the order. From here on its records count.
 * @returns the run's counts
 * @throws Conflict if the call's records were cleared meanwhile
 */
export async function publish(
  tx: Transaction,
  { id, runId }: OpenCall,
  call: {
    at: Date;
    records: number;
    setAside: number;
    staffTransferred: number;
    setAsideInRun: number;
    unknownValues: readonly object[];
  },
): Promise<{ staffTransferred: number; setAside: number }> {
  const { at, records, setAside, staffTransferred, setAsideInRun, unknownValues } = call;
  const firstSeq = (await nextPlace.first(tx, { runId }))?.place ?? 0;
  if ((await publishCall(tx, { id, firstSeq, records, setAside, unknownValues, at })) !== 1)
    throw new Conflict(restartedMeanwhile);
  await countTransferred(tx, { runId, staffTransferred, setAside: setAsideInRun });
  return { staffTransferred, setAside: setAsideInRun };
}
