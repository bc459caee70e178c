import { z } from 'zod';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { readSection } from '../../../lib/report/read-section.ts';
import { readValidation } from '../../../lib/report/read-validation.ts';
import { entrySchema, SECTIONS, validationReportSchema } from '../../../lib/report/schema.ts';
import { commitResults } from '../../../lib/sync/commit/results.ts';
import { runStatus } from '../../../lib/sync/run/status.ts';
import { waitForValidation } from '../../../lib/sync/run/wait-for-job.ts';
import { OUTCOMES, resultSchema, syncRunSchema } from '../../../lib/sync/schema.ts';
import { validateSync } from '../../../lib/sync/validate/validate.ts';
import { listed, validatingRun } from './answer-examples.ts';
import { nameEntry, report } from './report-example.ts';
import { OTHER_RUN, runIdParameter } from './run-id.ts';

const PATH = '/staffMembers/sync';
const access = { scope: 'staff.sync' } as const;
const runId = z.uuid().meta({ description: 'The `runId` of the SyncRun of a synchronization.' });
const section = z.enum(SECTIONS).meta({ description: 'A section of the validation report.' });
const noReport = 'There is no such synchronization in this district, or it has no report yet.';

export const postValidate = endpoint({
  method: 'POST',
  path: `${PATH}/validate`,
  access,
  summary: 'Validate',
  description:
    'Compares the staging with Campus and answers the report: the summary, and the first 100 entries of each section. ' +
    'With `Prefer: respond-async` it answers at once and says where the report will be. Nothing in Campus changes.',
  query: z.object({ runId: runIdParameter }),
  answers: { 200: validationReportSchema, 202: syncRunSchema },
  answerExamples: { 200: report, 202: validatingRun },
  problems: {
    409: `The transfer has not been ended, or a commit is under way: the state, and the calls allowed now. ${OTHER_RUN}`,
  },
  async verb(ctx, { headers, query }) {
    const { runId, jobId } = await validateSync(ctx, query);
    if (headers.get('prefer')?.includes('respond-async'))
      return reply(202, await runStatus(ctx, runId), { location: `${PATH}/${runId}/validation` });
    await waitForValidation(ctx, jobId);
    return reply(200, await readValidation(ctx, { runId }));
  },
});

export const getValidation = endpoint({
  method: 'GET',
  path: `${PATH}/{runId}/validation`,
  access,
  summary: 'Validation report',
  description: 'The stored report of a run; 404 until there is one.',
  params: z.object({ runId }),
  answers: { 200: validationReportSchema },
  answerExamples: { 200: report },
  problems: { 404: noReport },
  verb: async (ctx, { params }) => reply(200, await readValidation(ctx, params)),
});

export const getValidationSection = endpoint({
  method: 'GET',
  path: `${PATH}/{runId}/validation/{section}`,
  access,
  summary: 'All entries of a report section',
  description: 'In the order of the report, with the total number.',
  params: z.object({ runId, section }),
  query: z.object(listQuery(1)),
  answers: { 200: listOf(entrySchema).extend({ total: z.int() }) },
  answerExamples: { 200: { ...listed(nameEntry), total: 1 } },
  problems: { 404: noReport },
  verb: async (ctx, { params, query }) => reply(200, await readSection(ctx, { ...query, ...params })),
});

export const getResults = endpoint({
  method: 'GET',
  path: `${PATH}/{runId}/results`,
  access,
  summary: 'Results of a commit',
  description:
    'One result per staff member: what the commit did, with warnings and errors. The results of the last commit stay; earlier ones ' +
    'are kept for some time, usually 400 days (404 after that), and those of unchanged staff 14 days.',
  params: z.object({ runId }),
  query: z.object({
    ...listQuery(1),
    outcome: z.enum(OUTCOMES).optional().meta({ description: 'Only results with this outcome.' }),
  }),
  answers: { 200: listOf(resultSchema) },
  answerExamples: {
    200: listed({ staffNumber: '10058', outcome: 'updated', warnings: [], errors: [] }),
  },
  verb: async (ctx, { params, query }) =>
    reply(200, await commitResults(ctx, { ...query, runId: params.runId })),
});
