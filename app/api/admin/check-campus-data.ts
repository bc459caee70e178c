import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { checkCampusData, exportCheck } from '../../../lib/report/check-campus-data/check.ts';
import { exportCheckPdf } from '../../../lib/report/check-campus-data/export-pdf.ts';
import { checkAsked, checkedSchema } from '../../../lib/report/check-campus-data/schema.ts';

const getCheck = endpoint({
  method: 'GET',
  path: '/check-campus-data',
  access: { right: 'Synchronization' },
  summary: 'Check Campus Data',
  description: 'Staff with duplicate staff numbers, or with none, and how many are left (CHK-1, CHK-2).',
  query: checkAsked,
  answers: { 200: checkedSchema },
  verb: async (ctx, { query }) => reply(200, await checkCampusData(ctx, query)),
});

const getCheckExport = endpoint({
  method: 'GET',
  path: '/check-campus-data/export',
  access: { right: 'Synchronization' },
  summary: 'A list of Check Campus Data as CSV',
  description: 'All of it, streamed, with formulas neutralized.',
  query: checkAsked.pick({ list: true }),
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { query }) => reply(200, exportCheck(ctx, query)),
});

const getCheckPdf = endpoint({
  method: 'GET',
  path: '/check-campus-data/pdf',
  access: { right: 'Synchronization' },
  summary: 'Check Campus Data as PDF',
  description: 'Both lists, all of them, streamed.',
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx) => reply(200, exportCheckPdf(ctx)),
});

export const checkCampusDataEndpoints = [getCheck, getCheckExport, getCheckPdf];
