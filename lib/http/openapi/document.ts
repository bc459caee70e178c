import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Endpoint } from '../endpoint.ts';
import { API_PATH } from '../paths.ts';
import { ANSWER_HEADERS } from './answer-headers.ts';
import { operationOf } from './operation.ts';
import { problemResponses } from './problems.ts';
import { securitySchemes } from './security-schemes.ts';

const about = (
  rulesUrl: string,
) => `The Campus side of Business Office Integration: HR keeps the staff of a school district the same in both systems,
day by day or as a whole-district synchronization (start, transfer, end, validate, commit).

**First call.** Take *Client ID*, *Client Secret* and *Token URL* from *Business Office API Credentials*, request a token with the
client credentials grant (\`Authorize\` does it here), and send it with every call as \`Authorization: Bearer …\`.

**Errors** are problem documents (RFC 9457). They list all errors at once, each with a JSON pointer, a code and a hint. Nothing is dropped
silently: if Campus did not do everything that you sent, the answer has \`warnings\`.

**Rules** are named in brackets, such as (POS-10). [The rules by id](${rulesUrl}) say what each one means.`;

const TAGS = [
  { name: 'Addresses', description: 'Search before you create: each address exists once.' },
  {
    name: 'Reference values',
    description: 'What HR must map to: schools, genders, assignment codes, titles.',
  },
  { name: 'Staff members', description: 'Search, create and update one person or one of their positions.' },
  { name: 'Synchronization', description: 'The whole district: start, transfer, end, validate, commit.' },
];

export interface DocumentOf {
  endpoints: readonly Endpoint[];
  /** The origin, without a trailing slash. */
  publicUrl: string;
  /** The district's, for its Token URL. */
  appName: string | undefined;
}

/** The API's OpenAPI 3.1 document, from the contracts that serve it. */
export function openApiDocument({ endpoints, publicUrl, appName }: DocumentOf) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Business Office Integration API',
      version: '1.0.0',
      description: about(`${publicUrl}${API_PATH}/rules`),
      contact: { name: 'Campus BOI', url: publicUrl },
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: `${publicUrl}${API_PATH}` }],
    tags: TAGS,
    paths: pathsOf(endpoints),
    components: {
      headers: ANSWER_HEADERS,
      responses: problemResponses,
      securitySchemes: securitySchemes(publicUrl, appName),
    },
  });
}

function pathsOf(endpoints: readonly Endpoint[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints)
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint),
    };
  return paths;
}
