import type { z } from 'zod';
import type { ToolRight } from '../access/rights.ts';
import type { Scope } from '../access/scopes.ts';
import type { Context } from '../context.ts';
import type { SentLines } from './lines.ts';
import type { SentBytes } from './sent-bytes.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a caller needs: a scope of its token, or a tool right of its session (`any`: to be signed in). */
export type Access = { scope: Scope } | { right: ToolRight | 'any' } | { oneOf: readonly ToolRight[] };

/** The names in braces: `/staffMembers/{staffNumber}` has `staffNumber`. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & PathParams<Rest>
  : unknown;

/**
 * A JSON body. `edge`: its schema checks it and the verb gets what the schema makes of it. `verb`: the schema only
 * describes it and the verb gets the value as sent, because it knows better errors than a schema can give.
 */
export interface JsonBody<
  Schema extends z.ZodType = z.ZodType,
  By extends 'edge' | 'verb' = 'edge' | 'verb',
> {
  schema: Schema;
  checkedBy: By;
}

/** A body of any length and of one of these media types, which the verb reads as it comes. */
export interface FileBody {
  types: readonly string[];
}
export const file = (types: readonly string[]): FileBody => ({ types });
export const isFile = (body: JsonBody | FileBody | undefined): body is FileBody =>
  body !== undefined && 'types' in body;

/** A body that the edge checks; a schema that takes `undefined` makes it optional. */
export const json = <S extends z.ZodType>(schema: S): JsonBody<S, 'edge'> => ({ schema, checkedBy: 'edge' });
/** A body that the verb checks itself, throwing `Invalid` with pointers into it. */
export const uncheckedJson = <S extends z.ZodType>(schema: S): JsonBody<S, 'verb'> => ({
  schema,
  checkedBy: 'verb',
});

type BodyOf<B> = B extends FileBody
  ? SentBytes
  : B extends JsonBody<infer S, infer By>
    ? By extends 'edge'
      ? z.output<S>
      : unknown
    : undefined;
type QueryOf<Q> = Q extends z.ZodObject ? z.output<Q> : Record<never, never>;

type ParamsOf<Path extends string, Params> = Params extends z.ZodObject ? z.output<Params> : PathParams<Path>;

export interface Input<Path extends string, Params, Query, Body> {
  params: ParamsOf<Path, Params>;
  query: QueryOf<Query>;
  body: BodyOf<Body>;
  /** For `Prefer` and `If-Match`. */
  headers: Headers;
}

/** By status. `null` is an answer without a body. */
export type Answers = Record<number, z.ZodType | null>;

export interface ReplyHeaders {
  /** A path of this API, such as `/staffMembers/sync`: sent as an absolute URL. */
  location?: string;
  etag?: string;
}

type ReplyBody<Schema> = Schema extends z.ZodType ? z.input<Schema> : null;

export type Reply<A extends Answers = Answers> = {
  [Status in keyof A & number]: {
    status: Status;
    body: ReplyBody<A[Status]>;
    headers: ReplyHeaders;
  };
}[keyof A & number];

export const reply = <Status extends number, Body>(
  status: Status,
  body: Body,
  headers: ReplyHeaders = {},
) => ({
  status,
  body,
  headers,
});

/**
 * One method of one path. The same object makes the handler, the OpenAPI entry and the table of routes × roles.
 * What the request holds is checked before `verb` runs, and its answer passes the schema of its status on the way
 * out, so that a new column never leaks by itself.
 */
export interface Endpoint<
  M extends Method = Method,
  Path extends string = string,
  Params extends z.ZodObject | undefined = z.ZodObject | undefined,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Body extends JsonBody | FileBody | undefined = JsonBody | FileBody | undefined,
  A extends Answers = Answers,
> {
  method: M;
  /** Below the API's base, parameters in braces. */
  path: Path;
  access: Access;
  summary: string;
  /** For the API's documentation; quotes the rule. */
  description: string;
  /** Refusals of this call's own, by status, in the documentation's words; what any call may meet is told anyway. */
  problems?: Partial<Record<number, string>>;
  /** Bodies that the documentation shows, by what they do. */
  examples?: Record<string, unknown>;
  /** Not counted against the client's calls a minute. */
  unlimited?: true;
  /** Beyond being there; what does not fit is 404, as for anything that does not exist. */
  params?: Params;
  /** All parameters it takes: any other is 400, a value that does not fit 422. */
  query?: Query;
  body?: Body;
  answers: A;
  verb(ctx: Context, input: Input<Path, Params, Query, Body>): Promise<Reply<A>>;
  /** The same call as a stream of JSON lines (`application/x-ndjson`), one of `schema` each, which the verb checks. */
  lines?: {
    schema: z.ZodType;
    verb(
      ctx: Context,
      input: Omit<Input<Path, Params, Query, undefined>, 'body'> & { lines: SentLines },
    ): Promise<Reply<A>>;
  };
}

/** Checks the verb against the endpoint's own schemas, and keeps their types for callers (contract.ts). */
export const endpoint = <
  const M extends Method,
  const Path extends string,
  A extends Answers,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends JsonBody | FileBody | undefined = undefined,
>(
  contract: Endpoint<M, Path, Params, Query, Body, A>,
): Endpoint<M, Path, Params, Query, Body, A> => contract;
