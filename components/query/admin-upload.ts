import type { AdminApi } from '../../app/api/admin/endpoints.ts';
import type { AnswerOf, Given, UploadName } from '../../lib/http/contract.ts';
import { readAnswer } from './admin-call.ts';
import { AdminProblem } from './admin-problem.ts';
import { adminUrl, type UrlParts } from './admin-url.ts';

const NOT_SENT =
  'The file could not be sent: Campus can’t be reached, or the file was changed meanwhile. Choose it again.';

interface UploadOptions {
  /** The file's media type. */
  type: string;
  signal?: AbortSignal;
  /** Called with the bytes sent so far. */
  onSent?: (bytes: number) => void;
}

/**
 * Sends a file to the admin API and returns its answer. It uses XMLHttpRequest because fetch reports no progress.
 * @throws AdminProblem
 */
export function adminUpload<Name extends UploadName<AdminApi>>(
  name: Name,
  given: Given<AdminApi[Name]> & UploadOptions,
): Promise<AnswerOf<AdminApi[Name]>>;
export function adminUpload(name: string, given: unknown): Promise<unknown> {
  const { body, type, signal, onSent, ...parts } = given as UrlParts & UploadOptions & { body: Blob };
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const request = new XMLHttpRequest();
  const cancel = () => request.abort();
  request.open('POST', adminUrl(name, parts));
  request.setRequestHeader('Content-Type', type);
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
  request.onload = () => {
    const { status, response } = request;
    try {
      resolve(readAnswer({ status, requestId: request.getResponseHeader('x-request-id') }, response));
    } catch (problem) {
      reject(problem);
    }
  };
  request.onerror = () => reject(new AdminProblem(NOT_SENT, 0));
  request.onabort = () => reject(new AdminProblem('The upload was cancelled. No staff were transferred.', 0));
  request.onloadend = () => signal?.removeEventListener('abort', cancel);
  signal?.addEventListener('abort', cancel);
  request.send(body);
  return promise;
}
