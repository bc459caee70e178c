import { everyMethod, pathOf } from '../../../lib/http/every-method.ts';
import { revokeEndpoint } from '../../../lib/oauth/revoke-endpoint.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(pathOf({ POST: revokeEndpoint }));
