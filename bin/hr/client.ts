import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api-types.ts';
import { CommandFailed, EXIT } from './exit.ts';

export type Problem = components['schemas']['Problem'];
export type CampusClient = Client<paths>;

/**
 * The API, typed by its OpenAPI document.
 *
 * @param url `{origin}/campus`
 * @param token is called before each request, so an expired token is replaced
 */
export function campusClient(url: string, token: () => Promise<string>): CampusClient {
  const client = createClient<paths>({ baseUrl: `${url}/api/businessOfficeIntegration` });
  client.use({
    async onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${await token()}`);
      return request;
    },
    onError: ({ error }) => new CommandFailed(EXIT.fault, `${url} does not answer.`, { cause: error }),
  });
  return client;
}

/** The answer's data. @throws CommandFailed with the problem's detail and errors */
export function dataOf<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (response.ok) return data as T;
  const problem = (error ?? {}) as Partial<Problem>;
  const code =
    response.status === 401 || response.status === 403
      ? EXIT.unauthorized
      : response.status >= 500
        ? EXIT.fault
        : EXIT.refused;
  const lines = [
    problem.detail ?? `The server answered ${response.status}.`,
    ...(problem.errors ?? []).map(inWords),
  ];
  throw new CommandFailed(code, lines.slice(0, 21).join('\n'), { facts: error });
}

const inWords = (error: components['schemas']['FieldError']): string =>
  [
    `  ${error.staffNumber ? `${error.staffNumber} ` : ''}${error.pointer}: ${error.message}`,
    ...(error.hint ? [`    ${error.hint}`] : []),
  ].join('\n');
