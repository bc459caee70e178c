import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, file, json, reply } from '../../../lib/http/endpoint.ts';
import { CSV_TYPE, JSON_TYPE, NDJSON_TYPE, XLSX_TYPE } from '../../../lib/sync/upload/file-types.ts';
import { checkDraft } from '../../../lib/sync/wizard/check.ts';
import { chooseForDraft, correctCells, takeMappingOver } from '../../../lib/sync/wizard/choose.ts';
import { cancelDraft, createDraft, draftProgress, myDraft } from '../../../lib/sync/wizard/draft.ts';
import { downloadProblems } from '../../../lib/sync/wizard/faulty-rows.ts';
import { lookAtDraft } from '../../../lib/sync/wizard/look.ts';
import {
  choicesSchema,
  chosenSchema,
  correctionsSchema,
  draftCheckSchema,
  draftLookSchema,
  draftSchema,
  draftTransferredSchema,
  draftTransferSchema,
  draftValuesSchema,
  mappingName,
  takenOverSchema,
} from '../../../lib/sync/wizard/schema.ts';
import { transferDraft } from '../../../lib/sync/wizard/transfer-draft.ts';
import { valuesOfDraft } from '../../../lib/sync/wizard/values.ts';

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

const getProgress = endpoint({
  method: 'GET',
  path: '/sync/upload/drafts/{id}/progress',
  access,
  params,
  summary: 'How far the reading of a file is',
  description: 'From 0 to 1; null if no call reads it now. Columns, values and check read the whole file.',
  answers: { 200: z.object({ share: z.number().min(0).max(1).nullable() }) },
  verb: async (ctx, { params: { id } }) => reply(200, { share: await draftProgress(ctx, id) }),
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

const getValues = endpoint({
  method: 'GET',
  path: '/sync/upload/drafts/{id}/values',
  access,
  params,
  summary: 'The values of a file beside those of Campus',
  description: 'Schools, genders, assignment codes and titles. Reads the whole file.',
  answers: { 200: draftValuesSchema },
  verb: async (ctx, { params: { id } }) => reply(200, await valuesOfDraft(ctx, id)),
});

const getCheck = endpoint({
  method: 'GET',
  path: '/sync/upload/drafts/{id}/check',
  access,
  params,
  summary: 'What a transfer would do with a file',
  description: 'Reads and checks every row, and stages nothing.',
  answers: { 200: draftCheckSchema },
  verb: async (ctx, { params: { id } }) => reply(200, await checkDraft(ctx, id)),
});

const getProblems = endpoint({
  method: 'GET',
  path: '/sync/upload/drafts/{id}/problems',
  access,
  params,
  summary: 'The rows with problems, as a file',
  description:
    'As the file has them, with a column of their errors. SSNs are whole, so the audit log has it.',
  query: z.object({ as: z.enum(['csv', 'xlsx']).default('csv') }),
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { params: { id }, query }) => reply(200, await downloadProblems(ctx, id, query.as)),
});

const postTransfer = endpoint({
  method: 'POST',
  path: '/sync/upload/drafts/{id}/transfer',
  access,
  params,
  inTurn: true,
  summary: 'Transfer the staff of a file',
  description:
    'Stages all of them, or all but the bad rows (SYNC-2). Otherwise nothing is staged. What was staged keeps the mapping and removes the file.',
  body: json(draftTransferSchema),
  answers: { 200: draftTransferredSchema },
  verb: async (ctx, { params: { id }, body }) => reply(200, await transferDraft(ctx, id, body)),
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

export const draftEndpoints = [
  ...[postDraft, getMyDraft, deleteDraft, putChoices, postMapping, getProgress, getColumns, putCells],
  ...[getValues, getCheck, getProblems, postTransfer],
];
