import { sessionGate } from '../../../../lib/auth/session-gate.ts';
import { createApi } from '../../../../lib/http/api.ts';
import { BASE_PATH } from '../../../../lib/http/paths.ts';
import { server } from '../../../../lib/http/server.ts';
import { adminEndpoints } from '../endpoints.ts';

const api = createApi({ base: `${BASE_PATH}/api/admin`, endpoints: adminEndpoints, gate: sessionGate });

const answer = (request: Request): Promise<Response> => api(server(), request);

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
