import { z } from 'zod';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { VALUE_KINDS } from '../../../lib/record/csv/meaning.ts';
import { valuesOfMappings } from '../../../lib/sync/upload/mapped-values.ts';
import { listValueMappings } from '../../../lib/value-mapping/list-value-mappings.ts';
import { removeValueMapping } from '../../../lib/value-mapping/remove-value-mapping.ts';
import { saveValueMapping } from '../../../lib/value-mapping/save-value-mapping.ts';
import { valueMappingInput, valueMappingsSchema } from '../../../lib/value-mapping/schema.ts';

const access = { right: 'Synchronization' } as const;

const fileMapping = z.object({
  name: z.string(),
  /** The latest one, and who saved it. */
  version: z.int().positive(),
  at: z.iso.datetime(),
  by: z.string(),
  values: z.array(z.object({ kind: z.enum(VALUE_KINDS), value: z.string(), code: z.string().nullable() })),
});

const getValueMappings = endpoint({
  method: 'GET',
  path: '/value-mappings',
  access,
  summary: 'What HR’s values are in Campus',
  description: 'Of each client, with the values that Campus does not know (REF-3), and of file mappings.',
  answers: { 200: valueMappingsSchema.extend({ files: z.array(fileMapping) }) },
  async verb(ctx) {
    const [found, files] = await Promise.all([listValueMappings(ctx), valuesOfMappings(ctx)]);
    return reply(200, { ...found, files });
  },
});

const putValueMapping = endpoint({
  method: 'PUT',
  path: '/value-mappings',
  access,
  summary: 'Map a value',
  description: 'Another code for the same value replaces the one before. Audited.',
  body: json(valueMappingInput),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await saveValueMapping(ctx, body);
    return reply(204, null);
  },
});

const deleteValueMapping = endpoint({
  method: 'DELETE',
  path: '/value-mappings/{id}',
  access,
  summary: 'Remove a mapping',
  description: 'What was committed stays. Audited.',
  params: z.object({ id: z.uuid() }),
  answers: { 204: null },
  async verb(ctx, { params }) {
    await removeValueMapping(ctx, params);
    return reply(204, null);
  },
});

export const valueMappingEndpoints = [getValueMappings, putValueMapping, deleteValueMapping];
