import { z } from 'zod';
import { findAddresses } from '../../../lib/address/find.ts';
import { readTyped } from '../../../lib/address/read-typed.ts';
import { comparePair } from '../../../lib/addresses/compare.ts';
import { decideDifferent } from '../../../lib/addresses/different.ts';
import { listDecisions } from '../../../lib/addresses/list.ts';
import { mergeAddresses } from '../../../lib/addresses/merge.ts';
import { nearDuplicates } from '../../../lib/addresses/near-duplicates.ts';
import { readAddressById } from '../../../lib/addresses/read.ts';
import {
  decisionSchema,
  foundSchema,
  mergedSchema,
  mergeSchema,
  nearDuplicatesSchema,
  nearPairSchema,
  pairSchema,
  undoneSchema,
} from '../../../lib/addresses/schema.ts';
import { undoDecision } from '../../../lib/addresses/undo.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { listOf, listQuery } from '../../../lib/paging.ts';
import { addressAnswer } from '../../../lib/staff/answer.ts';

const access = { right: 'Addresses' } as const;

const getNear = endpoint({
  method: 'GET',
  path: '/addresses/near',
  access,
  summary: 'Possible duplicate addresses',
  description:
    'In the order of their keys. A call searches one batch, so a page that is not the last may be short.',
  query: z.object(listQuery(2)),
  answers: { 200: nearDuplicatesSchema },
  verb: async (ctx, { query }) => reply(200, await nearDuplicates(ctx, query)),
});

const getPair = endpoint({
  method: 'GET',
  path: '/addresses/pair',
  access,
  summary: 'Two addresses side by side',
  description: 'Near or not, with the people who live there.',
  query: pairSchema,
  answers: { 200: nearPairSchema },
  verb: async (ctx, { query }) => reply(200, await comparePair(ctx, query)),
});

const searchAddresses = endpoint({
  method: 'GET',
  path: '/addresses/search',
  access,
  summary: 'Addresses that match a typed text',
  description: 'The exact one first, then near ones.',
  query: z.object({ text: z.string().max(200, 'is longer than 200 characters') }),
  answers: { 200: z.object({ data: z.array(foundSchema) }) },
  verb: async (ctx, { query }) => {
    const { data } = await findAddresses(ctx, { ...readTyped(query.text), limit: 10 });
    return reply(200, { data });
  },
});

const getAddress = endpoint({
  method: 'GET',
  path: '/addresses/{id}',
  access,
  summary: 'An address of the district',
  description: 'A merged address is not found.',
  params: z.object({ id: z.uuid() }),
  answers: { 200: addressAnswer },
  verb: async (ctx, { params }) => reply(200, await readAddressById(ctx, params)),
});

const postMerge = endpoint({
  method: 'POST',
  path: '/addresses/merge',
  access,
  summary: 'Merge',
  description: 'Every location at the dropped address moves to the kept one (ADR-3).',
  body: json(mergeSchema),
  answers: { 200: mergedSchema },
  verb: async (ctx, { body }) => reply(200, await mergeAddresses(ctx, body)),
});

const postDifferent = endpoint({
  method: 'POST',
  path: '/addresses/different',
  access,
  summary: 'Not the same',
  description: 'The pair is never proposed again (ADR-7).',
  body: json(pairSchema),
  answers: { 200: z.object({ decisionId: z.uuid() }) },
  verb: async (ctx, { body }) => reply(200, await decideDifferent(ctx, body)),
});

const getDecisions = endpoint({
  method: 'GET',
  path: '/addresses/decisions',
  access,
  summary: 'Decisions about addresses',
  description: 'The latest first, including the undone ones.',
  query: z.object(listQuery(1)),
  answers: { 200: listOf(decisionSchema) },
  verb: async (ctx, { query }) => reply(200, await listDecisions(ctx, query)),
});

const postUndo = endpoint({
  method: 'POST',
  path: '/addresses/decisions/{id}/undo',
  access,
  summary: 'Undo',
  description:
    'Undoing a merge restores the locations that nobody edited since; the answer says which people keep theirs.',
  params: z.object({ id: z.uuid() }),
  answers: { 200: undoneSchema },
  verb: async (ctx, { params }) => reply(200, await undoDecision(ctx, params)),
});

export const addressEndpoints = [
  getNear,
  getPair,
  searchAddresses,
  getAddress,
  postMerge,
  postDifferent,
  getDecisions,
  postUndo,
];
