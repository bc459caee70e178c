import { everyMethod, pathOf } from '../../../../../lib/http/every-method.ts';
import { pageEndpoint } from '../../../../../lib/http/openapi/page-endpoint.ts';
import { PAGE } from '../../../../../lib/http/openapi/pages/best-practices.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(
  pathOf({ GET: pageEndpoint('docs/best-practices', PAGE) }),
);
