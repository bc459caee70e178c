import { everyMethod, pathOf } from '../../../lib/http/every-method.ts';
import { handOverEndpoint } from './hand-over-endpoint.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(
  pathOf({ POST: handOverEndpoint }),
);
