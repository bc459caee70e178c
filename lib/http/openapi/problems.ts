import { z } from 'zod';
import { fieldErrorSchema } from '../../wire/schema.ts';
import type { Endpoint } from '../endpoint.ts';
import { HTTP_TEXTS } from '../texts.ts';
import { answerHeaders } from './answer-headers.ts';

/** RFC 9457, as API.md's *Conventions* has it. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('One plain sentence that says what to do.'),
    instance: z.string().describe('The path that was called.'),
    requestId: z
      .string()
      .describe('Also in the header X-Request-Id, in the error log and in the server log.'),
    errors: z.array(fieldErrorSchema).optional().describe('All errors at once; at most the first 1,000.'),
    totalErrors: z.int().optional().describe('How many errors there are, if more than are listed.'),
  })
  .loose()
  .meta({ id: 'Problem' });

interface Sample {
  title: string;
  when: string;
  detail: string;
  errors?: z.input<typeof fieldErrorSchema>[];
}

/** What each status means on every call, with an example. */
const SAMPLES: Record<number, Sample> = {
  400: {
    title: 'Bad Request',
    when: 'The JSON can’t be read, or a query parameter is unknown.',
    detail: HTTP_TEXTS.correctQuery(HTTP_TEXTS.parameterUnknown('staffNo')),
    errors: [
      {
        pointer: '/staffNo',
        code: 'unknownParameter',
        message: HTTP_TEXTS.parameterUnknown('staffNo'),
        hint: HTTP_TEXTS.parameterMeant('staffNumber'),
      },
    ],
  },
  401: {
    title: 'Unauthorized',
    when: 'The token is missing, unknown, expired or revoked; `WWW-Authenticate` says which. Request a new one.',
    detail: 'The access token has expired. Request a new one.',
  },
  403: {
    title: 'Forbidden',
    when: "The token lacks this call's scope.",
    detail: HTTP_TEXTS.scopeMissing('staff.write'),
  },
  404: {
    title: 'Not Found',
    when: 'It does not exist in this district. What belongs to another district gets the same answer.',
    detail: 'Nobody has the staff number 10058. Search before you update; create them if they are new.',
  },
  408: {
    title: 'Request Timeout',
    when: 'No byte of the body arrived for 30 seconds, or fewer than 512 bytes a second. The connection ends. Send the call again.',
    detail: HTTP_TEXTS.bodyPaused(30),
  },
  409: {
    title: 'Conflict',
    when: 'The current state does not allow it, or it exists already.',
    detail: 'The staff number 10058 is taken. Update that person, or use another number.',
  },
  412: {
    title: 'Precondition Failed',
    when: '`If-Match` names an older state. Read it again before you send your change.',
    detail: 'The staff member has changed since you read it. Read it again and send your change again.',
  },
  413: {
    title: 'Content Too Large',
    when: 'Too many bytes or rows for one call.',
    detail: HTTP_TEXTS.bodyTooLarge(16),
  },
  415: {
    title: 'Unsupported Media Type',
    when: 'The media type, charset or encoding of the body is not supported.',
    detail: HTTP_TEXTS.notJson(),
  },
  422: {
    title: 'Unprocessable Content',
    when: 'The body is readable but has values that the rules refuse. All errors are listed at once, each with a JSON pointer.',
    detail: 'The record has 1 error. Correct it and send it again.',
    errors: [
      {
        pointer: '/positions/0/schooNumber',
        code: 'unknownProperty',
        message: '"schooNumber" is not a known property; the nearest one is "schoolNumber".',
        hint: 'Rename it to "schoolNumber" or leave it out.',
      },
    ],
  },
  429: {
    title: 'Too Many Requests',
    when: 'The client has reached its limit of calls per minute. `Retry-After` says when to continue.',
    detail: HTTP_TEXTS.tooManyCalls(6000, 12),
  },
  503: {
    title: 'Service Unavailable',
    when: 'The database can’t be reached. Send the same request again after `Retry-After`.',
    detail: HTTP_TEXTS.databaseAway(),
  },
};

/** The failure statuses that an endpoint can answer: those of its contract and those that follow from its shape. */
export function problemStatuses({ method, path, body, query, unlimited, problems = {} }: Endpoint): number[] {
  const takesBody = method !== 'GET';
  const statuses = [400, 401, 403, 503, ...Object.keys(problems).map(Number)];
  if (!unlimited) statuses.push(429);
  if (path.includes('{')) statuses.push(404);
  if (takesBody) statuses.push(408, 413, 415, 422);
  if (body || query) statuses.push(422);
  if (method === 'POST') statuses.push(409);
  return [...new Set(statuses)].sort();
}

/** Every failure once, for the document's components. */
export const problemResponses = Object.fromEntries(
  Object.entries(SAMPLES).map(([status, { title, when, detail, errors }]) => [
    nameOf(Number(status)),
    {
      description: when,
      headers: answerHeaders,
      content: {
        'application/problem+json': {
          schema: problemSchema,
          example: {
            type: 'about:blank',
            title,
            status: Number(status),
            detail,
            instance: '/campus/api/businessOfficeIntegration/staffMembers/10058',
            requestId: '6f1c2b9e-2a52-4f0e-9a35-0d3c5a1f7b21',
            ...(errors && { errors }),
          },
        },
      },
    },
  ]),
);

/** A failure of an endpoint, in the contract's own words if it has some. */
export function problemAnswer({ problems }: Endpoint, status: number) {
  const description = problems?.[status];
  return { $ref: `#/components/responses/${nameOf(status)}` as const, ...(description && { description }) };
}

function nameOf(status: number): string {
  const title = SAMPLES[status]?.title;
  if (!title) throw new Error(`There is no sample of a ${status}`);
  return title.replaceAll(' ', '');
}
