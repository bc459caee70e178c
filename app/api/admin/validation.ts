import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { staffNumberField } from '../../../lib/record/fields.ts';
import { exportValidationCsv, exportValidationPdf } from '../../../lib/report/export-validation.ts';
import { PERSON_CHANGES } from '../../../lib/report/people/changes.ts';
import { markReviewed } from '../../../lib/report/people/mark-reviewed.ts';
import { peopleOverview } from '../../../lib/report/people/people-overview.ts';
import { readPeople } from '../../../lib/report/people/read-people.ts';
import { peopleOverviewSchema, personCardSchema } from '../../../lib/report/people/schema.ts';
import { readSection } from '../../../lib/report/read-section.ts';
import { readValidation } from '../../../lib/report/read-validation.ts';
import { entrySchema, SECTIONS, validationReportSchema } from '../../../lib/report/schema.ts';
import { FIELD_CHOICES } from '../../../lib/report/sections.ts';
import { forecastCommit } from '../../../lib/sync/guards/forecast.ts';
import { forecastSchema } from '../../../lib/sync/guards/schema.ts';
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

const filterOfPeople = {
  search: z.string().max(200).default(''),
  change: z.enum(['', ...PERSON_CHANGES, 'excluded']).default(''),
  field: z.string().max(50).default(''),
  school: z.string().max(50).default(''),
  warning: z.string().max(50).default(''),
  reviewed: z.enum(['', 'yes', 'no']).default(''),
};

const getPeople = endpoint({
  method: 'GET',
  path: '/validation/{runId}/people',
  access,
  summary: 'The report by person',
  description:
    'Everything the commit does to a person, person by person, by name (VAL-3). `total` is on the first page.',
  params: z.object({ runId: z.uuid() }),
  query: z.object({ ...filterOfPeople, staffNumber: z.string().max(50).default(''), ...listQuery(1) }),
  answers: { 200: listOf(personCardSchema).extend({ total: z.int().nullable() }) },
  verb: async (ctx, { params, query }) => reply(200, await readPeople(ctx, { ...query, ...params })),
});

const getPeopleOverview = endpoint({
  method: 'GET',
  path: '/validation/{runId}/people/overview',
  access,
  summary: 'What the report by person can be filtered by',
  description: 'Each choice with its number of people, and how many people the signed-in admin has reviewed.',
  params: z.object({ runId: z.uuid() }),
  answers: { 200: peopleOverviewSchema },
  verb: async (ctx, { params }) => reply(200, await peopleOverview(ctx, params)),
});

const getForecast = endpoint({
  method: 'GET',
  path: '/validation/{runId}/forecast',
  access,
  summary: 'What the commit will do',
  description: 'By outcome, from the run’s validation, without the people excluded now (SYNC-13).',
  params: z.object({ runId: z.uuid() }),
  answers: { 200: forecastSchema },
  verb: async (ctx, { params }) => reply(200, await forecastCommit(ctx, params)),
});

const postReviewed = endpoint({
  method: 'POST',
  path: '/validation/{runId}/people/reviewed',
  access,
  summary: 'Mark people as reviewed',
  description:
    'For the signed-in admin. The mark stays over further validations while the change is the same.',
  params: z.object({ runId: z.uuid() }),
  body: json(
    z.strictObject({
      staffNumbers: z.array(z.string().max(50)).min(1).max(1_000),
      reviewed: z.boolean(),
    }),
  ),
  answers: { 204: null },
  async verb(ctx, { params, body }) {
    await markReviewed(ctx, { ...params, ...body });
    return reply(204, null);
  },
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
    'Gives a person in Campus the staff number that HR uses, and validates HR’s record again (CMB-3). `validated` is false if the whole is to be validated again.',
  params: z.object({ runId: z.uuid() }),
  body: json(z.strictObject({ personId: z.uuid(), staffNumber: staffNumberField })),
  answers: { 200: z.object({ validated: z.boolean() }) },
  verb: async (ctx, { params, body }) => reply(200, await markSamePerson(ctx, { ...params, ...body })),
});

export const validationEndpoints = [
  getReport,
  getPeople,
  getPeopleOverview,
  getForecast,
  postReviewed,
  getSection,
  getExport,
  postSamePerson,
];
