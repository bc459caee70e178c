import { z } from 'zod';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { listSchools } from '../../../lib/reference/list-schools.ts';
import { school } from '../../../lib/reference/schema.ts';
import { listed } from './answer-examples.ts';

export const getSchools = endpoint({
  method: 'GET',
  path: '/schools',
  access: { scope: 'staff.read' },
  summary: 'Get the listing of Schools',
  description: "The district's schools. A position names its school by `schoolNumber`.",
  query: z.object(listQuery(1)),
  answers: { 200: listOf(school) },
  answerExamples: {
    200: listed({ schoolNumber: '010', name: 'Harrison High School', type: 'High School', active: true }),
  },
  verb: async (ctx, { query }) => reply(200, await listSchools(ctx, query)),
});
