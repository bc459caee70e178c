import { z } from 'zod';
import { addCode } from '../../../lib/code-list/add-code.ts';
import { editCode } from '../../../lib/code-list/edit-code.ts';
import { exportCodes } from '../../../lib/code-list/export-codes.ts';
import { listUsedCodes } from '../../../lib/code-list/list-codes.ts';
import { removeCode } from '../../../lib/code-list/remove-code.ts';
import { codeInput, codeNamed, codeNarrowing, codesFoundSchema } from '../../../lib/code-list/schema.ts';
import { Download } from '../../../lib/export/download.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { wholeNumber } from '../../../lib/http/whole-number.ts';

const access = { oneOf: ['Synchronization', 'API Credentials'] } as const;
const narrowed = z.object(codeNarrowing);

const getCodes = endpoint({
  method: 'GET',
  path: '/codes',
  access,
  summary: 'Schools and codes',
  description: 'What HR must map to, with uses and HR’s values (REF-1, REF-3): a page of one kind.',
  query: narrowed.extend({ page: wholeNumber('page', 1, 100_000).default(1) }),
  answers: { 200: codesFoundSchema },
  verb: async (ctx, { query }) => reply(200, await listUsedCodes(ctx, query)),
});

const getExport = endpoint({
  method: 'GET',
  path: '/codes/export',
  access,
  summary: 'Schools or codes as CSV',
  description: 'All of one kind that match, streamed, with formulas neutralized.',
  query: narrowed,
  answers: { 200: z.instanceof(Download) },
  verb: async (ctx, { query }) => reply(200, exportCodes(ctx, query)),
});

/** Who may say what HR's values are in Campus (Value Mapping) may also say what there is to map to. */
const editing = { right: 'Synchronization' } as const;

const postCode = endpoint({
  method: 'POST',
  path: '/codes',
  access: editing,
  summary: 'Add a school or code',
  description: 'HR can send it from the next call on (REF-1). Audited.',
  body: json(codeInput),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await addCode(ctx, body);
    return reply(204, null);
  },
});

const putCode = endpoint({
  method: 'PUT',
  path: '/codes',
  access: editing,
  summary: 'Edit a school or code',
  description: 'What it stands for, and whether it is active (REF-2). The code itself stays. Audited.',
  body: json(codeInput),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await editCode(ctx, body);
    return reply(204, null);
  },
});

const postRemove = endpoint({
  method: 'POST',
  path: '/codes/remove',
  access: editing,
  summary: 'Remove a school or code',
  description: 'One that nothing has: one in use answers 409, and can be made inactive. Audited.',
  body: json(codeNamed),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await removeCode(ctx, body);
    return reply(204, null);
  },
});

export const codeEndpoints = [getCodes, getExport, postCode, putCode, postRemove];
