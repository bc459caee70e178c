import { and, asc, eq, exists, gt, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, ONE } from '../../../db/conditions.ts';
import { defineQuery } from '../../../db/query.ts';
import { syncJob, syncRun } from '../../../db/schema/sync.ts';
import { isLive, type RunState } from './states.ts';

export interface Undo {
  id: string;
  /** The run it undoes, which may be an undo, too. */
  undoes: string | null;
  status: RunState;
  /** It restored something of somebody. */
  restored: boolean;
}

/** Which runs are undone now. */
export interface Undos {
  /** By an undo that is live or has restored something, and is not undone itself. */
  isUndone(runId: string): boolean;
  /** The last such undo of a run, else the last one that was cancelled. */
  of(runId: string): { runId: string; status: RunState } | null;
}

const undosOfDistrict = defineQuery('undos of a district', (orm) => {
  const restored = orm
    .select(ONE)
    .from(syncJob)
    .where(
      and(
        inDistrict(syncJob),
        eq(syncJob.runId, syncRun.id),
        gt(sql`${syncJob.created} + ${syncJob.updated} + ${syncJob.removed}`, 0),
      ),
    );
  return orm
    .select({
      id: syncRun.id,
      undoes: syncRun.undoes,
      status: syncRun.status,
      restored: sql<boolean>`${exists(restored)}`,
    })
    .from(syncRun)
    .where(and(inDistrict(syncRun), eq(syncRun.kind, 'undo')))
    .orderBy(asc(syncRun.id));
});

export const readUndos = async (tx: Transaction): Promise<Undos> => undosOf(await undosOfDistrict(tx));

/** @param undos the latest last */
export function undosOf(undos: readonly Undo[]): Undos {
  const counts = (undo: Undo): boolean =>
    undo.status !== 'cancelled' && (isLive(undo.status) || undo.restored) && !isUndone(undo.id);
  const last = (runId: string, which: (undo: Undo) => boolean) =>
    undos.findLast((undo) => undo.undoes === runId && which(undo));
  const isUndone = (runId: string): boolean => last(runId, counts) !== undefined;
  return {
    isUndone,
    of(runId) {
      const undo = last(runId, counts) ?? last(runId, ({ status }) => status === 'cancelled');
      return undo ? { runId: undo.id, status: undo.status } : null;
    },
  };
}
