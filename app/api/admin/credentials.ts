import { z } from 'zod';
import { testConnection } from '../../../lib/credentials/connection-test.ts';
import { editClient } from '../../../lib/credentials/edit-client.ts';
import { generateSecret } from '../../../lib/credentials/generate-secret.ts';
import { makeHandOverLink } from '../../../lib/credentials/hand-over/make-link.ts';
import { withdrawHandOverLink } from '../../../lib/credentials/hand-over/withdraw-link.ts';
import { listClients } from '../../../lib/credentials/list-clients.ts';
import { newClient } from '../../../lib/credentials/new-client.ts';
import { revealSecret } from '../../../lib/credentials/reveal-secret.ts';
import { revokeSecret } from '../../../lib/credentials/revoke-secret.ts';
import {
  clientEditSchema,
  clientSchema,
  clientsSchema,
  connectionTestSchema,
  generateSchema,
  handOverLinkSchema,
  newClientSchema,
} from '../../../lib/credentials/schema.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { settings } from '../../../lib/settings.ts';

const access = { right: 'API Credentials' } as const;
const confirmed = { ...access, confirmed: true } as const;
const params = z.object({ id: z.uuid() });

const getClients = endpoint({
  method: 'GET',
  path: '/credentials',
  access,
  summary: 'The clients of the API',
  description:
    'With the secrets that work, when each was created and last used (CRED-6); never a secret itself.',
  answers: { 200: clientsSchema },
  verb: async (ctx) => reply(200, { data: await listClients(ctx) }),
});

const postClient = endpoint({
  method: 'POST',
  path: '/credentials',
  access: confirmed,
  summary: 'New client',
  description: 'Another HR system, with its own scopes and a first secret.',
  body: json(newClientSchema),
  answers: { 201: clientSchema },
  verb: async (ctx, { body }) => reply(201, await newClient(ctx, body)),
});

const putClient = endpoint({
  method: 'PUT',
  path: '/credentials/{id}',
  access: confirmed,
  summary: 'Edit a client',
  description: 'Name, scopes, last day, and whether it is disabled: all of them.',
  params,
  body: json(clientEditSchema),
  answers: { 200: clientSchema },
  verb: async (ctx, { params, body: edit }) => reply(200, await editClient(ctx, { id: params.id, edit })),
});

const postReveal = endpoint({
  method: 'POST',
  path: '/credentials/{id}/reveal',
  access: confirmed,
  summary: 'Show Secret',
  description: 'The current secret. The audit log records every reveal (CRED-4).',
  params,
  answers: { 200: z.object({ secret: z.string() }) },
  verb: async (ctx, { params }) => reply(200, await revealSecret(ctx, params)),
});

const postSecret = endpoint({
  method: 'POST',
  path: '/credentials/{id}/secret',
  access: confirmed,
  summary: 'Generate New Secret',
  description:
    'The old one and its tokens fail at once (CRED-5), or after the overlap that was chosen (CRED-6).',
  params,
  body: json(generateSchema),
  answers: { 200: clientSchema },
  verb: async (ctx, { params, body }) => reply(200, await generateSecret(ctx, { id: params.id, ...body })),
});

const postRevoke = endpoint({
  method: 'POST',
  path: '/credentials/{id}/secrets/{secretId}/revoke',
  access: confirmed,
  summary: 'Revoke now',
  description: 'Ends the overlap of an old secret (CRED-6).',
  params: params.extend({ secretId: z.uuid() }),
  answers: { 200: clientSchema },
  verb: async (ctx, { params }) => reply(200, await revokeSecret(ctx, params)),
});

const postHandOver = endpoint({
  method: 'POST',
  path: '/credentials/{id}/hand-over',
  access: confirmed,
  summary: 'Make a link',
  description:
    'Shows the credentials once, without a sign-in, within 72 hours. Earlier links of the client stop working.',
  params,
  answers: { 201: handOverLinkSchema },
  verb: async (ctx, { params }) => reply(201, await makeHandOverLink(ctx, params)),
});

const deleteHandOver = endpoint({
  method: 'DELETE',
  path: '/credentials/{id}/hand-over',
  access: confirmed,
  summary: 'Withdraw the link',
  description: 'The link that nobody has opened stops working.',
  params,
  answers: { 200: clientSchema },
  verb: async (ctx, { params }) => reply(200, await withdrawHandOverLink(ctx, params)),
});

const postTest = endpoint({
  method: 'POST',
  path: '/credentials/{id}/test',
  access: confirmed,
  summary: 'Test connection',
  description:
    'Requests a token and reads one school, by the public address. It counts as a call of the client.',
  params,
  answers: { 200: connectionTestSchema },
  verb: async (ctx, { params }) => reply(200, await testConnection(ctx, params, () => settings().publicUrl)),
});

export const credentialEndpoints = [
  getClients,
  postClient,
  putClient,
  postReveal,
  postSecret,
  postRevoke,
  postHandOver,
  deleteHandOver,
  postTest,
];
