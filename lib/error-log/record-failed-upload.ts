import type { Call } from '../http/call.ts';
import type { Problem } from '../http/problem.ts';
import type { Server } from '../http/server.ts';
import { describeError } from '../log.ts';
import { recordUpload } from './record-upload.ts';
import { unreadPayload } from './unread-payload.ts';

/** The file wizard's calls that take a file, read its columns, or transfer it. */
const UPLOADS = /\/sync\/upload\/drafts(\/\{id\}\/(columns|transfer))?$/;

/**
 * Records a page's file upload that was answered 4xx or 5xx, with the beginning of a file that came with it (ERR-1, ERR-3).
 * Other failed calls of pages are not HR's errors. Never throws: the answer goes out whatever happens here.
 */
export async function recordFailedUpload(server: Server, call: Call, problem: Problem): Promise<undefined> {
  const { district, route = '', file } = call;
  if (!district || !UPLOADS.test(route) || problem.status === 503) return;
  try {
    const contentType = call.request.headers.get('content-type');
    await recordUpload(server.db, district.id, {
      at: call.startedAt,
      requestId: call.requestId,
      status: problem.status,
      message: problem.detail,
      errors: problem.errors,
      payload: file ? unreadPayload(file.head, contentType) : null,
    });
  } catch (error) {
    server.log.error({ requestId: call.requestId, ...describeError(error) }, 'failed upload not recorded');
  }
}
