import { z } from 'zod';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/http/list.ts';
import { readSection, readValidation } from '../../../lib/report/read-validation.ts';
import { entrySchema, SECTIONS, type Section, validationReportSchema } from '../../../lib/report/schema.ts';

const access = { right: 'Synchronization' } as const;

const getReport = endpoint({
  method: 'GET',
  path: '/validation/{runId}',
  access,
  summary: 'Validation report',
  description: 'Every figure, and the first 100 entries of each section (VAL-1, VAL-2).',
  params: z.object({ runId: z.uuid() }),
  answers: { 200: validationReportSchema },
  verb: async (ctx, { params }) => reply(200, await readValidation(ctx, params)),
});

const getSection = endpoint({
  method: 'GET',
  path: '/validation/{runId}/{section}',
  access,
  summary: 'Entries of a report section',
  description: 'What lies behind the first 100, page by page (VAL-3).',
  params: z.object({ runId: z.uuid(), section: z.enum(SECTIONS) }),
  query: z.object(listQuery(1)),
  answers: { 200: listOf(entrySchema).extend({ total: z.int() }) },
  verb: async (ctx, { params, query }) =>
    reply(200, await readSection(ctx, { ...query, runId: params.runId, section: params.section as Section })),
});

export const validationEndpoints = [getReport, getSection];
