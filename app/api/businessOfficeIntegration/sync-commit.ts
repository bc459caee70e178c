import { z } from 'zod';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { submitCommit } from '../../../lib/sync/commit/commit.ts';
import { commitAndWait } from '../../../lib/sync/commit/commit-and-wait.ts';
import { commitJobStatus } from '../../../lib/sync/run/status.ts';
import { JOB_STATES, jobStatusSchema, syncRunSchema } from '../../../lib/sync/schema.ts';
import { fieldErrorSchema, warningSchema } from '../../../lib/wire/schema.ts';
import { commitJob, committedRun, jobStatus } from './answer-examples.ts';
import { OTHER_RUN, runIdParameter as runId } from './run-id.ts';

const PATH = '/staffMembers/sync';
const access = { scope: 'staff.sync' } as const;
const CARE =
  'Be sure that all your data is valid before proceeding with the Commit step. Once a synchronization has been ' +
  'committed, the data cannot be changed in the Campus UI. It can only be changed by performing another sync. ' +
  'Commit off hours if you can.';

export const postCommit = endpoint({
  method: 'POST',
  path: `${PATH}/commit`,
  access,
  summary: 'Commit',
  description: `${CARE} Waits for the end and answers with a result per staff member. The commit continues even if you disconnect. For more than 500 staff use submitCommitJob.`,
  query: z.object({ runId }),
  answers: {
    200: z
      .object({
        run: syncRunSchema,
        succeeded: z.array(
          z.object({
            staffNumber: z.string(),
            outcome: z.enum(['created', 'updated', 'unchanged', 'held']),
            warnings: z.array(warningSchema),
          }),
        ),
        failed: z.array(z.object({ staffNumber: z.string(), errors: z.array(fieldErrorSchema) })),
        warnings: z.array(warningSchema),
      })
      .meta({ id: 'Committed' }),
  },
  answerExamples: {
    200: {
      run: committedRun,
      succeeded: [{ staffNumber: '10058', outcome: 'updated', warnings: [] }],
      failed: [],
      warnings: [],
    },
  },
  problems: {
    409: `The run is not validated; a commit is already running (\`jobId\`); too many staff are staged for a commit without a job; or the commit exceeds a limit and is held until an admin approves it (SYNC-13): \`held.limits\`. ${OTHER_RUN}`,
  },
  verb: async (ctx, { query }) => reply(200, await commitAndWait(ctx, query)),
});

export const postSubmitCommitJob = endpoint({
  method: 'POST',
  path: `${PATH}/submitCommitJob`,
  access,
  summary: 'Submit a commit job',
  description: `${CARE} Answers at once; commitJobStatus shows the progress of the job.`,
  query: z.object({ runId }),
  answers: { 202: z.object({ jobId: z.uuid(), status: z.enum(JOB_STATES) }).meta({ id: 'CommitJob' }) },
  answerExamples: { 202: commitJob },
  problems: {
    409: `The run is not validated; a commit job is already running (\`jobId\`); or the commit exceeds a limit and is held until an admin approves it (SYNC-13): \`held.limits\`. ${OTHER_RUN}`,
  },
  async verb(ctx, { query }) {
    const { jobId } = await submitCommit(ctx, query);
    return reply(202, { jobId, status: 'queued' as const }, { location: `${PATH}/commitJobStatus` });
  },
});

export const getCommitJobStatus = endpoint({
  method: 'GET',
  path: `${PATH}/commitJobStatus`,
  access,
  summary: 'Status of the commit job',
  description: 'State and progress of the most recent commit job. Call it "as often as needed".',
  answers: { 200: jobStatusSchema },
  answerExamples: { 200: jobStatus },
  problems: { 404: 'No commit job has been submitted yet.' },
  unlimited: true,
  verb: async (ctx) => reply(200, await commitJobStatus(ctx)),
});
