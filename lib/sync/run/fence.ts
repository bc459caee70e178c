import { and, eq, exists, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict, isOneOf, ONE } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { type JobKind, type RunState, syncJob, syncRun } from '../../../db/schema/sync.ts';
import { isLiveJob } from './jobs.ts';

/** The job lost its run: the run was cancelled, restarted, or taken over. The job ends silently: the new owner reports. */
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

/** Only for a job that has not ended: the queue may deliver one again, and its run may be another job's by then. */
const raiseAttempt = defineQuery(
  'raise the attempt of a run',
  (orm, p: Params<{ runId: string; jobId: string; states: readonly RunState[] }>) => {
    const job = orm
      .select(ONE)
      .from(syncJob)
      .where(and(inDistrict(syncJob), eq(syncJob.id, p.jobId), isLiveJob));
    return orm
      .update(syncRun)
      .set({ attempt: sql`${syncRun.attempt} + 1` })
      .where(
        and(inDistrict(syncRun), eq(syncRun.id, p.runId), isOneOf(syncRun.status, p.states), exists(job)),
      )
      .returning({ attempt: syncRun.attempt });
  },
);
const startJob = defineCommand('start a job', (orm, p: Params<{ id: string; now: Date }>) =>
  orm
    .update(syncJob)
    .set({
      status: 'running',
      startedAt: sql`coalesce(${syncJob.startedAt}, ${asStored(p.now, syncJob.startedAt)})`,
    })
    .where(and(inDistrict(syncJob), eq(syncJob.id, p.id), isLiveJob)),
);
const runOfAttempt = defineQuery(
  'hold a run of one attempt',
  (orm, p: Params<{ runId: string; attempt: number }>) =>
    orm
      .select({ id: syncRun.id })
      .from(syncRun)
      .where(and(inDistrict(syncRun), eq(syncRun.id, p.runId), eq(syncRun.attempt, p.attempt)))
      .for('share'),
);

/**
 * Takes the job's run over. The attempt goes up, so that a worker that had the run before can't write any more.
 * @returns undefined when the job has ended or its run is in another state
 */
export async function takeOver(
  tx: Transaction,
  job: { id: string; runId: string; kind: JobKind },
  now: Date,
): Promise<Fence | undefined> {
  const run = await raiseAttempt.first(tx, { runId: job.runId, jobId: job.id, states: STATES[job.kind] });
  if (!run) return undefined;
  const started = await startJob(tx, { id: job.id, now });
  return started ? { runId: job.runId, jobId: job.id, attempt: run.attempt } : undefined;
}

/** Keeps a validation that failed as a whole, and has not ended yet, from writing any more. Its run keeps its state. */
export async function stopValidation(tx: Transaction, job: { id: string; runId: string }): Promise<void> {
  await raiseAttempt(tx, { runId: job.runId, jobId: job.id, states: STATES.validate });
}

/**
 * Call it first in every transaction of a job. It holds the run until the transaction ends. The lock is shared, so that
 * the workers of one job don't wait for each other.
 * @throws Fenced when the run was taken over
 */
export async function holdFence(
  tx: Transaction,
  { runId, attempt }: Pick<Fence, 'runId' | 'attempt'>,
): Promise<void> {
  if (!(await runOfAttempt.first(tx, { runId, attempt }))) throw new Fenced('The run was taken over.');
}
