import { recordFailedCall } from '../../../lib/error-log/record-failed-call.ts';
import { createApi } from '../../../lib/http/api.ts';
import { API_PATH } from '../../../lib/http/paths.ts';
import { bearerGate } from '../../../lib/oauth/bearer-gate.ts';
import { endpoints } from './endpoints.ts';

/** The Business Office Integration API of HR vendors. */
export const api = createApi({ base: API_PATH, endpoints, gate: bearerGate, onFailure: recordFailedCall });
