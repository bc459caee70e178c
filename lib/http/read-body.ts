import { z } from 'zod';
import { Invalid, TooLarge, Unreadable } from '../failure.ts';
import { fieldErrors } from '../wire/field-errors.ts';
import { type FileBody, type JsonBody, json } from './endpoint.ts';
import { parseJson } from './json.ts';
import { assertJson, mediaType } from './media-type.ts';
import type { Received } from './receive.ts';
import { UnsupportedMedia } from './refusals.ts';
import { SentBytes } from './sent-bytes.ts';

/** API.md, *Conventions*. */
export const MAX_BYTES = 16 * 1024 * 1024;

/** A received body as JSON; undefined when it is empty. */
export function parseBody(headers: Headers, body: Received): unknown {
  if (!body.whole)
    throw new TooLarge(`The body is larger than ${MAX_BYTES / 1024 / 1024} MiB. Send it in several calls.`);
  if (body.bytes.length === 0) return undefined;
  assertJson(headers);
  return parseJson(body.bytes);
}

/** A call that takes nothing accepts no body, or an empty object: what else it says would be dropped silently. */
const NOTHING = json(z.strictObject({}).optional());

/** What an endpoint's schema makes of a body, or the body as sent when the verb checks it itself. */
export function checkBody({ schema, checkedBy }: JsonBody = NOTHING, value: unknown): unknown {
  if (value === undefined && !schema.safeParse(undefined).success)
    throw new Unreadable('The body is empty. Send the JSON that this call takes.');
  if (checkedBy === 'verb') return value;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = fieldErrors(read.error.issues, schema, value);
  const detail =
    errors.length === 1 && errors[0]
      ? errors[0].message
      : `The body has ${errors.length} errors. Mend them and send it again.`;
  throw new Invalid(detail, errors);
}

/** A file as it comes. Nothing of it is read before the verb does. */
export function sentFile({ types }: FileBody, request: Request): SentBytes {
  if (!types.includes(mediaType(request.headers.get('content-type')).type))
    throw new UnsupportedMedia(`Send the file with a Content-Type of ${types.join(', ')}.`);
  return new SentBytes(request);
}
