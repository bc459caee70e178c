import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { type Endpoint, isFile } from '../endpoint.ts';
import { NDJSON } from '../lines.ts';
import { answerHeaders } from './answer-headers.ts';
import { problemAnswer, problemStatuses } from './problems.ts';

const BINARY = { type: 'string', format: 'binary' } as const;

/** One endpoint of the contract as the document has it. */
export function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { path, access, summary, description, body, query, examples, lines, table } = endpoint;
  const scope = 'scope' in access ? access.scope : undefined;
  return {
    operationId: operationIdOf(endpoint),
    tags: [tagOf(path)],
    summary,
    description: `${description}${scope ? `\n\nScope: \`${scope}\`.` : ''}`,
    security: [{ oauth2: scope ? [scope] : [] }, { bearer: [] }],
    requestParams: { path: pathParams(endpoint), header: headerParams(endpoint), ...(query && { query }) },
    ...(body &&
      !isFile(body) && {
        requestBody: {
          required: !body.schema.safeParse(undefined).success,
          content: {
            // First, because Swagger UI preselects the first type.
            'application/json': {
              schema: body.schema,
              ...(examples && {
                examples: Object.fromEntries(
                  Object.entries(examples).map(([name, value]) => [name, { summary: name, value }]),
                ),
              }),
            },
            ...(lines && { [NDJSON]: { schema: lines.schema } }),
            ...Object.fromEntries((table?.types ?? []).map((type) => [type, { schema: BINARY }])),
          },
        },
      }),
    responses: { ...answersOf(endpoint), ...problemsOf(endpoint) },
  };
}

/** `putStaffMembersStaffNumberPosition`: what a generated client calls the function. */
export const operationIdOf = ({ method, path }: Endpoint): string =>
  method.toLowerCase() +
  path.replace(/[^A-Za-z]+([A-Za-z])/g, (_, letter) => letter.toUpperCase()).replace(/\W/g, '');

const TAGS: [RegExp, string][] = [
  [/^\/staffMembers\/sync/, 'Synchronization'],
  [/^\/staffMembers/, 'Staff members'],
  [/^\/addresses/, 'Addresses'],
];
const tagOf = (path: string): string => TAGS.find(([begins]) => begins.test(path))?.[1] ?? 'Reference values';

const PATH_PARAMS: Record<string, z.ZodType> = {
  staffNumber: z.string().meta({
    description: 'The Local Staff Number, without regard to case (STAFF-1).',
    example: '10058',
  }),
};

function pathParams({ path, params }: Endpoint): z.ZodObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  return z.object(
    Object.fromEntries(names.map((name) => [name, params?.shape[name] ?? PATH_PARAMS[name] ?? z.string()])),
  );
}

function headerParams({ method, problems }: Endpoint): z.ZodObject {
  const headers: Record<string, z.ZodType> = {
    'X-Request-Id': z.string().optional().meta({
      description:
        'An id of yours for this call, up to 64 of letters, digits, `.`, `_` and `-`; made up if left out.',
    }),
  };
  if (method === 'POST')
    headers['Idempotency-Key'] = z
      .string()
      .optional()
      .meta({
        description:
          'The same key with the same body, however its JSON is written, is answered as the first time, for 24 hours, with `Idempotency-Replayed: true`: ' +
          'a call that timed out can be sent again. Give each call a key of its own, such as a UUID.',
      });
  if (problems?.[412])
    headers['If-Match'] = z.string().optional().meta({
      description: "A staff member's ETag: the change is made only if nothing has changed since (else 412).",
    });
  return z.object(headers);
}

function answersOf({ answers, answerExamples }: Endpoint): Record<string, ZodOpenApiResponseObject> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      {
        description: STATUS_CODES[status] ?? status,
        headers: answerHeaders,
        ...(schema && {
          content: { 'application/json': { schema, example: answerExamples?.[Number(status)] } },
        }),
      },
    ]),
  );
}

const problemsOf = (endpoint: Endpoint) =>
  Object.fromEntries(
    problemStatuses(endpoint).map((status) => [status, problemAnswer(endpoint, status)] as const),
  );
