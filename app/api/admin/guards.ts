import { z } from 'zod';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { approveHold } from '../../../lib/sync/guards/approve.ts';
import { excludePeople, excludePerson, includePerson } from '../../../lib/sync/guards/exclusions.ts';
import { guardPeople } from '../../../lib/sync/guards/guard-people.ts';
import { GUARDS_OF_PEOPLE } from '../../../lib/sync/guards/limits.ts';
import { saveGuards } from '../../../lib/sync/guards/save-guards.ts';
import {
  approvalSchema,
  excludeSchema,
  excludeSeveralSchema,
  exclusionSchema,
  guardPeopleSchema,
  guardSettingsSchema,
  holdSchema,
} from '../../../lib/sync/guards/schema.ts';
import { guardsOverview } from '../../../lib/sync/guards-overview.ts';
import { offHoursSchema } from '../../../lib/sync/schedule/schema.ts';
import { saveSettings, syncSettingsSchema } from '../../../lib/sync/settings.ts';

const access = { right: 'Synchronization' } as const;

const getGuards = endpoint({
  method: 'GET',
  path: '/sync/guards',
  access,
  summary: 'Commit guards',
  description:
    'The limits, the commit that is held now, the excluded people, and the settings of synchronizations (SYNC-13).',
  answers: {
    200: z.object({
      settings: guardSettingsSchema,
      hold: holdSchema.nullable(),
      excluded: z.array(exclusionSchema),
      offHours: offHoursSchema,
      syncSettings: syncSettingsSchema,
    }),
  },
  verb: async (ctx) => reply(200, await guardsOverview(ctx)),
});

const putGuards = endpoint({
  method: 'PUT',
  path: '/sync/guards',
  access: { ...access, confirmed: true },
  summary: 'Adjust the limits',
  description:
    'In percent of the transferred staff; null: no limit (SYNC-13). Where a second person approves commits, only a user with *User Security*, too, who has not asked for the held commit, may loosen the limits. Audited.',
  body: json(guardSettingsSchema),
  answers: { 200: guardSettingsSchema },
  verb: async (ctx, { body }) => reply(200, await saveGuards(ctx, body)),
});

const putSettings = endpoint({
  method: 'PUT',
  path: '/sync/settings',
  access,
  summary: 'Change the settings of synchronizations',
  description:
    'initialIsNoChange (ID-6) counts in single calls, too. A validation made before is out of date. Audited.',
  body: json(syncSettingsSchema),
  answers: { 200: syncSettingsSchema },
  verb: async (ctx, { body }) => reply(200, await saveSettings(ctx, body)),
});

const postApprove = endpoint({
  method: 'POST',
  path: '/sync/guards/approve',
  access,
  summary: 'Approve a held commit',
  description: 'With a reason, audited. Then the commit can be requested again (SYNC-13).',
  body: json(approvalSchema),
  answers: { 200: holdSchema },
  verb: async (ctx, { body }) => reply(200, await approveHold(ctx, body)),
});

const getPeople = endpoint({
  method: 'GET',
  path: '/sync/guards/people',
  access,
  summary: 'The people counted against a limit',
  description: 'From the latest run’s validation, each person once.',
  query: z.object({
    guard: z.enum(GUARDS_OF_PEOPLE),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
  }),
  answers: { 200: guardPeopleSchema },
  verb: async (ctx, { query }) => reply(200, await guardPeople(ctx, query)),
});

const postExclude = endpoint({
  method: 'POST',
  path: '/sync/guards/held-out',
  access,
  summary: 'Exclude a person from commits',
  description:
    'Until they are included again, commits skip this person, with a result that says so (SYNC-13).',
  body: json(excludeSchema),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await excludePerson(ctx, body);
    return reply(204, null);
  },
});

const postExcludeSeveral = endpoint({
  method: 'POST',
  path: '/sync/guards/held-out/several',
  access,
  summary: 'Exclude several people from commits',
  description: 'With one reason. People who are excluded already stay as they are (SYNC-13).',
  body: json(excludeSeveralSchema),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await excludePeople(ctx, body);
    return reply(204, null);
  },
});

const postInclude = endpoint({
  method: 'POST',
  path: '/sync/guards/let-in',
  access,
  summary: 'Include a person again',
  description: 'The next commit includes this person.',
  body: json(excludeSchema.pick({ staffNumber: true })),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await includePerson(ctx, body);
    return reply(204, null);
  },
});

export const guardEndpoints = [
  getGuards,
  putGuards,
  putSettings,
  postApprove,
  getPeople,
  postExclude,
  postExcludeSeveral,
  postInclude,
];
