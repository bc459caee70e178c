import type { Database } from '../../db/client.ts';
import type { Actor, Context } from '../context.ts';
import { NotFound, type TooMany } from '../failure.ts';
import { describeError } from '../log.ts';
import { newId } from '../new-id.ts';
import { type Call, openCall } from './call.ts';
import type { Endpoint } from './endpoint.ts';
import { finished } from './finished.ts';
import type { Admitted, Gate, Refused } from './gate.ts';
import { answerOnce } from './idempotency/answer-once.ts';
import { type KeptAnswer, replay } from './idempotency/kept-answer.ts';
import { type KeyedCall, keyedCall } from './idempotency/keyed-call.ts';
import { networkAddress } from './network-address.ts';
import { loggedProblem, type Problem, problemOf, problemResponse } from './problem.ts';
import { readQuery } from './query.ts';
import { readBody } from './read-body.ts';
import { type Match, routeTable } from './route-table.ts';
import { runEndpoint } from './run-endpoint.ts';
import type { Server } from './server.ts';
import { HTTP_TEXTS } from './texts.ts';
import { Turns } from './turns.ts';

export interface Api {
  /** The path that all endpoints begin with, with the base path. */
  base: string;
  endpoints: readonly Endpoint[];
  gate: Gate;
  /**
   * Records a failed call, before its answer goes out. Never throws. Returns what to answer instead, if calls like this
   * are too many.
   */
  onFailure?: (server: Server, call: Call, problem: Problem) => Promise<TooMany | undefined>;
}

/** Shared by the vendors' API and the pages': both stage staff of a district. */
const turns = new Turns();

/** An API as one function from request to answer. What is no endpoint is answered with a problem document. */
export function createApi({ base, endpoints, gate, onFailure }: Api) {
  const find = routeTable(endpoints);

  return async (server: Server, request: Request): Promise<Response> => {
    const call = openCall(server, request);
    const response = await serve(server, call).catch((error: unknown) => fail(server, call, error));
    return finished(server, call, response);
  };

  async function serve(server: Server, call: Call): Promise<Response> {
    const found = await route(server, call);
    if (found instanceof Response) return found;
    const { endpoint, params } = found;
    const caller = await admit(server, call);
    if (!endpoint.unlimited) await limit(server, call, caller);
    authorize(caller, endpoint);
    assertParams(endpoint, params);
    const query = readQuery(endpoint.query, call.url.search);
    const endTurn = endpoint.inTurn && (await turns.take(caller.district.id, actorKey(caller.actor)));
    try {
      return await readAndRun(server, call, { endpoint, params, query, caller });
    } finally {
      endTurn?.();
    }
  }

  async function readAndRun(
    server: Server,
    call: Call,
    { endpoint, params, query, caller }: Match & { query: Record<string, unknown>; caller: Admitted },
  ): Promise<Response> {
    const sent = await readBody(endpoint, call, server.pace);
    const run = (db: Database) => {
      const ctx = contextOf(server, call, caller, db);
      const input = { params, query, headers: call.request.headers, sent };
      return runEndpoint(endpoint, ctx, input, server.publicUrl + base);
    };
    const keyed = keyedCall(server, call, endpoint, caller.actor);
    return keyed ? idempotent(server, call, { keyed, caller, run }) : run(server.db);
  }

  /**
   * The endpoint for the call's method and path, or the answer to OPTIONS.
   *
   * @throws NotFound, MethodNotAllowed
   */
  async function route(server: Server, call: Call): Promise<Match | Response> {
    const { request } = call;
    const found = find(request.method, call.instance.slice(base.length));
    if ('options' in found)
      return new Response(null, { status: 204, headers: { Allow: found.options.join(', ') } });
    if ('failure' in found) {
      // Credentials name the district whose error log records the wrong path or method.
      if (request.headers.has('authorization')) await limit(server, call, await admit(server, call));
      throw found.failure;
    }
    call.route = base + found.match.endpoint.path;
    call.params = found.match.params;
    return found.match;
  }

  async function admit(server: Server, call: Call): Promise<Admitted | Refused> {
    const caller = await gate(server, call.request);
    call.district = caller.district;
    call.clientId = caller.clientId;
    if ('actor' in caller && caller.actor.kind === 'user') call.userId = caller.actor.id;
    call.proven = !('refusal' in caller);
    return caller;
  }

  /** Runs a call with an Idempotency-Key once. A later call with the same key gets the first answer. */
  async function idempotent(
    server: Server,
    call: Call,
    { keyed, caller, run }: { keyed: KeyedCall; caller: Admitted; run: (db: Database) => Promise<Response> },
  ): Promise<Response> {
    const given = await answerOnce(server, caller.district.id, keyed, (db) =>
      run(db).catch((error: unknown) => fail(server, call, error)),
    );
    return given instanceof Response ? given : repeat(server, call, given);
  }

  /** Sends the first answer again. A refusal is logged as a failed call again (ERR-1). */
  async function repeat(server: Server, call: Call, kept: KeptAnswer): Promise<Response> {
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
    const tooMany = await onFailure?.(server, call, loggedProblem(problem));
    return problemResponse(tooMany ? problemOf(tooMany) : problem, call);
  }
}

const actorKey = (actor: Actor): string =>
  actor.kind === 'system' ? actor.name : `${actor.kind}:${actor.id}`;

/** Counts the call against the client's limit per minute. @throws TooManyCalls */
async function limit({ callLimits }: Server, call: Call, caller: Admitted | Refused): Promise<void> {
  if ('refusal' in caller || !caller.clientId || !caller.callsPerMinute) return;
  const { district, clientId, callsPerMinute: perMinute } = caller;
  const client = { districtId: district.id, clientId, perMinute };
  const { headers, refusal } = await callLimits.count(client, call.startedAt);
  call.limits = headers;
  if (refusal) throw refusal;
}

/** @throws Unauthenticated, Forbidden */
function authorize(caller: Admitted | Refused, { access }: Endpoint): asserts caller is Admitted {
  const refusal = 'refusal' in caller ? caller.refusal : caller.refusalFor(access);
  if (refusal) throw refusal;
}

/** @throws NotFound for an identifier that no row can have */
function assertParams(endpoint: Endpoint, params: Record<string, string>): void {
  if (endpoint.params?.safeParse(params).success === false) throw new NotFound(HTTP_TEXTS.noSuchId());
}

const contextOf = (server: Server, call: Call, { actor, district }: Admitted, db: Database): Context => ({
  actor,
  district,
  db,
  keys: server.keys,
  now: call.startedAt,
  newId,
  requestId: call.requestId,
  stagingBytes: server.stagingBytes,
  sendsMail: server.sendsMail,
  feedAccess: server.feedAccess,
  providerAddresses: server.providerAddresses,
  publicUrl: server.publicUrl,
  address: networkAddress(call.request.headers),
});
