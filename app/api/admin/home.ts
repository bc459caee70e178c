import { z } from 'zod';
import { integrationState } from '../../../lib/home/integration.ts';
import { staffState } from '../../../lib/home/staff.ts';
import { endpoint, reply } from '../../../lib/http/endpoint.ts';
import { syncRunSchema } from '../../../lib/sync/schema.ts';
import { pastRunSchema } from './sync.ts';

const count = z.int().nonnegative();

const getIntegration = endpoint({
  method: 'GET',
  path: '/home/integration',
  access: { right: 'Synchronization' },
  summary: 'State of the integration',
  description: 'The live run, the last commit, and the errors of the last days.',
  answers: {
    200: z.object({
      run: syncRunSchema.nullable(),
      failure: z.string().nullable(),
      lastCommit: pastRunSchema.nullable(),
      errors: count,
    }),
  },
  verb: async (ctx) => reply(200, await integrationState(ctx)),
});

const getStaff = endpoint({
  method: 'GET',
  path: '/home/staff',
  access: { right: 'any' },
  summary: 'What to repair in the staff data',
  description: 'How many people, never who.',
  answers: {
    200: z.object({
      staff: count,
      withoutNumber: count,
      withoutPosition: count,
      duplicateNumber: count,
      hrManaged: count,
    }),
  },
  verb: async (ctx) => reply(200, await staffState(ctx)),
});

export const homeEndpoints = [getIntegration, getStaff];
