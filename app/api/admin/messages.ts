import { z } from 'zod';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { countUnread } from '../../../lib/messages/count-unread.ts';
import { deleteMessages } from '../../../lib/messages/delete.ts';
import { listMessages } from '../../../lib/messages/list.ts';
import { markRead } from '../../../lib/messages/mark-read.ts';
import { chosenSchema, inboxSchema } from '../../../lib/messages/schema.ts';

const access = { right: 'any' } as const;

const getMessages = endpoint({
  method: 'GET',
  path: '/messages',
  access,
  summary: 'Message Center',
  description: 'The signed-in user’s own messages, the newest first (NOT-4).',
  query: z.object({
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    unread: z.enum(['true', 'false']).default('false'),
  }),
  answers: { 200: inboxSchema },
  verb: async (ctx, { query }) =>
    reply(200, await listMessages(ctx, { page: query.page, unread: query.unread === 'true' })),
});

const getUnread = endpoint({
  method: 'GET',
  path: '/messages/unread',
  access,
  summary: 'How many messages are unread',
  description: 'For the badge in the header (NOT-4).',
  answers: { 200: z.object({ unread: z.int().nonnegative() }) },
  verb: async (ctx) => reply(200, await countUnread(ctx)),
});

const postRead = endpoint({
  method: 'POST',
  path: '/messages/read',
  access,
  summary: 'Mark read',
  description: 'Of the user’s own messages.',
  body: json(chosenSchema),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await markRead(ctx, body);
    return reply(204, null);
  },
});

const postDelete = endpoint({
  method: 'POST',
  path: '/messages/delete',
  access,
  summary: 'Delete messages',
  description: 'Of the user’s own messages, for good.',
  body: json(chosenSchema),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await deleteMessages(ctx, body);
    return reply(204, null);
  },
});

export const messageEndpoints = [getMessages, getUnread, postRead, postDelete];
