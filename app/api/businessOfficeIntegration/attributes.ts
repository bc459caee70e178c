import { z } from 'zod';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { type CodeList, listCodes } from '../../../lib/reference/list-codes.ts';
import { code } from '../../../lib/reference/schema.ts';
import { listed } from './answer-examples.ts';

const codes = (list: CodeList, summary: string, description: string, example: z.input<typeof code>) =>
  endpoint({
    method: 'GET',
    path: `/attributes/${list}`,
    access: { scope: 'staff.read' },
    summary,
    description,
    query: z.object(listQuery(1)),
    answers: { 200: listOf(code) },
    answerExamples: { 200: listed(example) },
    verb: async (ctx, { query }) => reply(200, await listCodes(ctx, list, query)),
  });

export const getGenders = codes(
  'genders',
  'Get the listing of Genders',
  'The genders of the district. "Gender must be a valid Infinite Campus gender."',
  { code: 'F', description: 'Female', active: true },
);
export const getAssignmentCodes = codes(
  'assignmentCodes',
  'Get the listing of Assignment Codes',
  'The assignment codes of the district. A position with an unknown one is refused.',
  { code: '20', description: 'Teacher', active: true },
);
export const getTitles = codes(
  'titles',
  'Get the listing of Titles',
  'The titles of the district. A position with an unknown title code creates the title: HR is its system of record.',
  { code: '4A61E262', description: 'Varsity Basketball', active: true },
);
