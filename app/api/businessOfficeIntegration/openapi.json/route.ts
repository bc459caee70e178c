import { everyMethod, pathOf } from '../../../../lib/http/every-method.ts';
import { openApiEndpoint } from '../../../../lib/http/openapi/openapi-endpoint.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(
  pathOf({ GET: openApiEndpoint(endpoints) }),
);
