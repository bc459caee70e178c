import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { countChanges, listChanges } from '../../../lib/report/compare/compare.ts';
import { exportChanges } from '../../../lib/report/compare/export-changes.ts';
import {
  changeCountsSchema,
  changedEntrySchema,
  comparedSchema,
  versionSchema,
} from '../../../lib/report/compare/schema.ts';
import { listVersions } from '../../../lib/report/compare/versions.ts';

const access = { right: 'Synchronization' } as const;
const params = z.object({ runId: z.uuid() });

const getVersions = endpoint({
  method: 'GET',
  path: '/validation/{runId}/versions',
  access,
  summary: 'Validations of a run',
  description: 'The validations that are kept, the latest first.',
  params,
  answers: { 200: z.array(versionSchema) },
  verb: async (ctx, { params }) => reply(200, await listVersions(ctx, params)),
});

const getCounts = endpoint({
  method: 'GET',
  path: '/validation/{runId}/changes/counts',
  access,
  summary: 'How much two validations differ',
  description: 'Entries that are new, gone or changed in the later one, section by section.',
  params,
  query: comparedSchema.pick({ earlier: true, later: true }),
  answers: { 200: changeCountsSchema },
  verb: async (ctx, { params, query }) => reply(200, await countChanges(ctx, { ...query, ...params })),
});

const getChanges = endpoint({
  method: 'GET',
  path: '/validation/{runId}/changes',
  access,
  summary: 'Where two validations differ',
  description: 'The entries, page by page.',
  params,
  query: comparedSchema.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
  answers: { 200: z.object({ data: z.array(changedEntrySchema), more: z.boolean() }) },
  verb: async (ctx, { params, query }) => reply(200, await listChanges(ctx, { ...query, ...params })),
});

const getExport = endpoint({
  method: 'GET',
  path: '/validation/{runId}/changes/export',
  access,
  summary: 'Where two validations differ, as CSV',
  description: 'All differences that match the filters, streamed.',
  params,
  query: comparedSchema,
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { params, query }) => reply(200, await exportChanges(ctx, { ...query, ...params })),
});

export const comparisonEndpoints = [getVersions, getCounts, getChanges, getExport];
