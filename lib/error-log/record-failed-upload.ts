import type { Context, District } from '../context.ts';
import { ownedFile } from '../held-file/choices.ts';
import { readHeld } from '../held-file/read.ts';
import type { Call } from '../http/call.ts';
import type { Problem } from '../http/problem.ts';
import type { Server } from '../http/server.ts';
import { describeError } from '../log.ts';
import { newId } from '../new-id.ts';
import { KEPT_BYTES } from './mask-payload.ts';
import { recordUpload } from './record-upload.ts';
import { unreadPayload } from './unread-payload.ts';

/** The file wizard's calls that take a file, read its columns, or transfer it. */
const UPLOADS = /\/sync\/upload\/drafts(\/\{id\}\/(columns|transfer))?$/;

/**
 * Records a page's file upload that was answered 4xx or 5xx, with the beginning of the file, which came with the call or is
 * held for the wizard (ERR-1, ERR-3).
 * Other failed calls of pages are not HR's errors. Never throws: the answer goes out whatever happens here.
 */
export async function recordFailedUpload(server: Server, call: Call, problem: Problem): Promise<undefined> {
  const { district, route = '' } = call;
  if (!district || !UPLOADS.test(route) || problem.status === 503) return;
  try {
    await recordUpload(server.db, district.id, {
      at: call.startedAt,
      requestId: call.requestId,
      status: problem.status,
      message: problem.detail,
      errors: problem.errors,
      payload: await beginningOf(server, district, call),
    });
  } catch (error) {
    server.log.error({ requestId: call.requestId, ...describeError(error) }, 'failed upload not recorded');
  }
}

async function beginningOf(
  { db, keys }: Server,
  district: District,
  { request, file, params, userId, startedAt }: Call,
): Promise<string | null> {
  if (file) return unreadPayload(file.head, request.headers.get('content-type'));
  if (!params?.id || !userId) return null;
  const ctx: Context = {
    actor: { kind: 'system', name: 'Campus' },
    district,
    db,
    keys,
    now: startedAt,
    newId,
  };
  const held = await ownedFile(ctx, `user:${userId}`);
  if (held?.id !== params.id) return null;
  for await (const part of readHeld(ctx, held)) {
    const bytes = part.subarray(0, KEPT_BYTES);
    return unreadPayload({ bytes, whole: bytes.length === held.bytes }, held.type);
  }
  return null;
}
