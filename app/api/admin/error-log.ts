import { z } from 'zod';
import { changeErrorState } from '../../../lib/error-log/change-state.ts';
import { exportErrorsCsv } from '../../../lib/error-log/export-csv.ts';
import { exportErrorsPdf } from '../../../lib/error-log/export-pdf.ts';
import { listCauses } from '../../../lib/error-log/list-causes.ts';
import { countErrors, listErrors } from '../../../lib/error-log/list-errors.ts';
import { readError, readPayload } from '../../../lib/error-log/read-error.ts';
import {
  causeSchema,
  errorEntrySchema,
  errorsFoundSchema,
  narrowingQuery,
  stateChangedSchema,
  stateChangeSchema,
} from '../../../lib/error-log/schema.ts';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { wholeNumber } from '../../../lib/http/whole-number.ts';

const access = { right: 'Error Log' } as const;
const narrowed = z.object(narrowingQuery);

const getErrors = endpoint({
  method: 'GET',
  path: '/error-log',
  access,
  summary: 'Business Office Error Log',
  description: 'One page of the entries that match the filters, newest first (ERR-1, ERR-3).',
  query: narrowed.extend({
    page: wholeNumber('page', 1, 100_000).default(1),
    limit: wholeNumber('limit', 1, 1_000).default(50),
  }),
  answers: { 200: errorsFoundSchema },
  verb: async (ctx, { query }) => reply(200, await listErrors(ctx, query)),
});

const getCount = endpoint({
  method: 'GET',
  path: '/error-log/count',
  access,
  summary: 'How many entries there are',
  description: 'A separate call: the page does not wait for it.',
  query: narrowed,
  answers: { 200: z.object({ total: z.int().nonnegative(), at: z.iso.datetime() }) },
  verb: async (ctx, { query }) =>
    reply(200, { total: await countErrors(ctx, query), at: ctx.now.toISOString() }),
});

const getCauses = endpoint({
  method: 'GET',
  path: '/error-log/causes',
  access,
  summary: 'What the entries have in common',
  description: 'The most frequent causes, each with its latest message (ERR-3).',
  query: narrowed,
  answers: { 200: z.object({ data: z.array(causeSchema) }) },
  verb: async (ctx, { query }) => reply(200, { data: await listCauses(ctx, query) }),
});

const getExport = endpoint({
  method: 'GET',
  path: '/error-log/export',
  access,
  summary: 'The error log as PDF or CSV',
  description: 'All entries that match the filters, streamed (ERR-2).',
  query: narrowed.extend({ format: z.enum(['pdf', 'csv']).default('pdf') }),
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { query: { format, ...asked } }) =>
    reply(200, format === 'pdf' ? exportErrorsPdf(ctx, asked) : exportErrorsCsv(ctx, asked)),
});

const params = z.object({ id: z.uuid() });

const getError = endpoint({
  method: 'GET',
  path: '/error-log/{id}',
  access,
  summary: 'One entry',
  description: 'With its payload as stored, and what was wrong with which field (ERR-1).',
  params,
  answers: { 200: errorEntrySchema },
  verb: async (ctx, { params }) => reply(200, await readError(ctx, params)),
});

const getPayload = endpoint({
  method: 'GET',
  path: '/error-log/{id}/payload',
  access,
  summary: 'An entry’s payload as a file',
  description: 'The whole stored payload, even if the viewer shows only its beginning.',
  params,
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { params }) => reply(200, await readPayload(ctx, params)),
});

const putState = endpoint({
  method: 'PUT',
  path: '/error-log/state',
  access,
  summary: 'Resolve, ignore or reopen entries',
  description:
    'Entries by id, or the newest 5,000 that match filters. The answer says whether to call again (ERR-3).',
  body: json(stateChangeSchema),
  answers: { 200: stateChangedSchema },
  verb: async (ctx, { body }) => reply(200, await changeErrorState(ctx, body)),
});

export const errorLogEndpoints = [getErrors, getCount, getCauses, getExport, getError, getPayload, putState];
