import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { afterAll, asStored, DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { type JobKind, syncJob } from '../../../db/schema/sync.ts';
import type { Context } from '../../context.ts';
import { SMALL_JOB_PRIORITY, SMALL_JOB_STAFF, SYNC_QUEUE, sendJob } from '../../jobs/queue.ts';
import type { JobStatus } from '../schema.ts';

export type { JobKind } from '../../../db/schema/sync.ts';

const { districtId: _, ...JOB } = getTableColumns(syncJob);

const byId = defineQuery('a job by id', (orm, p: Params<{ id: string }>) =>
  orm
    .select(JOB)
    .from(syncJob)
    .where(and(inDistrict(syncJob), eq(syncJob.id, p.id))),
);
const latestCommit = defineQuery('the latest commit job', (orm) =>
  orm
    .select(JOB)
    .from(syncJob)
    .where(and(inDistrict(syncJob), eq(syncJob.kind, 'commit')))
    .orderBy(desc(syncJob.submittedAt), desc(syncJob.id))
    .limit(1),
);
/** It is queued or running. */
export const isLiveJob = inArray(syncJob.status, ['queued', 'running']);
const live = defineQuery('the live job', (orm) =>
  orm
    .select(JOB)
    .from(syncJob)
    .where(and(inDistrict(syncJob), isLiveJob)),
);

export type JobRow = Awaited<ReturnType<typeof byId>>[number];

export const jobById = (tx: Transaction, id: string): Promise<JobRow | undefined> => byId.first(tx, { id });

/** The district's most recent commit job, whatever its state; undefined when none was ever submitted. */
export const latestCommitJob = (tx: Transaction): Promise<JobRow | undefined> => latestCommit.first(tx);

/** The district's job that is queued or running. */
export const liveJob = (tx: Transaction): Promise<JobRow | undefined> => live.first(tx);

interface NewJob {
  id: string;
  runId: string;
  kind: JobKind;
  submittedAt: Date;
  submittedBy: string;
  byClient: boolean;
  total: number;
}
const submission = defineQuery('when a new job is submitted', (orm, p: Params<{ now: Date }>) =>
  orm.select({ at: afterAll(p.now, syncJob.submittedAt) }).from(sql`(values (1)) as one(n)`),
);
const insertJob = defineCommand('insert a job', (orm, p: Params<NewJob>) =>
  orm.insert(syncJob).values({
    districtId: DISTRICT_ID,
    id: p.id,
    runId: p.runId,
    kind: p.kind,
    status: 'queued',
    submittedAt: p.submittedAt,
    submittedBy: p.submittedBy,
    byClient: p.byClient,
    total: p.total,
  }),
);

/** Records the job and hands its id to the queue in the same transaction: there is never one without the other. */
export async function submitJob(
  ctx: Context,
  tx: Transaction,
  input: { runId: string; kind: JobKind; total: number },
): Promise<string> {
  const id = ctx.newId();
  const { kind, name } = ctx.actor;
  const byClient = kind === 'client';
  const submittedAt = (await submission.first(tx, { now: ctx.now }))?.at ?? ctx.now;
  await insertJob(tx, { ...input, id, submittedAt, submittedBy: name, byClient });
  const priority = input.total <= SMALL_JOB_STAFF ? SMALL_JOB_PRIORITY : 0;
  await sendJob(ctx.db, tx, SYNC_QUEUE, { districtId: tx.districtId, jobId: id }, { priority });
  return id;
}

type Ending = 'completed' | 'failed' | 'cancelled';

const endLiveJob = defineCommand(
  'end the live job of a run',
  (orm, p: Params<{ runId: string; status: Ending; finishedAt: Date; failure: string | null }>) =>
    orm
      .update(syncJob)
      .set({
        status: asStored(p.status, syncJob.status),
        finishedAt: asStored(p.finishedAt, syncJob.finishedAt),
        failure: asStored(p.failure, syncJob.failure),
      })
      .where(and(inDistrict(syncJob), eq(syncJob.runId, p.runId), isLiveJob)),
);

/** Ends the live job of a run, if there is one. */
export async function endJob(
  tx: Transaction,
  runId: string,
  status: Ending,
  finishedAt: Date,
  failure: string | null = null,
): Promise<void> {
  await endLiveJob(tx, { runId, status, finishedAt, failure });
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
