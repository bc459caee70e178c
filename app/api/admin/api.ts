import { sessionGate } from '../../../lib/auth/session-gate.ts';
import { createApi } from '../../../lib/http/api.ts';
import { BASE_PATH } from '../../../lib/http/paths.ts';
import { adminEndpoints } from './endpoints.ts';

export const ADMIN_PATH = `${BASE_PATH}/api/admin`;

/** The app's own side, for its pages only. What a page does wrong is no error of HR's: it is not in the error log. */
export const adminApi = createApi({ base: ADMIN_PATH, endpoints: adminEndpoints, gate: sessionGate });
