import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import type { Actor, Context } from '../../context.ts';
import { isLiveRun, latestRun } from './run.ts';

/** How many staff of a run somebody has staged, set-aside ones included. */
export interface StagingShare {
  kind: 'user' | 'client' | 'system';
  /** A user's id, a client's Client ID. */
  id: string;
  name: string;
  staff: number;
}

/** Two stagings of one actor are one person's. */
export const actorId = (actor: Actor): string =>
  actor.kind === 'system' ? 'system:' : `${actor.kind}:${actor.kind === 'user' ? actor.id : actor.clientId}`;

const callsOf = defineQuery('staff of a run by call', (orm, p: Params<{ runId: string }>) => {
  const staged = orm
    .select({ n: sql<number>`count(*)::integer` })
    .from(stagedStaff)
    .where(and(inDistrict(stagedStaff), eq(stagedStaff.callId, stagedCall.id)));
  const aside = orm
    .select({ n: sql<number>`count(*)::integer` })
    .from(setAsideStaff)
    .where(and(inDistrict(setAsideStaff), eq(setAsideStaff.callId, stagedCall.id)));
  return orm
    .select({
      sentById: sql<string>`${stagedCall.sentById}`,
      sentBy: sql<string>`${stagedCall.sentBy}`,
      staff: sql<number>`${staged} + ${aside}`,
    })
    .from(stagedCall)
    .where(
      and(
        inDistrict(stagedCall),
        eq(stagedCall.runId, p.runId),
        isNotNull(stagedCall.firstSeq),
        isNotNull(stagedCall.sentById),
      ),
    )
    .orderBy(stagedCall.firstSeq);
});

/** Who has staged the staff of a run, in the order in which they began; nobody who has staged nothing. */
async function stagingShares(tx: Transaction, runId: string): Promise<StagingShare[]> {
  const byActor = Map.groupBy(await callsOf(tx, { runId }), ({ sentById }) => sentById);
  return [...byActor]
    .map(([actor, calls]) => {
      const [kind = '', id = ''] = actor.split(/:(.*)/s);
      const staff = calls.reduce((sum, call) => sum + call.staff, 0);
      return { kind: kind as StagingShare['kind'], id, name: calls[0]?.sentBy ?? '', staff };
    })
    .filter(({ staff }) => staff > 0);
}

/** The same without what the caller staged. */
export const othersShares = async (tx: Transaction, actor: Actor, runId: string): Promise<StagingShare[]> =>
  (await stagingShares(tx, runId)).filter(({ kind, id }) => `${kind}:${id}` !== actorId(actor));

/** Who has staged what a restart would discard; for the question before it. */
export const stagingOfLiveRun = (ctx: Context): Promise<{ data: (StagingShare & { own: boolean })[] }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await latestRun(tx);
    const shares = isLiveRun(run) ? await stagingShares(tx, run.id) : [];
    return {
      data: shares.map((share) => ({ ...share, own: `${share.kind}:${share.id}` === actorId(ctx.actor) })),
    };
  });
