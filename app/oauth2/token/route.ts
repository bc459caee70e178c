import { everyMethod, pathOf } from '../../../lib/http/every-method.ts';
import { tokenEndpoint } from '../../../lib/oauth/token-endpoint.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(pathOf({ POST: tokenEndpoint }));
