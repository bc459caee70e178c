import { z } from 'zod';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { VALUE_KINDS } from '../../../lib/record/csv/meaning.ts';
import { removeFileValue, saveFileValue } from '../../../lib/sync/upload/mapped-values.ts';
import { listMappings, removeMapping } from '../../../lib/sync/upload/named-mapping.ts';
import { mappingsSchema } from '../../../lib/sync/wizard/schema.ts';
import { hrValue } from '../../../lib/value-mapping/schema.ts';

const access = { right: 'Synchronization' } as const;

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

const version = z.object({ version: z.int().positive() });
const kind = z.enum(VALUE_KINDS);

const putValue = endpoint({
  method: 'PUT',
  path: '/sync/upload/mappings/{name}/values',
  access,
  summary: 'Map a value of files',
  description:
    'As the next version of the named mapping. A code of null ignores rows with the value. Audited.',
  body: json(z.strictObject({ kind, value: hrValue, code: z.string().min(1).max(200).nullable() })),
  answers: { 200: version },
  verb: async (ctx, { params: { name }, body }) => reply(200, await saveFileValue(ctx, { name, ...body })),
});

const deleteValue = endpoint({
  method: 'DELETE',
  path: '/sync/upload/mappings/{name}/values',
  access,
  summary: 'Remove a mapped value of files',
  description: 'As the next version of the named mapping. Audited.',
  query: z.object({ kind, value: z.string().min(1).max(10_000) }),
  answers: { 200: version },
  verb: async (ctx, { params: { name }, query }) =>
    reply(200, await removeFileValue(ctx, { name, ...query })),
});

export const fileMappingEndpoints = [getMappings, deleteMapping, putValue, deleteValue];
