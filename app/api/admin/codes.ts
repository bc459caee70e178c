import { z } from 'zod';
import { exportCodes } from '../../../lib/code-list/export-codes.ts';
import { listUsedCodes } from '../../../lib/code-list/list-codes.ts';
import { codeNarrowing, codesFoundSchema } from '../../../lib/code-list/schema.ts';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { wholeNumber } from '../../../lib/http/whole-number.ts';

const access = { oneOf: ['Synchronization', 'API Credentials'] } as const;
const narrowed = z.object(codeNarrowing);

const getCodes = endpoint({
  method: 'GET',
  path: '/codes',
  access,
  summary: 'Schools and codes',
  description: 'What HR must map to, with uses and HR’s values (REF-1, REF-3): a page of one kind.',
  query: narrowed.extend({ page: wholeNumber('page', 1, 100_000).default(1) }),
  answers: { 200: codesFoundSchema },
  verb: async (ctx, { query }) => reply(200, await listUsedCodes(ctx, query)),
});

const getExport = endpoint({
  method: 'GET',
  path: '/codes/export',
  access,
  summary: 'Schools or codes as CSV',
  description: 'All of one kind that match, streamed, with formulas neutralized.',
  query: narrowed,
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { query }) => reply(200, exportCodes(ctx, query)),
});

export const codeEndpoints = [getCodes, getExport];
