import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { page } from '../../paging.ts';
import type { RunOutcome } from '../schema.ts';
import type { RunState } from './states.ts';

/** A run as the history tells it. */
export interface PastRun {
  runId: string;
  status: RunState;
  startedAt: string;
  startedBy: string;
  staffTransferred: number;
  setAside: number;
  /** When it was committed or cancelled; null while it is live. */
  endedAt: string | null;
  hasReport: boolean;
  /** What its commit or undo did; null when there was none. */
  counts: Record<RunOutcome, number> | null;
  /** The run that this one undoes; null for a synchronisation. */
  undoes: { runId: string; startedAt: string } | null;
  /** The last run that undid it, or is at it. */
  undoneBy: { runId: string; status: RunState } | null;
  /** It has ended and changed somebody. */
  undoable: boolean;
  /** Of the job that is queued or running. */
  progress: { processed: number; total: number } | null;
}

interface Row {
  id: string;
  status: RunState;
  startedAt: Date;
  startedBy: string;
  staffTransferred: number;
  setAside: number;
  endedAt: Date | null;
  hasReport: boolean;
  counts: PastRun['counts'];
  undoes: PastRun['undoes'];
  undoneBy: PastRun['undoneBy'];
  undoable: boolean;
  progress: PastRun['progress'];
}

const RUN = `select r.id, r.status, r.started_at as "startedAt", r.started_by as "startedBy",
    r.staff_transferred as "staffTransferred", r.set_aside as "setAside",
    coalesce(r.committed_at, r.ended_at) as "endedAt", r.validation_id is not null as "hasReport",
    (select jsonb_build_object('created', j.created, 'updated', j.updated, 'unchanged', j.unchanged,
                               'held', j.held, 'failed', j.failed, 'removed', j.removed)
       from sync_job j where j.district_id = $1 and j.run_id = r.id and j.kind in ('commit', 'undo')
      order by j.submitted_at desc, j.id desc limit 1) as counts,
    (select jsonb_build_object('processed', j.processed, 'total', j.total)
       from sync_job j where j.district_id = $1 and j.run_id = r.id and j.status in ('queued', 'running')) as progress,
    (select jsonb_build_object('runId', o.id, 'startedAt',
                               to_char(o.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
       from sync_run o where o.district_id = $1 and o.id = r.undoes) as undoes,
    (select jsonb_build_object('runId', u.id, 'status', u.status)
       from sync_run u where u.district_id = $1 and u.undoes = r.id order by u.id desc limit 1) as "undoneBy",
    r.status in ('committed', 'cancelled') and exists (
       select 1 from change_journal e where e.district_id = $1 and e.run_id = r.id) as undoable
  from sync_run r where r.district_id = $1`;

/** The district's runs, the latest first. */
export function listRuns(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string[] },
): Promise<{ data: PastRun[]; nextCursor: string | null }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await tx.rows<Row>(
      `${RUN} and ($2::uuid is null or r.id < $2) order by r.id desc limit $3`,
      [tx.districtId, cursor?.[0] ?? null, limit + 1],
    );
    const { data, nextCursor } = page(rows, limit, (row) => [row.id]);
    return { data: data.map(view), nextCursor };
  });
}

/** @throws NotFound for a run that is not this district's */
export function pastRun(ctx: Context, { runId }: { runId: string }): Promise<PastRun> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await tx.row<Row>(`${RUN} and r.id = $2`, [tx.districtId, runId]);
    if (!row) throw new NotFound('There is no such synchronisation in this district.');
    return view(row);
  });
}

/** The district's most recent run that was committed; null before there is one. */
export function lastCommit(ctx: Context): Promise<PastRun | null> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await tx.row<Row>(
      `${RUN} and r.kind = 'synchronization' and r.status = 'committed' order by r.id desc limit 1`,
      [tx.districtId],
    );
    return row ? view(row) : null;
  });
}

const view = ({ id, startedAt, endedAt, ...rest }: Row): PastRun => ({
  runId: id,
  ...rest,
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});
