import { z } from 'zod';
import { STAFF_RIGHTS } from '../../../lib/access/rights.ts';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { countPeople } from '../../../lib/people/count-people.ts';
import { correctStaffNumber } from '../../../lib/people/edit/correct-number.ts';
import { editDemographics } from '../../../lib/people/edit/demographics.ts';
import { editEmployments } from '../../../lib/people/edit/employments.ts';
import { editPositions } from '../../../lib/people/edit/positions.ts';
import { removeEmployment } from '../../../lib/people/edit/remove-employment.ts';
import {
  demographicsEditSchema,
  employmentRemovalSchema,
  employmentsEditSchema,
  numberCorrectionSchema,
  positionsEditSchema,
} from '../../../lib/people/edit/schema.ts';
import { exportStaff } from '../../../lib/people/export-staff.ts';
import { listPeople } from '../../../lib/people/list-people.ts';
import { personSchema } from '../../../lib/people/person.ts';
import { readPerson } from '../../../lib/people/read-person.ts';
import {
  peopleFoundSchema,
  staffCountSchema,
  staffExportQuery,
  staffSearchSchema,
} from '../../../lib/people/schema.ts';
import { lockPerson } from '../../../lib/people/unlock/lock-person.ts';
import { unlockRequestSchema, unlockSchema } from '../../../lib/people/unlock/schema.ts';
import { unlockPerson } from '../../../lib/people/unlock/unlock-person.ts';
import { choicesSchema, listChoices } from '../../../lib/reference/choices.ts';

const searchStaff = endpoint({
  method: 'POST',
  path: '/staff/search',
  access: { oneOf: STAFF_RIGHTS },
  summary: 'Staff directory',
  description:
    'Staff without a position are found with the filter `incomplete` or with `all` only (SRCH-1). A POST, so that an ' +
    'SSN in the search does not appear in a log (SRCH-2).',
  body: json(staffSearchSchema),
  answers: { 200: peopleFoundSchema },
  verb: async (ctx, { body: { all, ...asked } }) =>
    reply(200, await listPeople(ctx, { ...asked, among: all ? 'staff' : 'directory' })),
});

const countStaff = endpoint({
  method: 'POST',
  path: '/staff/count',
  access: { oneOf: STAFF_RIGHTS },
  summary: 'How many people the directory shows',
  description:
    'A separate call: the page does not wait for it. Of a search at most 5,000 are counted; `more` says that there are more.',
  body: json(staffCountSchema),
  answers: { 200: z.object({ total: z.int().nonnegative(), more: z.boolean() }) },
  verb: async (ctx, { body }) => reply(200, await countPeople(ctx, { ...body, among: 'directory' })),
});

const getExport = endpoint({
  method: 'GET',
  path: '/staff/export',
  access: { oneOf: STAFF_RIGHTS },
  summary: 'The directory as CSV',
  description: 'As searched, filtered and sorted; streamed, with formulas neutralized.',
  query: staffExportQuery,
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { query: { search, filter, sort } }) =>
    reply(200, exportStaff(ctx, { search, filters: filter, order: sort, among: 'directory' })),
});

const params = z.object({ id: z.uuid() });
const edited = { 200: personSchema };

const getChoices = endpoint({
  method: 'GET',
  path: '/staff/choices',
  access: { oneOf: STAFF_RIGHTS },
  summary: 'Choices in a person’s forms',
  description: 'Genders, schools, assignment codes and titles of the district (REF-1).',
  answers: { 200: choicesSchema },
  verb: async (ctx) => reply(200, await listChoices(ctx)),
});

const getPerson = endpoint({
  method: 'GET',
  path: '/staff/{id}',
  access: { oneOf: STAFF_RIGHTS },
  summary: 'One staff member',
  description: 'With who wrote each value, and when (RO-2).',
  params,
  answers: edited,
  verb: async (ctx, { params }) => reply(200, await readPerson(ctx, params)),
});

