import { sessionGate } from '../../../lib/auth/session-gate.ts';
import { recordFailedUpload } from '../../../lib/error-log/record-failed-upload.ts';
import { createApi } from '../../../lib/http/api.ts';
import { BASE_PATH } from '../../../lib/http/paths.ts';
import { adminEndpoints } from './endpoints.ts';

export const ADMIN_PATH = `${BASE_PATH}/api/admin`;

/**
 * The API of the app's own pages. Their failed calls are not HR's errors, so the error log does not record them, except for
 * file uploads, which carry HR's data (ERR-1).
 */
export const adminApi = createApi({
  base: ADMIN_PATH,
  endpoints: adminEndpoints,
  gate: sessionGate,
  onFailure: recordFailedUpload,
});
