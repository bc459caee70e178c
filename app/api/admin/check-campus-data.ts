import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { correctStaffNumber } from '../../../lib/people/edit/correct-number.ts';
import { shownNumberSchema } from '../../../lib/people/edit/schema.ts';
import { changeNumbers } from '../../../lib/people/number-list/change-numbers.ts';
import { previewList } from '../../../lib/people/number-list/preview-list.ts';
import {
  listPreviewSchema,
  numbersChangedSchema,
  numbersChangeSchema,
  pastedListSchema,
} from '../../../lib/people/number-list/schema.ts';
import { checkCampusData, exportCheck } from '../../../lib/report/check-campus-data/check.ts';
import { exportCheckPdf } from '../../../lib/report/check-campus-data/export-pdf.ts';
import { likelyRecords } from '../../../lib/report/check-campus-data/likely-records.ts';
import {
  checkAsked,
  checkedSchema,
  likelyRecordsAsked,
  likelyRecordsSchema,
} from '../../../lib/report/check-campus-data/schema.ts';

const getCheck = endpoint({
  method: 'GET',
  path: '/check-campus-data',
  access: { right: 'Synchronization' },
  summary: 'Check Campus Data',
  description:
    'Staff with duplicate staff numbers, with none, or with one that is no number, and how many are left (CHK-1, CHK-2).',
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
  description: 'All lists, all of them, streamed.',
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx) => reply(200, exportCheckPdf(ctx)),
});

const postLikely = endpoint({
  method: 'POST',
  path: '/check-campus-data/likely',
  access: { right: 'Synchronization' },
  summary: 'What HR calls these people',
  description:
    'For each of them the likeliest record of HR’s newest feed, if there is one (CHK-2). Nothing is changed.',
  body: json(likelyRecordsAsked),
  answers: { 200: likelyRecordsSchema },
  verb: async (ctx, { body }) => reply(200, { data: await likelyRecords(ctx, body) }),
});

const putNumber = endpoint({
  method: 'PUT',
  path: '/check-campus-data/{id}/number',
  access: { right: 'Staff' },
  summary: 'Correct a staff number in its row',
  description: 'The number must be nobody else’s (CHK-2, STAFF-4).',
  params: z.object({ id: z.uuid() }),
  body: json(shownNumberSchema),
  answers: { 204: null },
  async verb(ctx, { params, body }) {
    const correction = { ...body, reason: 'Check Campus Data' };
    await correctStaffNumber(ctx, { personId: params.id, correction, rule: 'CHK-2' });
    return reply(204, null);
  },
});

const postPreview = endpoint({
  method: 'POST',
  path: '/check-campus-data/numbers/preview',
  access: { right: 'Staff' },
  summary: 'What a pasted list of staff numbers would change',
  description:
    'Of each line, *old number → new number* or *name → new number*, what it does or why it can’t be used (CHK-2). ' +
    'Nothing is changed.',
  body: json(pastedListSchema),
  answers: { 200: listPreviewSchema },
  verb: async (ctx, { body }) => reply(200, { lines: await previewList(ctx, body) }),
});

const postNumbers = endpoint({
  method: 'POST',
  path: '/check-campus-data/numbers',
  access: { right: 'Staff' },
  summary: 'Change many staff numbers',
  description:
    'As the preview showed them, in one transaction; also of people HR manages (CHK-2, RO-3). Who was changed meanwhile, ' +
    'or whose number somebody else got, is left as they are and named in `refused`.',
  body: json(numbersChangeSchema),
  answers: { 200: numbersChangedSchema },
  verb: async (ctx, { body }) => reply(200, await changeNumbers(ctx, body)),
});

export const checkCampusDataEndpoints = [
  getCheck,
  getCheckExport,
  getCheckPdf,
  postLikely,
  putNumber,
  postPreview,
  postNumbers,
];
