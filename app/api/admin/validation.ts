import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { staffNumberField } from '../../../lib/record/fields.ts';
import { exportValidationCsv, exportValidationPdf } from '../../../lib/report/export-validation.ts';
import { readSection } from '../../../lib/report/read-section.ts';
import { readValidation } from '../../../lib/report/read-validation.ts';
import { entrySchema, SECTIONS, validationReportSchema } from '../../../lib/report/schema.ts';
import { FIELD_CHOICES } from '../../../lib/report/sections.ts';
import { markSamePerson } from '../../../lib/sync/same-person.ts';

const access = { right: 'Synchronization' } as const;

/** VAL-3: the filters of the entries. */
const filter = {
  search: z.string().max(200).default(''),
  field: z.enum(['', ...FIELD_CHOICES.map(({ field }) => field)]).default(''),
};

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
  description: 'All entries, page by page (VAL-3).',
  params: z.object({ runId: z.uuid(), section: z.enum(SECTIONS) }),
  query: z.object({ ...filter, ...listQuery(1) }),
  answers: { 200: listOf(entrySchema).extend({ total: z.int() }) },
  verb: async (ctx, { params, query }) => reply(200, await readSection(ctx, { ...query, ...params })),
});

const getExport = endpoint({
  method: 'GET',
  path: '/validation/{runId}/export',
  access,
  summary: 'Validation report as PDF or CSV',
  description: 'All entries that match the filters, streamed (VAL-3).',
  params: z.object({ runId: z.uuid() }),
  query: z.object({
    ...filter,
    section: z.enum(SECTIONS).optional(),
    format: z.enum(['pdf', 'csv']).default('pdf'),
  }),
  answers: { 200: z.instanceof(Download) },
  async verb(ctx, { params, query: { format, ...asked } }) {
    const write = format === 'pdf' ? exportValidationPdf : exportValidationCsv;
    return reply(200, await write(ctx, { ...asked, runId: params.runId }));
  },
});

const postSamePerson = endpoint({
  method: 'POST',
  path: '/validation/{runId}/same-person',
  access: { right: 'Staff' },
  summary: 'The same person',
  description:
    'Gives a person in Campus the staff number that HR uses. The next validation then matches them (CMB-3). Validate again afterwards.',
  params: z.object({ runId: z.uuid() }),
  body: json(z.strictObject({ personId: z.uuid(), staffNumber: staffNumberField })),
  answers: { 204: null },
  async verb(ctx, { params, body }) {
    await markSamePerson(ctx, { ...params, ...body });
    return reply(204, null);
  },
});

export const validationEndpoints = [getReport, getSection, getExport, postSamePerson];
