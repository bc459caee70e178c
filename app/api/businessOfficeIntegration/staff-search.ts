import { z } from 'zod';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { staffMemberAnswer } from '../../../lib/staff/answer.ts';
import { searchStaff } from '../../../lib/staff/search.ts';
import { listed, simpsonAnswer } from './answer-examples.ts';

const text = (description: string) => z.string().trim().min(1).max(100).optional().meta({ description });
/** In a query an unencoded `+` is a blank. At this place of a time it can be nothing else. */
const plusOfZone = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/ (?=\d\d:?\d\d$)/, '+') : value;

const criteria = {
  staffNumber: text('Not case-sensitive.'),
  lastName: text('The beginning of the name; case and accents are ignored.'),
  firstName: text('The beginning of the name; case and accents are ignored.'),
  email: text('The whole work or personal e-mail address; not case-sensitive.'),
  birthDate: z.iso
    .date('birthDate must be a calendar date, YYYY-MM-DD')
    .optional()
    .meta({ description: 'Exact.' }),
  ssn: z
    .string()
    .regex(/^\d{3}-?\d{2}-?\d{4}$/, 'ssn must be nine digits')
    .transform((ssn) => ssn.replaceAll('-', ''))
    .optional()
    .meta({
      description: 'Nine digits, exact. Use POST /staffMembers/search to keep it out of logs.',
    }),
  updatedSince: z
    .preprocess(
      plusOfZone,
      z.iso.datetime({
        offset: true,
        error: 'updatedSince must be an ISO 8601 time with its zone, such as 2026-01-31T08:00:00-06:00',
      }),
    )
    .optional()
    .meta({
      description:
        'People changed at this time or later, by HR or in Campus. A `+` that was sent unencoded, and so became a blank, is understood.',
    }),
};
const description =
  'A person must match all criteria. "If the staff member does not have any positions, they cannot be found when searching ' +
  'for Staff in Infinite Campus": includeIncomplete=true shows them, with `complete: false`.';

export const getStaffMembers = endpoint({
  method: 'GET',
  path: '/staffMembers',
  access: { scope: 'staff.read' },
  summary: 'Search staff',
  description,
  query: z.object({
    ...criteria,
    includeIncomplete: z
      .stringbool('includeIncomplete must be true or false')
      .optional()
      .meta({
        description: 'Also people without a position. Default: false.',
        override: { type: 'boolean', default: false },
      }),
    ...listQuery(1),
  }),
  answers: { 200: listOf(staffMemberAnswer) },
  answerExamples: { 200: listed(simpsonAnswer) },
  verb: async (ctx, { query }) => reply(200, await searchStaff(ctx, query)),
});

export const postStaffSearch = endpoint({
  method: 'POST',
  path: '/staffMembers/search',
  readsOnly: true,
  access: { scope: 'staff.read' },
  summary: 'Search staff, with the criteria in the body',
  description: `${description} The same as GET, for criteria that should not appear in logs, such as an SSN.`,
  body: json(
    z.strictObject({
      ...criteria,
      includeIncomplete: z.boolean().optional(),
      limit: z.int().min(1).max(1000).default(100),
      cursor: listQuery(1).cursor,
    }),
  ),
  examples: { 'By name and birth date': { lastName: 'Simpson', birthDate: '1979-12-26' } },
  answers: { 200: listOf(staffMemberAnswer) },
  answerExamples: { 200: listed(simpsonAnswer) },
  verb: async (ctx, { body }) => reply(200, await searchStaff(ctx, body)),
});
