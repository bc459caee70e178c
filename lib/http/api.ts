import type { Database } from '../../db/client.ts';
import { Download, downloadResponse } from '../export/download.ts';
import { NotFound } from '../failure.ts';
import { describeError } from '../log.ts';
import { newId } from '../new-id.ts';
import { type Call, openCall } from './call.ts';
import { type Answers, type Endpoint, isFile, type JsonBody, type Reply } from './endpoint.ts';
import { finished } from './finished.ts';
import type { Admitted, Gate, Turned } from './gate.ts';
import { answerOnce } from './idempotency/answer-once.ts';
import { type KeptAnswer, replay } from './idempotency/kept-answer.ts';
import { digestOf, hashBody, idempotencyKeyOf } from './idempotency/keyed-call.ts';
import { isNdjson, SentLines } from './lines.ts';
import { type Problem, problemOf, problemResponse } from './problem.ts';
import { readQuery } from './query.ts';
import { countCall } from './rate-limit.ts';
import { checkBody, MAX_BYTES, parseBody, sentFile } from './read-body.ts';
import { receive } from './receive.ts';
import { routeTable } from './route-table.ts';
import { SentBytes } from './sent-bytes.ts';
import type { Server } from './server.ts';

export interface Api {
  /** The path it lives under, with the base path. */
  base: string;
  endpoints: readonly Endpoint[];
  gate: Gate;
  /** Told of every call that failed, before its answer goes out. Never throws. */
  onFailure?: (server: Server, call: Call, problem: Problem) => Promise<void>;
}

/** An API as one function from request to answer: its endpoints, and a problem document for everything else. */
export function createApi({ base, endpoints, gate, onFailure }: Api) {
  const find = routeTable(endpoints);

  return async (server: Server, request: Request): Promise<Response> => {
    const call = openCall(server, request);
    const response = await serve(server, call).catch((error: unknown) => fail(server, call, error));
    return finished(server, call, response);
  };

  async function serve(server: Server, call: Call): Promise<Response> {
    const { request } = call;
    const found = find(request.method, call.instance.slice(base.length));
    if ('options' in found)
      return new Response(null, { status: 204, headers: { Allow: found.options.join(', ') } });
    if ('failure' in found) {
      // A wrong path or method is the district's to know, too; to a caller without credentials it is just wrong.
      if (request.headers.has('authorization')) await count(call, await admit(server, call));
      throw found.failure;
    }
    const { endpoint, params } = found.match;
    call.route = base + endpoint.path;
    call.params = params;
    const caller = await admit(server, call);
    if (!endpoint.unlimited) await count(call, caller);
    if ('refused' in caller) throw caller.refused;
    const refusal = caller.refusal(endpoint.access);
    if (refusal) throw refusal;
    if (endpoint.params?.safeParse(params).success === false)
      throw new NotFound('There is nothing at this path. Check the identifier in it.');

    const query = readQuery(endpoint.query, call.url.search);
    const lines =
      endpoint.lines && isNdjson(request.headers) ? new SentLines(new SentBytes(request)) : undefined;
    call.lines = lines;
    const file = isFile(endpoint.body) ? sentFile(endpoint.body, request) : undefined;
    if (endpoint.method !== 'GET' && !lines && !file) {
      call.body = await receive(request, { limit: MAX_BYTES });
      call.json = { value: parseBody(request.headers, call.body) };
    }
    const { actor, district } = caller;
    const { startedAt: now, requestId } = call;
    const { keys } = server;
    const carryOut = async (db: Database): Promise<Response> => {
      const ctx = { actor, district, db, keys, now, newId, requestId };
      const input = { params, query, headers: request.headers };
      const body = file ?? (call.json && checkBody(endpoint.body as JsonBody | undefined, call.json.value));
      const reply =
        lines && endpoint.lines
          ? await endpoint.lines.verb(ctx, { ...input, lines })
          : await endpoint.verb(ctx, { ...input, body });
      return answer(endpoint.answers, reply, server.publicUrl + base);
    };

    const key =
      actor.kind === 'client' && endpoint.method === 'POST' ? idempotencyKeyOf(request.headers) : undefined;
    if (actor.kind !== 'client' || key === undefined) return carryOut(server.db);
    const bodyHash = async () =>
      hashBody(keys, call.url.search, (await lines?.digest()) ?? digestOf(call.body?.bytes));
    const { method } = endpoint;
    const keyed = { clientRowId: actor.id, method, path: call.instance, key, bodyHash, now, newId, keys };
    const given = await answerOnce(server, district.id, keyed, (db) =>
      carryOut(db).catch((error: unknown) => fail(server, call, error)),
    );
    return given instanceof Response ? given : again(server, call, given);
  }

  /** The first answer once more; a refusal is a failed call this time, too (ERR-1). */
  async function again(server: Server, call: Call, kept: KeptAnswer): Promise<Response> {
    if (kept.status >= 400) {
      const { detail, errors = [] } = JSON.parse(kept.body ?? '{}');
      await onFailure?.(server, call, { status: kept.status, detail, headers: {}, errors, facts: {} });
    }
    return replay(kept);
  }

  async function fail(server: Server, call: Call, error: unknown): Promise<Response> {
    const problem = problemOf(error);
    if (problem.status >= 500)
      server.log.error({ requestId: call.requestId, ...describeError(error) }, 'call failed');
    await onFailure?.(server, call, problem);
    return problemResponse(problem, call);
  }

  async function count(call: Call, caller: Admitted | Turned): Promise<void> {
    if ('refused' in caller || !caller.clientId || !caller.callsPerMinute) return;
    const { headers, refused } = await countCall(caller.clientId, caller.callsPerMinute);
    call.limits = headers;
    if (refused) throw refused;
  }

  async function admit(server: Server, call: Call): Promise<Admitted | Turned> {
    const caller = await gate(server, call.request);
    call.district = caller.district;
    call.clientId = caller.clientId;
    return caller;
  }
}

/** The reply by its status' schema: what the schema does not name stays inside. */
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
  if (headers.etag) response.headers.set('ETag', headers.etag);
  return response;
}
