import { z } from 'zod';
import { Invalid, TooLarge, Unreadable } from '../failure.ts';
import { fieldErrors } from '../wire/field-errors.ts';
import type { Pace } from './body-clock.ts';
import type { Call } from './call.ts';
import { type AnyEndpoint, type FileBody, isFile, type JsonBody, json } from './endpoint.ts';
import { readJson } from './json-pieces.ts';
import { isNdjson, SentLines } from './lines.ts';
import { assertJson, mediaType } from './media-type.ts';
import { type Received, receive } from './receive.ts';
import { UnsupportedMedia } from './refusals.ts';
import { SentBytes } from './sent-bytes.ts';
import { SentTable } from './sent-table.ts';
import { HTTP_TEXTS } from './texts.ts';

/** API.md, *Conventions*. */
export const MAX_BYTES = 16 * 1024 * 1024;

/** A request's body: lines, a table, a file, or JSON. Without any of them the call has no body. */
export interface SentBody {
  lines?: SentLines;
  table?: SentTable;
  file?: SentBytes;
  json?: { value: unknown };
}

/**
 * Reads a JSON body, or opens a stream of lines, a table or a file, which the verb then reads while it arrives. What
 * is sent is noted in the call, for the error log.
 *
 * @throws Unreadable, TooLarge, TooSlow, UnsupportedMedia
 */
export async function readBody(endpoint: AnyEndpoint, call: Call, pace?: Pace): Promise<SentBody> {
  const { request } = call;
  if (endpoint.lines && isNdjson(request.headers)) {
    call.lines = new SentLines(new SentBytes(request, pace));
    return { lines: call.lines };
  }
  if (endpoint.table?.types.includes(mediaType(request.headers.get('content-type')).type)) {
    call.table = new SentTable(new SentBytes(request, pace));
    return { table: call.table };
  }
  if (isFile(endpoint.body)) {
    call.file = sentFile(endpoint.body, request, pace);
    return { file: call.file };
  }
  if (endpoint.method === 'GET') return {};
  const onCut = (part: Received) => {
    call.body = part;
  };
  call.body = await receive(request, { limit: MAX_BYTES, pace, onCut });
  call.json = { value: await parseBody(request.headers, call.body) };
  return { json: call.json };
}

/** A received body as JSON; undefined when it is empty. */
async function parseBody(headers: Headers, body: Received): Promise<unknown> {
  if (!body.whole) throw new TooLarge(HTTP_TEXTS.bodyTooLarge(MAX_BYTES / 1024 ** 2));
  if (body.bytes.length === 0) return undefined;
  assertJson(headers);
  return readJson(body.bytes);
}

/** A call without a body accepts none or an empty object: anything else would be dropped silently. */
const NOTHING = json(z.strictObject({}).optional());

/** The body by the endpoint's schema, or as sent if the verb checks it. @throws Unreadable, Invalid */
export function checkBody({ schema, checkedBy }: JsonBody = NOTHING, value: unknown): unknown {
  if (value === undefined && !schema.safeParse(undefined).success)
    throw new Unreadable(HTTP_TEXTS.bodyEmpty());
  if (checkedBy === 'verb') return value;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = fieldErrors(read.error.issues, schema, value);
  const detail = errors.length === 1 && errors[0] ? errors[0].message : HTTP_TEXTS.bodyErrors(errors.length);
  throw new Invalid(detail, errors);
}

/** A file. Nothing of it is read before the verb reads it. */
function sentFile({ types }: FileBody, request: Request, pace: Pace | undefined): SentBytes {
  if (!types.includes(mediaType(request.headers.get('content-type')).type))
    throw new UnsupportedMedia(HTTP_TEXTS.fileType(types));
  return new SentBytes(request, pace);
}
