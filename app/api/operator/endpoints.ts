import { z } from 'zod';
import type { Contracts } from '../../../lib/http/contract.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import type { OperatorContext } from '../../../lib/operator/context.ts';
import { setOperatorCookie } from '../../../lib/operator/cookie.ts';
import { latestEvents } from '../../../lib/operator/events.ts';
import { readInstallation } from '../../../lib/operator/installation.ts';
import { listDistricts } from '../../../lib/operator/list-districts.ts';
import { newDistrict } from '../../../lib/operator/new-district.ts';
import { resetAdmin } from '../../../lib/operator/reset-admin.ts';
import {
  adminLinkSchema,
  districtsAsked,
  districtsFoundSchema,
  eventsSchema,
  installationSchema,
  newDistrictSchema,
  resetSchema,
} from '../../../lib/operator/schema.ts';
import { endOperator } from '../../../lib/operator/session.ts';

const access = { operator: true } as const;

const getDistricts = endpoint({
  method: 'GET',
  path: '/districts',
  access,
  summary: 'Districts',
  description: 'One page of the districts by appName, each with its figures.',
  query: districtsAsked,
  answers: { 200: districtsFoundSchema },
  verb: async (ctx: OperatorContext, { query }) => reply(200, await listDistricts(ctx, query)),
});

const postDistrict = endpoint({
  method: 'POST',
  path: '/districts',
  access,
  summary: 'New district',
  description: 'An empty one. The answer has the link of its first admin, once.',
  body: json(newDistrictSchema),
  answers: { 201: adminLinkSchema },
  verb: async (ctx: OperatorContext, { body }) => reply(201, await newDistrict(ctx, body)),
});

const postReset = endpoint({
  method: 'POST',
  path: '/districts/{appName}/admin-reset',
  access,
  summary: 'Reset an administrator',
  description:
    'For one whom no other admin can help: ends their sessions, removes the second factor. The answer has a link for a new password, once.',
  params: z.object({ appName: z.string().max(63) }),
  body: json(resetSchema),
  answers: { 201: adminLinkSchema },
  verb: async (ctx: OperatorContext, { params, body }) =>
    reply(201, await resetAdmin(ctx, { ...params, ...body })),
});

const getInstallation = endpoint({
  method: 'GET',
  path: '/installation',
  access,
  summary: 'State of the installation',
  description: 'What `campus doctor` says.',
  answers: { 200: installationSchema },
  verb: async (ctx: OperatorContext) => reply(200, await readInstallation(ctx)),
});

const getEvents = endpoint({
  method: 'GET',
  path: '/events',
  access,
  summary: 'What operators did last',
  description: 'The newest first.',
  answers: { 200: eventsSchema },
  verb: async (ctx: OperatorContext) => reply(200, await latestEvents(ctx)),
});

const postEnd = endpoint({
  method: 'POST',
  path: '/end',
  access,
  summary: 'End the session',
  description: 'From then on no copy of the cookie works.',
  answers: { 204: null },
  async verb(ctx: OperatorContext) {
    await endOperator(ctx.db, ctx);
    return reply(204, null, { setCookie: (https) => setOperatorCookie(null, https) });
  },
});

/** Every call of the operator's page; each needs an operator's session. */
export const operatorEndpoints = [getDistricts, postDistrict, postReset, getInstallation, getEvents, postEnd];

/** The same calls as types, for the page. */
export type OperatorApi = Contracts<(typeof operatorEndpoints)[number]>;
