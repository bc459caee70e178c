import { z } from 'zod';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, file, json, reply } from '../../../lib/http/endpoint.ts';
import { wholeNumber } from '../../../lib/http/whole-number.ts';
import { ON_INVALID } from '../../../lib/sync/transfer/transfer.ts';
import { CSV_TYPE, JSON_TYPE, NDJSON_TYPE, XLSX_TYPE } from '../../../lib/sync/upload/file-types.ts';
import { lookAtFile } from '../../../lib/sync/upload/look.ts';
import { keepMapping } from '../../../lib/sync/upload/mapping.ts';
import { fileLookSchema, mappingSchema, uploadedSchema } from '../../../lib/sync/upload/schema.ts';
import { uploadTemplate } from '../../../lib/sync/upload/template.ts';
import { uploadBody } from '../../../lib/sync/upload/upload-body.ts';

const access = { right: 'Synchronization' } as const;

/** Where recognition was wrong. Excel has so many rows. */
const table = z.object({
  headerRow: wholeNumber('headerRow', 0, 1_048_576).optional(),
  sheet: z.string().max(100).optional(),
});

const postLook = endpoint({
  method: 'POST',
  path: '/sync/upload/look',
  access,
  summary: 'What the columns of a CSV file or workbook most likely are',
  description: 'Reads the beginning of a CSV file or the whole workbook, and stores nothing.',
  query: table,
  body: file([CSV_TYPE, XLSX_TYPE]),
  answers: { 200: fileLookSchema },
  verb: async (ctx, { body, query }) => reply(200, await lookAtFile(ctx, body, query)),
});

const postMapping = endpoint({
  method: 'POST',
  path: '/sync/upload/mappings',
  access,
  summary: 'Confirm what the columns of a file are',
  description: 'The district remembers it for the next file with the same headers.',
  body: json(mappingSchema),
  answers: { 200: z.object({ id: z.uuid() }) },
  verb: async (ctx, { body }) => reply(200, await keepMapping(ctx, body)),
});

const postUpload = endpoint({
  method: 'POST',
  path: '/sync/upload',
  access,
  inTurn: true,
  summary: 'Transfer Staff Via File Upload',
  description:
    'Stages the staff of a file of any length: all of them, or all but the bad rows (SYNC-2). Otherwise nothing is staged.',
  query: table.extend({ mapping: z.uuid().optional(), onInvalid: z.enum(ON_INVALID).default('reject') }),
  body: file([CSV_TYPE, XLSX_TYPE, JSON_TYPE, NDJSON_TYPE]),
  answers: { 200: uploadedSchema },
  verb: async (ctx, { body, query }) => reply(200, await uploadBody(ctx, body, query)),
});

const getTemplate = endpoint({
  method: 'GET',
  path: '/sync/upload/template',
  access,
  summary: 'A CSV file to start with',
  description: 'Its header names every property of the API.',
  answers: { 200: z.instanceof(Download) },
  verb: async () => reply(200, uploadTemplate()),
});

export const uploadEndpoints = [postLook, postMapping, postUpload, getTemplate];
