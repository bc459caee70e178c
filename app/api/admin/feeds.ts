import { z } from 'zod';
import { deleteFeed } from '../../../lib/feeds/delete-feed.ts';
import { listFeedRuns } from '../../../lib/feeds/feed-runs.ts';
import { listFeeds } from '../../../lib/feeds/list-feeds.ts';
import { pauseFeed } from '../../../lib/feeds/pause-feed.ts';
import { runFeedNow } from '../../../lib/feeds/run-now.ts';
import { createFeed, editFeed } from '../../../lib/feeds/save-feed.ts';
import {
  connectionFoundSchema,
  connectionSchema,
  feedEditSchema,
  feedRunSchema,
  feedSchema,
  feedsSchema,
} from '../../../lib/feeds/schema.ts';
import { testConnection } from '../../../lib/feeds/test-connection.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { listQuery } from '../../../lib/paging.ts';

const access = { right: 'Synchronization' } as const;
const confirmed = { ...access, confirmed: true } as const;
const params = z.object({ id: z.uuid() });

const getFeeds = endpoint({
  method: 'GET',
  path: '/feeds',
  access,
  summary: 'Scheduled Feeds',
  description: 'Each with its last run; never a secret.',
  answers: { 200: feedsSchema },
  verb: async (ctx) => reply(200, await listFeeds(ctx)),
});

const postFeed = endpoint({
  method: 'POST',
  path: '/feeds',
  access: confirmed,
  summary: 'New feed',
  description: 'Audited. The secret is sealed and never answered.',
  body: json(feedEditSchema),
  answers: { 201: feedSchema },
  verb: async (ctx, { body }) => reply(201, await createFeed(ctx, body)),
});

const putFeed = endpoint({
  method: 'PUT',
  path: '/feeds/{id}',
  access: confirmed,
  summary: 'Edit a feed',
  description: 'Without a secret the kept one stays, unless it would be sent to another server. Audited.',
  params,
  body: json(feedEditSchema),
  answers: { 200: feedSchema },
  verb: async (ctx, { params, body: edit }) => reply(200, await editFeed(ctx, { id: params.id, edit })),
});

const deleteOne = endpoint({
  method: 'DELETE',
  path: '/feeds/{id}',
  access,
  summary: 'Delete a feed',
  description: 'With its secret. Its runs are kept. Audited.',
  params,
  answers: { 204: null },
  async verb(ctx, { params }) {
    await deleteFeed(ctx, params);
    return reply(204, null);
  },
});

const postPause = endpoint({
  method: 'POST',
  path: '/feeds/{id}/pause',
  access,
  summary: 'Pause or resume a feed',
  description: 'A run that is under way goes on. Audited.',
  params,
  body: json(z.strictObject({ paused: z.boolean() })),
  answers: { 200: feedSchema },
  verb: async (ctx, { params, body }) => reply(200, await pauseFeed(ctx, { ...params, ...body })),
});

const postRun = endpoint({
  method: 'POST',
  path: '/feeds/{id}/run',
  access,
  summary: 'Run now',
  description: 'The worker takes the file. 409 while a run is under way. Audited.',
  params,
  answers: { 202: z.object({ runId: z.uuid() }) },
  verb: async (ctx, { params }) => reply(202, await runFeedNow(ctx, params)),
});

const postTest = endpoint({
  method: 'POST',
  path: '/feeds/test',
  access: confirmed,
  summary: 'Test connection',
  description:
    'Connects and finds the file that would be taken, without taking it. A server whose key is not accepted gets no secret.',
  body: json(connectionSchema),
  answers: { 200: connectionFoundSchema },
  verb: async (ctx, { body }) => reply(200, await testConnection(ctx, body)),
});

const getRuns = endpoint({
  method: 'GET',
  path: '/feeds/{id}/runs',
  access,
  summary: 'Runs of a feed',
  description: 'The latest first, each with its file and outcome.',
  params,
  query: z.object(listQuery(1)),
  answers: { 200: z.object({ data: z.array(feedRunSchema), nextCursor: z.string().nullable() }) },
  verb: async (ctx, { params, query }) =>
    reply(200, await listFeedRuns(ctx, { feedId: params.id, ...query })),
});

export const feedEndpoints = [getFeeds, postFeed, putFeed, deleteOne, postPause, postRun, postTest, getRuns];
