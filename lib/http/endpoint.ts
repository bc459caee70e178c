import type { z } from 'zod';
import type { ToolRight } from '../access/rights.ts';
import type { Scope } from '../access/scopes.ts';
import type { Context } from '../context.ts';
import type { SentLines } from './lines.ts';
import type { SentBytes } from './sent-bytes.ts';
import type { SentTable } from './sent-table.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * What a caller needs: a scope of its token, or a tool right of its session (`any`: a session is enough). `confirmed`: the
 * user entered the password in the last ten minutes. `beforeFactor`: also for a user who still has to set up the second
 * factor that the district requires. `operator`: a session of the operator's page.
 */
export type Access =
  | { scope: Scope }
  | { operator: true }
  | { right: ToolRight | 'any'; confirmed?: true; beforeFactor?: true }
  | { oneOf: readonly ToolRight[] };

/** The names in braces: `/staffMembers/{staffNumber}` has `staffNumber`. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & PathParams<Rest>
  : unknown;

/**
 * A JSON body. `edge`: the schema checks it, and the verb gets the schema's output. `verb`: the schema only describes it,
 * and the verb gets the value as sent, because it gives better errors than a schema can.
 */
export interface JsonBody<
  Schema extends z.ZodType = z.ZodType,
  By extends 'edge' | 'verb' = 'edge' | 'verb',
> {
  schema: Schema;
  checkedBy: By;
}

/** A body of any length and of one of these media types. The verb reads it while it arrives. */
export interface FileBody {
  types: readonly string[];
}
/** A body for an endpoint that takes a file. */
export const file = (types: readonly string[]): FileBody => ({ types });
/** Whether the endpoint takes a file. */
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

/** The schemas of the answers by status; `null` for an answer without a body. */
export type Answers = Record<number, z.ZodType | null>;

export interface ReplyHeaders {
  /** A path of this API, such as `/staffMembers/sync`: sent as an absolute URL. */
  location?: string;
  etag?: string;
  /** Makes a `Set-Cookie` header, for an app served over https or not. */
  setCookie?: (https: boolean) => string;
}

type ReplyBody<Schema> = Schema extends z.ZodType ? z.input<Schema> : null;

export type Reply<A extends Answers = Answers> = {
  [Status in keyof A & number]: {
    status: Status;
    body: ReplyBody<A[Status]>;
    headers: ReplyHeaders;
  };
}[keyof A & number];

/**
 * A verb's answer. `endpoint` checks at compile time that the status is among the endpoint's `answers` and that the body
 * fits its schema.
 *
 * @param body null for a status without a body
 */
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
 * The request is checked before `verb` runs, and the answer passes the schema of its status: a new column can't leak
 * into an answer.
 */
export interface Endpoint<
  M extends Method = Method,
  Path extends string = string,
  Params extends z.ZodObject | undefined = z.ZodObject | undefined,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Body extends JsonBody | FileBody | undefined = JsonBody | FileBody | undefined,
  A extends Answers = Answers,
  Ctx = Context,
> {
  method: M;
  /** Below the API's base, parameters in braces. */
  path: Path;
  access: Access;
  summary: string;
  /** For the API's documentation; quotes the rule. */
  description: string;
  /** This call's own failures by status, in words for the documentation, which adds those of every call. */
  problems?: Partial<Record<number, string>>;
  /** Bodies that the documentation shows, named by what they do. */
  examples?: Record<string, unknown>;
  /** One body of each status that the documentation shows; a test checks it against the answer's schema. */
  answerExamples?: Partial<Record<number, unknown>>;
  /** Not counted against the client's calls a minute. */
  unlimited?: true;
  /** A POST that changes nothing: no answer to an Idempotency-Key is stored, a repeat is answered again. */
  readsOnly?: true;
  /** One call of a caller at a time, and two of a district: the next one's body is not read before its turn. */
  inTurn?: true;
  /** Rules for the path's parameters. A value that does not fit is 404, like anything that does not exist. */
  params?: Params;
  /** All parameters it takes: any other is 400, a value that does not fit 422. */
  query?: Query;
  body?: Body;
  answers: A;
  verb(ctx: Ctx, input: Input<Path, Params, Query, Body>): Promise<Reply<A>>;
  /** The same call as a stream of JSON lines (`application/x-ndjson`), one of `schema` each, which the verb checks. */
  lines?: {
    schema: z.ZodType;
    verb(
      ctx: Ctx,
      input: Omit<Input<Path, Params, Query, undefined>, 'body'> & { lines: SentLines },
    ): Promise<Reply<A>>;
  };
  /** The same call as a table: text or a workbook of one of these media types, which the verb reads while it arrives. */
  table?: {
    types: readonly string[];
    verb(
      ctx: Ctx,
      input: Omit<Input<Path, Params, Query, undefined>, 'body'> & { table: SentTable },
    ): Promise<Reply<A>>;
  };
}

/** Endpoints whose verbs take such a context. */
export type EndpointFor<Ctx> = Endpoint<
  Method,
  string,
  z.ZodObject | undefined,
  z.ZodObject | undefined,
  JsonBody | FileBody | undefined,
  Answers,
  Ctx
>;
/** Endpoints of any context: what can be asked of them without running one. */
export type AnyEndpoint = EndpointFor<never>;

/** Checks the verb against the endpoint's own schemas, and keeps their types for callers (contract.ts). */
export const endpoint = <
  const M extends Method,
  const Path extends string,
  A extends Answers,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends JsonBody | FileBody | undefined = undefined,
  Ctx = Context,
>(
  contract: Endpoint<M, Path, Params, Query, Body, A, Ctx>,
): Endpoint<M, Path, Params, Query, Body, A, Ctx> => contract;
