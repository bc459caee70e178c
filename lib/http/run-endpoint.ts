import { Download, downloadResponse } from '../export/download.ts';
import type { Answers, EndpointFor, JsonBody, Reply } from './endpoint.ts';
import { checkBody, type SentBody } from './read-body.ts';

export interface EndpointInput {
  params: Record<string, string>;
  query: Record<string, unknown>;
  headers: Headers;
  sent: SentBody;
}

/**
 * Checks the body, runs the endpoint's verb and makes its answer.
 *
 * @param baseUrl of the API, which a `Location` begins with
 */
export async function runEndpoint<Ctx>(
  endpoint: EndpointFor<Ctx>,
  ctx: Ctx,
  { sent, ...input }: EndpointInput,
  baseUrl: string,
): Promise<Response> {
  const { lines, table, file, json } = sent;
  const body = file ?? (json && checkBody(endpoint.body as JsonBody | undefined, json.value));
  const reply =
    lines && endpoint.lines
      ? endpoint.lines.verb(ctx, { ...input, lines })
      : table && endpoint.table
        ? endpoint.table.verb(ctx, { ...input, table })
        : endpoint.verb(ctx, { ...input, body });
  return answer(endpoint.answers, await reply, baseUrl);
}

/** The reply by the schema of its status, which drops every property that it does not name. */
function answer(answers: Answers, { status, body, headers }: Reply, baseUrl: string): Response {
  const schema = answers[status];
  const parsed = schema?.parse(body);
  const response =
    parsed instanceof Download
      ? downloadResponse(parsed, status)
      : schema
        ? Response.json(parsed, { status })
        : new Response(null, { status });
  if (headers.location) response.headers.set('Location', baseUrl + headers.location);
  if (headers.setCookie) response.headers.set('Set-Cookie', headers.setCookie(baseUrl.startsWith('https:')));
  if (headers.etag) response.headers.set('ETag', headers.etag);
  return response;
}
