import type { Transaction } from '../../../db/client.ts';
import type { JobKind } from './jobs.ts';
import type { RunState } from './states.ts';

/** The job lost its run: it was cancelled, restarted, or another worker took it over. It stops without a word. */
export class Fenced extends Error {}

export interface Fence {
  runId: string;
  jobId: string;
  attempt: number;
}

const STATES: Record<JobKind, readonly RunState[]> = {
  validate: ['transferred', 'validated'],
  commit: ['committing'],
  undo: ['committing'],
};

/**
 * Takes the job's run over: the attempt moves, so that whoever worked on it before can't write any more.
 * @returns undefined when the job has ended or its run has gone another way.
 */
export async function takeOver(
  tx: Transaction,
  job: { id: string; runId: string; kind: JobKind },
  now: Date,
): Promise<Fence | undefined> {
  const run = await tx.row<{ attempt: number }>(
    `update sync_run set attempt = attempt + 1 where district_id = $1 and id = $2 and status = any($3::text[])
     returning attempt`,
    [tx.districtId, job.runId, STATES[job.kind]],
  );
  if (!run) return undefined;
  const started = await tx.run(
    `update sync_job set status = 'running', started_at = coalesce(started_at, $3)
      where district_id = $1 and id = $2 and status in ('queued', 'running')`,
    [tx.districtId, job.id, now],
  );
  return started ? { runId: job.runId, jobId: job.id, attempt: run.attempt } : undefined;
}

/**
 * Stands in every transaction in which a job writes: holds the run until it ends, and ends the job if the run has
 * moved on. Shared, so that the lanes of one job don't wait for each other.
 * @throws Fenced
 */
export async function holdFence(tx: Transaction, fence: Fence): Promise<void> {
  const held = await tx.row(
    'select 1 from sync_run where district_id = $1 and id = $2 and attempt = $3 for share',
    [tx.districtId, fence.runId, fence.attempt],
  );
  if (!held) throw new Fenced('The run has moved on.');
}
