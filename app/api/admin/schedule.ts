import { z } from 'zod';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { cancelSchedule } from '../../../lib/sync/schedule/cancel-schedule.ts';
import { scheduleCommit } from '../../../lib/sync/schedule/schedule-commit.ts';
import { offHoursSchema, scheduleRequestSchema, scheduleSchema } from '../../../lib/sync/schedule/schema.ts';
import { saveOffHours } from '../../../lib/sync/schedule/settings.ts';

const access = { right: 'Synchronization' } as const;

const putSchedule = endpoint({
  method: 'PUT',
  path: '/sync/schedule',
  access,
  summary: 'Schedule the commit',
  description:
    'At a time or in the next off-hours window. Replaces an earlier schedule. Above a limit it is held like a commit (SYNC-13). Audited.',
  body: json(scheduleRequestSchema),
  answers: { 200: scheduleSchema },
  verb: async (ctx, { body }) => reply(200, await scheduleCommit(ctx, body)),
});

const postCancel = endpoint({
  method: 'POST',
  path: '/sync/schedule/cancel',
  access,
  summary: 'Cancel the scheduled commit',
  description: 'The run stays validated. Audited.',
  body: json(z.undefined()),
  answers: { 204: null },
  async verb(ctx) {
    await cancelSchedule(ctx);
    return reply(204, null);
  },
});

const putOffHours = endpoint({
  method: 'PUT',
  path: '/sync/guards/off-hours',
  access,
  summary: 'Adjust the off hours',
  description: 'In the district’s zone. A commit that is already scheduled keeps its window. Audited.',
  body: json(offHoursSchema),
  answers: { 200: offHoursSchema },
  verb: async (ctx, { body }) => reply(200, await saveOffHours(ctx, body)),
});

export const scheduleEndpoints = [putSchedule, postCancel, putOffHours];
