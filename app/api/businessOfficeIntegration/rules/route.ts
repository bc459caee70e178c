import { everyMethod, pathOf } from '../../../../lib/http/every-method.ts';
import { rulesEndpoint } from '../../../../lib/http/openapi/rules-endpoint.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(pathOf({ GET: rulesEndpoint }));
