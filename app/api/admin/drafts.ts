import { z } from 'zod';
import { endpoint, file, json, reply } from '../../../lib/http/endpoint.ts';
import { CSV_TYPE, JSON_TYPE, NDJSON_TYPE, XLSX_TYPE } from '../../../lib/sync/upload/file-types.ts';
import { listMappings, removeMapping } from '../../../lib/sync/upload/named-mapping.ts';
import { chooseForDraft, correctCells, takeMappingOver } from '../../../lib/sync/wizard/choose.ts';
import { cancelDraft, createDraft, myDraft } from '../../../lib/sync/wizard/draft.ts';
import { lookAtDraft } from '../../../lib/sync/wizard/look.ts';
import {
  choicesSchema,
  chosenSchema,
  correctionsSchema,
  draftLookSchema,
  draftSchema,
  mappingName,
  mappingsSchema,
  takenOverSchema,
} from '../../../lib/sync/wizard/schema.ts';

const access = { right: 'Synchronization' } as const;
const params = z.object({ id: z.uuid() });

const postDraft = endpoint({
  method: 'POST',
  path: '/sync/upload/drafts',
  access,
  inTurn: true,
  summary: 'Begin the file wizard with a file',
  description: 'Keeps the file, sealed, until it is transferred, cancelled or replaced, or for a day.',
  query: z.object({ name: z.string().min(1).max(500) }),
  body: file([CSV_TYPE, XLSX_TYPE, JSON_TYPE, NDJSON_TYPE]),
  answers: { 201: draftSchema },
  verb: async (ctx, { body, query }) =>
    reply(201, await createDraft(ctx, { file: body, type: body.type, name: query.name })),
});

const getMyDraft = endpoint({
  method: 'GET',
  path: '/sync/upload/drafts/mine',
  access,
  summary: 'The file in my wizard',
  description: 'Null if there is none, or none any more.',
  answers: { 200: z.object({ draft: draftSchema.nullable() }) },
  verb: async (ctx) => reply(200, { draft: await myDraft(ctx) }),
});

const deleteDraft = endpoint({
  method: 'DELETE',
  path: '/sync/upload/drafts/{id}',
  access,
  params,
  summary: 'Cancel the file wizard',
  description: 'Removes the file and the choices.',
  answers: { 204: null },
  verb: async (ctx, { params: { id } }) => {
    await cancelDraft(ctx, id);
    return reply(204, null);
  },
});

const putChoices = endpoint({
  method: 'PUT',
  path: '/sync/upload/drafts/{id}/choices',
  access,
  params,
  summary: 'Keep what was chosen for a file',
  description: 'Also what is not complete; the answer says what is wrong or missing.',
  body: json(choicesSchema),
  answers: { 200: chosenSchema },
  verb: async (ctx, { params: { id }, body }) => reply(200, await chooseForDraft(ctx, id, body)),
});

const postMapping = endpoint({
  method: 'POST',
  path: '/sync/upload/drafts/{id}/mapping',
  access,
  params,
  summary: 'Take a named mapping over',
  description: 'By the headers of the file. The answer says how they differ.',
  body: json(z.strictObject({ name: mappingName })),
  answers: { 200: takenOverSchema },
  verb: async (ctx, { params: { id }, body }) => reply(200, await takeMappingOver(ctx, id, body.name)),
});

const getColumns = endpoint({
  method: 'GET',
  path: '/sync/upload/drafts/{id}/columns',
  access,
  params,
  summary: 'The columns of a file',
  description: 'As chosen, or as what they most likely are. Reads the whole file.',
  answers: { 200: draftLookSchema },
  verb: async (ctx, { params: { id } }) => reply(200, await lookAtDraft(ctx, id)),
});

const putCells = endpoint({
  method: 'PUT',
  path: '/sync/upload/drafts/{id}/cells',
  access,
  params,
  summary: 'Correct cells of a file',
  description: 'Added to those corrected before; a value of null takes a correction back.',
  body: json(correctionsSchema),
  answers: { 200: z.object({ corrected: z.int() }) },
  verb: async (ctx, { params: { id }, body }) => reply(200, await correctCells(ctx, id, body.cells)),
});

const getMappings = endpoint({
  method: 'GET',
  path: '/sync/upload/mappings',
  access,
  summary: 'The named mappings of the district',
  description: 'Each in its latest version.',
  answers: { 200: mappingsSchema },
  verb: async (ctx) => reply(200, { mappings: await listMappings(ctx) }),
});

const deleteMapping = endpoint({
  method: 'DELETE',
  path: '/sync/upload/mappings/{name}',
  access,
  summary: 'Remove a named mapping',
  description: 'With all of its versions.',
  answers: { 204: null },
  verb: async (ctx, { params: { name } }) => {
    await removeMapping(ctx, name);
    return reply(204, null);
  },
});

export const draftEndpoints = [
  ...[postDraft, getMyDraft, deleteDraft, putChoices, postMapping, getColumns, putCells],
  ...[getMappings, deleteMapping],
];
