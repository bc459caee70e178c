import { readyEndpoint } from '../../../../lib/health/endpoints.ts';
import { everyMethod, pathOf } from '../../../../lib/http/every-method.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(pathOf({ GET: readyEndpoint }));
