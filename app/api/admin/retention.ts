import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { keptData, saveKeptData } from '../../../lib/retention/kept-data.ts';
import { daysSchema, retentionSchema } from '../../../lib/retention/schema.ts';

const access = { right: 'User Security' } as const;

const getRetention = endpoint({
  method: 'GET',
  path: '/retention',
  access,
  summary: 'How long data is kept',
  description: 'The days of each kind, and what is gone already.',
  answers: { 200: retentionSchema },
  verb: async (ctx) => reply(200, await keptData(ctx)),
});

const putRetention = endpoint({
  method: 'PUT',
  path: '/retention',
  access: { ...access, confirmed: true },
  summary: 'Choose how long data is kept',
  description:
    'The days of every kind; null is the default. Older data is removed within a day, and can’t be brought back. Audited.',
  body: json(daysSchema),
  answers: { 200: retentionSchema },
  verb: async (ctx, { body }) => reply(200, await saveKeptData(ctx, body)),
});

export const retentionEndpoints = [getRetention, putRetention];
