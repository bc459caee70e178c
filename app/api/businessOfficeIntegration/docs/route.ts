import { everyMethod, pathOf } from '../../../../lib/http/every-method.ts';
import { docsEndpoint } from '../../../../lib/http/openapi/docs-endpoint.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(pathOf({ GET: docsEndpoint }));
