import { everyMethod, pathOf } from '../../../lib/http/every-method.ts';
import { metadataEndpoint } from '../../../lib/oauth/metadata.ts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = everyMethod(
  pathOf({ GET: metadataEndpoint }),
);
