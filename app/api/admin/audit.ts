import { z } from 'zod';
import { exportEvents } from '../../../lib/audit/export-events.ts';
import { listActions } from '../../../lib/audit/list-actions.ts';
import { listEvents } from '../../../lib/audit/list-events.ts';
import { auditActionSchema, auditFoundSchema, auditNarrowing } from '../../../lib/audit/schema.ts';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { wholeNumber } from '../../../lib/http/whole-number.ts';

const access = { right: 'User Security' } as const;
const narrowed = z.object(auditNarrowing);

const getAudit = endpoint({
  method: 'GET',
  path: '/audit',
  access,
  summary: 'Audit Log',
  description:
    'Who did what, when, to what, as a sentence and as recorded: one page of the entries that match the filters, the latest first.',
  query: narrowed.extend({
    page: wholeNumber('page', 1, 100_000).default(1),
    limit: wholeNumber('limit', 1, 1_000).default(50),
  }),
  answers: { 200: auditFoundSchema },
  verb: async (ctx, { query }) => reply(200, await listEvents(ctx, query)),
});

const getActions = endpoint({
  method: 'GET',
  path: '/audit/actions',
  access,
  summary: 'The kinds of action in the log',
  description: 'The values of the action filter, with their names.',
  answers: { 200: z.object({ data: z.array(auditActionSchema) }) },
  verb: async (ctx) => reply(200, { data: await listActions(ctx) }),
});

const getExport = endpoint({
  method: 'GET',
  path: '/audit/export',
  access,
  summary: 'The audit log as CSV',
  description: 'All entries that match the filters, streamed, with formulas neutralized.',
  query: narrowed,
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { query }) => reply(200, exportEvents(ctx, query)),
});

export const auditEndpoints = [getAudit, getActions, getExport];
