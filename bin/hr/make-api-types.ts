import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { endpoints } from '../../app/api/businessOfficeIntegration/endpoints.ts';
import { openApiDocument } from '../../lib/http/openapi/document.ts';

export const API_TYPES = join(import.meta.dirname, 'api-types.ts');

const HEAD =
  '// Made from the OpenAPI document by `node bin/api-types.ts`; a test says when it is out of date.\n\n';

/** The OpenAPI document as TypeScript types, for openapi-fetch. */
export async function apiTypes(): Promise<string> {
  // openapi-typescript writes with the compiler's API, which TypeScript 7 no longer has.
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier === 'typescript' ? 'typescript-5' : specifier, context),
  });
  try {
    const { default: openapiTS, astToString } = await import('openapi-typescript');
    const document = openApiDocument({
      endpoints,
      publicUrl: 'https://campus.example.org',
      appName: undefined,
    });
    return HEAD + astToString(await openapiTS(document as never, { alphabetize: true }));
  } finally {
    hooks.deregister();
  }
}
