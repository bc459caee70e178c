import { z } from 'zod';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { listSchools } from '../../../lib/reference/list-schools.ts';
import { school } from '../../../lib/reference/schema.ts';

export const getSchools = endpoint({
  method: 'GET',
  path: '/schools',
  access: { scope: 'staff.read' },
  summary: 'Schools',
  description: "The district's schools. A position names its school by `schoolNumber`.",
  query: z.object(listQuery(1)),
  answers: { 200: listOf(school) },
  verb: async (ctx, { query }) => reply(200, await listSchools(ctx, query)),
});
