import type { FindAnswer } from '../../lib/http/direct-calls.ts';
import { type Handle, nothingHere, pathOf } from '../../lib/http/every-method.ts';
import { nameSpan } from '../../lib/http/name-span.ts';
import { docsEndpoint } from '../../lib/http/openapi/docs-endpoint.ts';
import { GUIDES } from '../../lib/http/openapi/guides.ts';
import type { GuidePath } from '../../lib/http/openapi/navigation.ts';
import { openApiEndpoint } from '../../lib/http/openapi/openapi-endpoint.ts';
import { pageEndpoint } from '../../lib/http/openapi/page-endpoint.ts';
import { API_PATH, BASE_PATH, TOKEN_PATH } from '../../lib/http/paths.ts';
import { server } from '../../lib/http/server.ts';
import { metadataEndpoint } from '../../lib/oauth/metadata.ts';
import { revokeEndpoint } from '../../lib/oauth/revoke-endpoint.ts';
import { tokenEndpoint } from '../../lib/oauth/token-endpoint.ts';
import { SIGN_ON_PATH } from '../../lib/single-sign-on/addresses.ts';
import { adminApi } from './admin/api.ts';
import { api } from './businessOfficeIntegration/api.ts';
import { endpoints } from './businessOfficeIntegration/endpoints.ts';
import { OPERATOR_PATH, operatorApi } from './operator/api.ts';
import { openOperatorEndpoint } from './operator/open-endpoint.ts';
import { signOnEndpoint } from './single-sign-on/sign-on-endpoint.ts';

const EXACT: Record<string, Handle> = {
  [TOKEN_PATH]: pathOf({ POST: tokenEndpoint }),
  [`${BASE_PATH}/oauth2/revoke`]: pathOf({ POST: revokeEndpoint }),
  [`${BASE_PATH}/.well-known/oauth-authorization-server`]: pathOf({ GET: metadataEndpoint }),
  [`${OPERATOR_PATH}/open`]: pathOf({ POST: openOperatorEndpoint }),
  [`${API_PATH}/openapi.json`]: pathOf({ GET: openApiEndpoint(endpoints) }),
  [`${API_PATH}/docs`]: pathOf({ GET: docsEndpoint }),
  ...Object.fromEntries(
    Object.entries(GUIDES).map(([path, page]) => [
      `${API_PATH}/${path}`,
      pathOf({ GET: pageEndpoint(path as GuidePath, page) }),
    ]),
  ),
};

/** Each with everything below it. */
const BELOW: [path: string, handle: Handle][] = [
  [API_PATH, api],
  [`${BASE_PATH}/api/admin`, adminApi],
  [OPERATOR_PATH, operatorApi],
  [SIGN_ON_PATH, signOnEndpoint],
  [`${BASE_PATH}/oauth2`, nothingHere],
];

/**
 * What answers the calls of programs and pages. The web server asks it before Next, whose router costs more than most of
 * these calls (docs/decisions/api-beside-next.md).
 */
export const findAnswer: FindAnswer = (path) => {
  const exact = EXACT[path];
  if (exact)
    return (request) => {
      nameSpan(request.method, path);
      return exact(server(), request);
    };
  const handle = BELOW.find(([top]) => path === top || path.startsWith(`${top}/`))?.[1];
  return handle && ((request) => handle(server(), request));
};
