import { z } from 'zod';
import { listActions } from '../../../lib/home/actions/list-actions.ts';
import { actionSchema } from '../../../lib/home/actions/schema.ts';
import { integrationState } from '../../../lib/home/integration.ts';
import { staffState } from '../../../lib/home/staff.ts';
import { firstSteps } from '../../../lib/home/steps/first-steps.ts';
import { hideSteps } from '../../../lib/home/steps/hide-steps.ts';
import { firstStepsSchema } from '../../../lib/home/steps/schema.ts';
import { trendSchema, trends } from '../../../lib/home/trends.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
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
      held: z.enum(['waiting', 'approved']).nullable(),
      lastCommit: pastRunSchema.nullable(),
      undone: z.boolean(),
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
      placeholderNumber: count,
      sharedPlaceholder: count,
      hrManaged: count,
    }),
  },
  verb: async (ctx) => reply(200, await staffState(ctx)),
});

const getFirstSteps = endpoint({
  method: 'GET',
  path: '/home/first-steps',
  access: { right: 'any' },
  summary: 'What is set up',
  description:
    'The steps that the tool rights of the user let them do, as the data of the district has it now.',
  answers: { 200: firstStepsSchema },
  verb: async (ctx) => reply(200, await firstSteps(ctx)),
});

const putFirstSteps = endpoint({
  method: 'PUT',
  path: '/home/first-steps',
  access: { right: 'any' },
  summary: 'Hide the first steps, or show them',
  description: 'For the signed-in user alone.',
  body: json(z.strictObject({ hidden: z.boolean() })),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await hideSteps(ctx, body);
    return reply(204, null);
  },
});

const getActions = endpoint({
  method: 'GET',
  path: '/home/actions',
  access: { right: 'any' },
  summary: 'What waits for the user',
  description: 'Only what the tool rights of the user let them do. How many people, never who.',
  answers: { 200: z.object({ data: z.array(actionSchema) }) },
  verb: async (ctx) => reply(200, { data: await listActions(ctx) }),
});

const getTrends = endpoint({
  method: 'GET',
  path: '/home/trends',
  access: { right: 'Synchronization' },
  summary: 'The last commits, compared',
  description: 'The oldest first.',
  answers: { 200: z.object({ data: z.array(trendSchema) }) },
  verb: async (ctx) => reply(200, { data: await trends(ctx) }),
});

export const homeEndpoints = [getIntegration, getStaff, getFirstSteps, putFirstSteps, getActions, getTrends];
