import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { stagedCall } from '../../../db/schema/staging.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import type { Actor } from '../../context.ts';
import { actorId } from '../run/staging-shares.ts';
import type { OpenCall } from './open-call.ts';

const insertCall = defineCommand(
  'publish a transfer call',
  (
    orm,
    p: Params<{
      id: string;
      runId: string;
      firstSeq: number;
      records: number;
      setAside: number;
      at: Date;
      sentById: string;
      sentBy: string;
    }>,
  ) =>
    orm.insert(stagedCall).values({
      districtId: DISTRICT_ID,
      id: p.id,
      runId: p.runId,
      firstSeq: p.firstSeq,
      records: p.records,
      setAside: p.setAside,
      receivedAt: p.at,
      sentById: p.sentById,
      sentBy: p.sentBy,
    }),
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

const nextPlace = defineQuery('the next place in staged order', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ place: sql<number>`${stagedCall.firstSeq} + ${stagedCall.records}` })
    .from(stagedCall)
    .where(and(inDistrict(stagedCall), eq(stagedCall.runId, p.runId), isNotNull(stagedCall.firstSeq)))
    .orderBy(desc(stagedCall.firstSeq))
    .limit(1),
);

/**
 * Under the run's lock: gives the call its place in the order. From here on its records count.
 * @returns the run's counts
 */
export async function publish(
  tx: Transaction,
  { id, runId }: OpenCall,
  call: {
    at: Date;
    actor: Actor;
    records: number;
    setAside: number;
    staffTransferred: number;
    setAsideInRun: number;
  },
): Promise<{ staffTransferred: number; setAside: number }> {
  const { at, actor, records, setAside, staffTransferred, setAsideInRun } = call;
  const firstSeq = (await nextPlace.first(tx, { runId }))?.place ?? 0;
  await insertCall(tx, {
    id,
    runId,
    firstSeq,
    records,
    setAside,
    at,
    sentById: actorId(actor),
    sentBy: actor.name,
  });
  await countTransferred(tx, { runId, staffTransferred, setAside: setAsideInRun });
  return { staffTransferred, setAside: setAsideInRun };
}