const putDemographics = endpoint({
  method: 'PUT',
  path: '/staff/{id}/demographics',
  access: { right: 'Staff' },
  summary: 'Edit demographics',
  description: 'Of a person HR does not manage (RO-1). The number must be nobody else’s (STAFF-4).',
  params,
  body: json(demographicsEditSchema),
  answers: edited,
  async verb(ctx, { params, body: edit }) {
    await editDemographics(ctx, { personId: params.id, edit });
    return reply(200, await readPerson(ctx, { ...params, edited: true }));
  },
});

const putEmployments = endpoint({
  method: 'PUT',
  path: '/staff/{id}/employments',
  access: { right: 'District Employment' },
  summary: 'Edit District Employments',
  description: 'Of a person HR does not manage (RO-1); the list is all of them.',
  params,
  body: json(employmentsEditSchema),
  answers: edited,
  async verb(ctx, { params, body: edit }) {
    await editEmployments(ctx, { personId: params.id, edit });
    return reply(200, await readPerson(ctx, { ...params, edited: true }));
  },
});

const putPositions = endpoint({
  method: 'PUT',
  path: '/staff/{id}/positions',
  access: { right: 'District Assignments' },
  summary: 'Edit District Assignments',
  description: 'Of a person HR does not manage (RO-1); the list is all of them, a linked one stays (POS-11).',
  params,
  body: json(positionsEditSchema),
  answers: edited,
  async verb(ctx, { params, body: edit }) {
    await editPositions(ctx, { personId: params.id, edit });
    return reply(200, await readPerson(ctx, { ...params, edited: true }));
  },
});

const postNumber = endpoint({
  method: 'POST',
  path: '/staff/{id}/number',
  access: { right: 'Staff' },
  summary: 'Change Staff Number',
  description:
    'Also of a person HR manages, because HR can’t change it (RO-3). HR then finds the person by the new number only.',
  params,
  body: json(numberCorrectionSchema),
  answers: edited,
  async verb(ctx, { params, body: correction }) {
    await correctStaffNumber(ctx, { personId: params.id, correction });
    return reply(200, await readPerson(ctx, { ...params, edited: true }));
  },
});

const postRemoveEmployment = endpoint({
  method: 'POST',
  path: '/staff/{id}/employments/remove',
  access: { right: 'Staff' },
  summary: 'Remove Employment',
  description: 'Also of a person HR manages, because HR can’t remove one (RO-3).',
  params,
  body: json(employmentRemovalSchema),
  answers: edited,
  async verb(ctx, { params, body: removal }) {
    await removeEmployment(ctx, { personId: params.id, removal });
    return reply(200, await readPerson(ctx, { ...params, edited: true }));
  },
});

const postUnlock = endpoint({
  method: 'POST',
  path: '/staff/{id}/unlock',
  access: { right: 'User Security', confirmed: true },
  summary: 'Emergency unlock',
  description:
    'For at most 24 hours what HR manages of one person can be edited in Campus (RO-5). What differs from HR’s last ' +
    'record afterwards is listed as the person’s drift.',
  params,
  body: json(unlockRequestSchema),
  answers: { 200: unlockSchema },
  verb: async (ctx, { params, body: request }) =>
    reply(200, await unlockPerson(ctx, { personId: params.id, request })),
});

const postLock = endpoint({
  method: 'POST',
  path: '/staff/{id}/lock',
  access: { right: 'User Security' },
  summary: 'End an emergency unlock',
  description: 'Before its time (RO-5). What was changed meanwhile stays.',
  params,
  answers: { 204: null },
  async verb(ctx, { params }) {
    await lockPerson(ctx, { personId: params.id });
    return reply(204, null);
  },
});

export const staffEndpoints = [
  searchStaff,
  countStaff,
  getExport,
  getChoices,
  getPerson,
  putDemographics,
  putEmployments,
  putPositions,
  postNumber,
  postRemoveEmployment,
  postUnlock,
  postLock,
];
