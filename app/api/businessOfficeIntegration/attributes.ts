import { z } from 'zod';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { type CodeList, listCodes } from '../../../lib/reference/list-codes.ts';
import { code } from '../../../lib/reference/schema.ts';

const codes = (list: CodeList, summary: string, description: string) =>
  endpoint({
    method: 'GET',
    path: `/attributes/${list}`,
    access: { scope: 'staff.read' },
    summary,
    description,
    query: z.object(listQuery(1)),
    answers: { 200: listOf(code) },
    verb: async (ctx, { query }) => reply(200, await listCodes(ctx, list, query)),
  });

export const getGenders = codes(
  'genders',
  'Genders',
  'The genders of the district. "Gender must be a valid Infinite Campus gender."',
);
export const getAssignmentCodes = codes(
  'assignmentCodes',
  'Assignment codes',
  'The assignment codes of the district. A position with an unknown one is refused.',
);
export const getTitles = codes(
  'titles',
  'Titles',
  'The titles of the district. A position with an unknown title code creates the title: HR is its system of record.',
);
