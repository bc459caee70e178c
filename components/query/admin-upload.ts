import { AdminProblem, answered } from './admin-call.ts';

const BROKEN =
  'The file could not be sent: Campus can’t be reached just now, or the file was changed meanwhile. Choose it again.';

/**
 * Sends a file to the admin API and returns its JSON. By XMLHttpRequest, because fetch tells nothing of how much was
 * sent.
 * @param onSent bytes so far
 */
export function adminUpload<T>(
  path: string,
  file: Blob,
  type: string,
  { signal, onSent }: { signal?: AbortSignal; onSent?: (bytes: number) => void } = {},
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const request = new XMLHttpRequest();
  const cancel = () => request.abort();
  request.open('POST', `/campus/api/admin${path}`);
  request.setRequestHeader('Content-Type', type);
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
  request.onload = () => {
    const { status, response } = request;
    try {
      resolve(answered<T>({ status, requestId: request.getResponseHeader('x-request-id') }, response));
    } catch (problem) {
      reject(problem);
    }
  };
  request.onerror = () => reject(new AdminProblem(BROKEN, 0));
  request.onabort = () =>
    reject(new AdminProblem('The upload was cancelled. Nothing of the file was staged.', 0));
  request.onloadend = () => signal?.removeEventListener('abort', cancel);
  signal?.addEventListener('abort', cancel);
  request.send(file);
  return promise;
}
