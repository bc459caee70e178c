import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { SYNC_QUEUE, sendJob } from '../../jobs/queue.ts';
import type { JobStatus } from '../schema.ts';

export type JobKind = 'validate' | 'commit' | 'undo';

export interface JobRow extends Omit<JobStatus, 'jobId' | 'submittedAt' | 'startedAt' | 'finishedAt'> {
  id: string;
  runId: string;
  kind: JobKind;
  submittedAt: Date;
  submittedBy: string;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** By an undo: people whom its run had created. */
  removed: number;
  failure: string | null;
}

const JOB = `select id, run_id as "runId", kind, status, submitted_at as "submittedAt", submitted_by as "submittedBy",
    started_at as "startedAt", finished_at as "finishedAt", total, processed, created, updated, unchanged, held,
    failed, removed, failure
  from sync_job where district_id = $1`;

export const jobById = (tx: Transaction, id: string): Promise<JobRow | undefined> =>
  tx.row(`${JOB} and id = $2`, [tx.districtId, id]);

/** The district's most recent commit job, whatever its state; undefined when none was ever submitted. */
export const latestCommitJob = (tx: Transaction): Promise<JobRow | undefined> =>
  tx.row(`${JOB} and kind = 'commit' order by submitted_at desc, id desc limit 1`, [tx.districtId]);

export const liveJob = (tx: Transaction): Promise<JobRow | undefined> =>
  tx.row(`${JOB} and status in ('queued', 'running')`, [tx.districtId]);

/** Records the job and hands its id to the queue in the same transaction: there is never one without the other. */
export async function submitJob(
  ctx: Context,
  tx: Transaction,
  input: { runId: string; kind: JobKind; total: number },
): Promise<string> {
  const id = ctx.newId();
  await tx.run(
    `insert into sync_job (district_id, id, run_id, kind, status, submitted_at, submitted_by, total)
     values ($1, $2, $3, $4, 'queued', $5, $6, $7)`,
    [tx.districtId, id, input.runId, input.kind, ctx.now, ctx.actor.name, input.total],
  );
  await sendJob(ctx.db, tx, SYNC_QUEUE, { districtId: tx.districtId, jobId: id });
  return id;
}

/** Ends the live job of a run, if there is one. */
export async function endJob(
  tx: Transaction,
  runId: string,
  status: 'completed' | 'failed' | 'cancelled',
  now: Date,
  failure?: string,
): Promise<void> {
  await tx.run(
    `update sync_job set status = $3, finished_at = $4, failure = $5
      where district_id = $1 and run_id = $2 and status in ('queued', 'running')`,
    [tx.districtId, runId, status, now, failure ?? null],
  );
}

/** API.md's `commitJobStatus`. */
export const viewJob = (job: JobRow): JobStatus => ({
  jobId: job.id,
  status: job.status,
  submittedAt: job.submittedAt.toISOString(),
  startedAt: job.startedAt?.toISOString() ?? null,
  finishedAt: job.finishedAt?.toISOString() ?? null,
  total: job.total,
  processed: job.processed,
  created: job.created,
  updated: job.updated,
  unchanged: job.unchanged,
  held: job.held,
  failed: job.failed,
});
