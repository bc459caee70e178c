import { z } from 'zod';
import type { JobState } from '../../db/schema/sync.ts';
import { fieldErrorSchema, warningSchema } from '../wire/schema.ts';
import { RUN_STATES } from './run/states.ts';

/** API.md, *SyncRun*. */
export const syncRunSchema = z
  .object({
    runId: z.uuid(),
    status: z.enum(RUN_STATES),
    startedAt: z.iso.datetime(),
    startedBy: z.string(),
    staffTransferred: z.int().describe('How many staff are staged.'),
    setAside: z
      .int()
      .describe(
        'How many staff were set aside (SYNC-2). The report lists them as errors, the results as failed.',
      ),
    validatedAt: z.iso.datetime().nullable(),
    committedAt: z.iso.datetime().nullable(),
    allowed: z.array(z.string()).describe('The calls that are allowed now.'),
    job: z
      .object({ kind: z.enum(['validate', 'commit']), processed: z.int(), total: z.int() })
      .nullable()
      .describe('The job that is queued or running.'),
  })
  .meta({ id: 'SyncRun' });
export type SyncRun = z.infer<typeof syncRunSchema>;

export const JOB_STATES = [
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
] as const satisfies readonly JobState[];

/** API.md, `commitJobStatus`. created + updated + unchanged + held + failed = total. */
export const jobStatusSchema = z
  .object({
    jobId: z.uuid(),
    status: z.enum(JOB_STATES),
    submittedAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    total: z.int(),
    processed: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    held: z.int(),
    failed: z.int(),
  })
  .meta({ id: 'CommitJobStatus' });
export type JobStatus = z.infer<typeof jobStatusSchema>;

export const OUTCOMES = ['created', 'updated', 'unchanged', 'held', 'failed'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Of any run, an undo too: it removes people that its run created. Commits and their API know `OUTCOMES` alone. */
export const RUN_OUTCOMES = [...OUTCOMES, 'removed'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export const resultSchema = z
  .object({
    staffNumber: z.string(),
    outcome: z.enum(OUTCOMES),
    warnings: z.array(warningSchema),
    errors: z.array(fieldErrorSchema),
  })
  .meta({ id: 'SyncResult' });
export type SyncResult = z.infer<typeof resultSchema>;

export const runResultSchema = resultSchema.omit({ outcome: true }).extend({ outcome: z.enum(RUN_OUTCOMES) });
export type RunResult = z.infer<typeof runResultSchema>;
