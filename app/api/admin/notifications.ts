import { z } from 'zod';
import { alertSettingsSchema } from '../../../lib/alerts/schema.ts';
import { alertSettings, saveAlertSettings } from '../../../lib/alerts/settings.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { findCandidates } from '../../../lib/notify/find-candidates.ts';
import { listNotifications } from '../../../lib/notify/list-notifications.ts';
import { createNotification, editNotification } from '../../../lib/notify/save-notification.ts';
import { candidatesSchema, notificationEditSchema, notificationSchema } from '../../../lib/notify/schema.ts';

const access = { right: 'Notifications' } as const;

const getNotifications = endpoint({
  method: 'GET',
  path: '/notifications',
  access,
  summary: 'Business Office Notifications',
  description: 'Which events notify which users (NOT-1).',
  answers: { 200: z.object({ data: z.array(notificationSchema) }) },
  verb: async (ctx) => reply(200, await listNotifications(ctx)),
});

const getCandidates = endpoint({
  method: 'GET',
  path: '/notifications/recipients',
  access,
  summary: 'Who can be a recipient',
  description: 'Users with tool rights to District Employment or District Assignments (NOT-2).',
  query: z.object({ search: z.string().max(200).default('') }),
  answers: { 200: candidatesSchema },
  verb: async (ctx, { query }) => reply(200, await findCandidates(ctx, query)),
});

const postNotification = endpoint({
  method: 'POST',
  path: '/notifications',
  access,
  summary: 'New notification',
  description: 'A user who adds recipients also needs District Employment or District Assignments (NOT-2).',
  body: json(notificationEditSchema),
  answers: { 201: notificationSchema },
  verb: async (ctx, { body }) => reply(201, await createNotification(ctx, body)),
});

const putNotification = endpoint({
  method: 'PUT',
  path: '/notifications/{id}',
  access,
  summary: 'Edit a notification',
  description: '"If all the recipients are removed, a notification is deleted" (NOT-3): 204.',
  params: z.object({ id: z.uuid() }),
  body: json(notificationEditSchema),
  answers: { 200: notificationSchema, 204: null },
  async verb(ctx, { params, body: edit }) {
    const notification = await editNotification(ctx, { ...params, edit });
    return notification ? reply(200, notification) : reply(204, null);
  },
});

const getLimits = endpoint({
  method: 'GET',
  path: '/notifications/limits',
  access,
  summary: 'When Campus notifies of errors and silent vendors',
  description: 'More open errors than errorLimit within errorHours; silentDays without a call of a client.',
  answers: { 200: alertSettingsSchema },
  verb: async (ctx) => reply(200, await alertSettings(ctx)),
});

const putLimits = endpoint({
  method: 'PUT',
  path: '/notifications/limits',
  access,
  summary: 'Change when Campus notifies of errors and silent vendors',
  description: 'Who chose these e-mails gets one when a limit is exceeded, not one per error. Audited.',
  body: json(alertSettingsSchema),
  answers: { 200: alertSettingsSchema },
  verb: async (ctx, { body }) => reply(200, await saveAlertSettings(ctx, body)),
});

export const notificationEndpoints = [
  getNotifications,
  getCandidates,
  getLimits,
  putLimits,
  postNotification,
  putNotification,
];
