import { NotFound } from '../failure.ts';
import { openCall } from './call.ts';
import { finished } from './finished.ts';
import { problemOf, problemResponse } from './problem.ts';
import { MethodNotAllowed } from './refusals.ts';
import { type Server, server } from './server.ts';
import { HTTP_TEXTS } from './texts.ts';

export type Handle = (server: Server, request: Request) => Promise<Response>;
type RouteHandler = (request: Request) => Promise<Response>;
type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Every method that Next passes to a route. Next itself would answer a method that is not exported, without `Allow`. */
export function everyMethod(handle: Handle): Record<Method, RouteHandler> {
  const answer: RouteHandler = (request) => handle(server(), request);
  return {
    GET: answer,
    HEAD: answer,
    OPTIONS: answer,
    POST: answer,
    PUT: answer,
    PATCH: answer,
    DELETE: answer,
  };
}

/** A path with these methods; any other is 405. GET also answers HEAD. */
export const pathOf =
  (methods: { GET?: Handle; POST?: Handle }): Handle =>
  async (server, request) => {
    const { method } = request;
    const handle = methods[(method === 'HEAD' ? 'GET' : method) as keyof typeof methods];
    if (handle) return handle(server, request);
    const allow = Object.keys(methods).flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]));
    const call = openCall(server, request);
    if (method === 'OPTIONS')
      return finished(
        server,
        call,
        new Response(null, { status: 204, headers: { Allow: [...allow, method].join(', ') } }),
      );
    return finished(
      server,
      call,
      problemResponse(problemOf(new MethodNotAllowed(method, [...allow, 'OPTIONS'])), call),
    );
  };

/** A path without any endpoint. */
export const nothingHere: Handle = async (server, request) => {
  const call = openCall(server, request);
  const failure = new NotFound(HTTP_TEXTS.noPath());
  return finished(server, call, problemResponse(problemOf(failure), call));
};
