import { z } from 'zod';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { combinePeople } from '../../../lib/people/combine/combine.ts';
import { listCombinations } from '../../../lib/people/combine/list.ts';
import { previewCombination } from '../../../lib/people/combine/preview.ts';
import {
  combinationSchema,
  combinedSchema,
  combineSchema,
  pairSchema,
  previewSchema,
} from '../../../lib/people/combine/schema.ts';
import { undoCombination } from '../../../lib/people/combine/undo.ts';
import { likelyOthers } from '../../../lib/people/likely-others.ts';
import { listPeople, personRow } from '../../../lib/people/list-people.ts';
import {
  type DistinctPerson,
  distinctPeopleSchema,
  distinctPersonSchema,
  likelyOtherSchema,
  peopleSearchSchema,
} from '../../../lib/people/schema.ts';
import { tellApart } from '../../../lib/people/tell-apart.ts';

const access = { right: 'Combine Person' } as const;

const searchPeople = endpoint({
  method: 'POST',
  path: '/people/search',
  access,
  summary: 'Everyone in Campus',
  description:
    'Staff, students and guardians. A POST, so that an SSN in the search does not appear in a log.',
  body: json(peopleSearchSchema),
  answers: { 200: distinctPeopleSchema },
  async verb(ctx, { body }) {
    const found = await listPeople(ctx, { ...body, among: 'everyone', filters: [], order: 'name' });
    return reply(200, { ...found, data: await tellApart(ctx, found.data) });
  },
});

const getPersonRow = endpoint({
  method: 'GET',
  path: '/people/{id}',
  access,
  summary: 'Someone in Campus',
  description: 'As the search lists them.',
  params: z.object({ id: z.uuid() }),
  answers: { 200: distinctPersonSchema },
  async verb(ctx, { params }) {
    const person = await personRow(ctx, params);
    const [distinct] = await tellApart(ctx, [person]);
    return reply(200, distinct as DistinctPerson);
  },
});

const getLikely = endpoint({
  method: 'GET',
  path: '/people/{id}/likely',
  access,
  summary: 'Who is likely the same person',
  description: 'By name with known nicknames, birth date, SSN, e-mail and phone (CMB-2).',
  params: z.object({ id: z.uuid() }),
  answers: { 200: z.object({ data: z.array(likelyOtherSchema) }) },
  verb: async (ctx, { params }) =>
    reply(200, { data: await tellApart(ctx, await likelyOthers(ctx, params)) }),
});

const postPreview = endpoint({
  method: 'POST',
  path: '/people/combine/preview',
  access,
  summary: 'Preview of a combination',
  description: 'Field by field, and what moves (CMB-1). Nothing is changed.',
  body: json(pairSchema),
  answers: { 200: previewSchema },
  verb: async (ctx, { body }) => reply(200, await previewCombination(ctx, body)),
});

const postCombine = endpoint({
  method: 'POST',
  path: '/people/combine',
  access,
  summary: 'Combine Person',
  description: 'Everything of the other person moves to the base person, and the other is removed (CMB-1).',
  body: json(combineSchema),
  answers: { 200: combinedSchema },
  verb: async (ctx, { body }) => reply(200, await combinePeople(ctx, body)),
});

const getCombinations = endpoint({
  method: 'GET',
  path: '/people/combinations',
  access,
  summary: 'The latest combinations',
  description: 'With whether each can still be undone (CMB-3).',
  answers: { 200: z.object({ data: z.array(combinationSchema) }) },
  verb: async (ctx) => reply(200, { data: await listCombinations(ctx) }),
});

const postUndoCombination = endpoint({
  method: 'POST',
  path: '/people/combinations/{id}/undo',
  access,
  summary: 'Undo a combination',
  description: 'Only while nobody has edited its outcome (CMB-3). Both people are as they were before.',
  params: z.object({ id: z.uuid() }),
  answers: { 200: z.object({ baseId: z.uuid(), otherId: z.uuid() }) },
  verb: async (ctx, { params }) => reply(200, await undoCombination(ctx, params)),
});

export const combineEndpoints = [
  searchPeople,
  getCombinations,
  getPersonRow,
  getLikely,
  postPreview,
  postCombine,
  postUndoCombination,
];
