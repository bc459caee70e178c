import type { z } from 'zod';
import type { Download } from '../export/download.ts';
import type { Answers, AnyEndpoint, Endpoint, FileBody, JsonBody, PathParams } from './endpoint.ts';

/** Endpoints by name, such as `GET /users/{id}`: the app's own callers infer their types from them. */
export type Contracts<E extends AnyEndpoint> = { [One in E as `${One['method']} ${One['path']}`]: One };

/** What a caller gives: path parameters, query and body, each only where the endpoint takes it. */
export type Given<E> =
  E extends Endpoint<infer _, infer Path, infer Params, infer Query, infer Body, infer _A, infer _C>
    ? GivenParams<Path, Params> & GivenQuery<Query> & GivenBody<Body>
    : never;

/** The body of the answer; undefined where the endpoint answers without one. */
export type AnswerOf<E> =
  E extends Endpoint<infer _, infer _P, infer _S, infer _Q, infer _B, infer A, infer _C>
    ? Answered<A>
    : never;

/** Names of the endpoints that take a file, and of those that answer with one. */
export type UploadName<C> = { [N in keyof C]: Given<C[N]> extends { body: Blob } ? N : never }[keyof C];
export type DownloadName<C> = { [N in keyof C]: AnswerOf<C[N]> extends Download ? N : never }[keyof C];

type GivenParams<Path extends string, Params> = Path extends `${string}{${string}`
  ? { params: Params extends z.ZodObject ? z.input<Params> : PathParams<Path> }
  : unknown;

type GivenQuery<Query> = Query extends z.ZodObject
  ? Record<never, never> extends z.input<Query>
    ? { query?: QuerySent<z.input<Query>, z.output<Query>> }
    : { query: QuerySent<z.input<Query>, z.output<Query>> }
  : unknown;

/** Numbers and booleans are written as text; null is left out like undefined. */
type QuerySent<In, Out> = {
  [K in keyof In]: ValueSent<In[K], K extends keyof Out ? Out[K] : never>;
};
type ValueSent<In, Out> =
  | (unknown extends In ? Out : In | Extract<Out, number | boolean>)
  | (undefined extends In ? null : never);

type GivenBody<Body> = Body extends FileBody
  ? { body: Blob }
  : Body extends JsonBody<infer S>
    ? undefined extends z.input<S>
      ? { body?: z.input<S> }
      : { body: z.input<S> }
    : unknown;

type Answered<A extends Answers> = {
  [Status in keyof A & (200 | 201 | 202 | 204)]: A[Status] extends z.ZodType
    ? z.output<A[Status]>
    : undefined;
}[keyof A & (200 | 201 | 202 | 204)];
